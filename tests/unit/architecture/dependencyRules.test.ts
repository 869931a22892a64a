import { cruise, type IConfiguration, type ICruiseOptions, type IFlattenedRuleSet } from 'dependency-cruiser';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const project = resolve(import.meta.dirname, '../../..');
// The file must end in .mjs for the tool, and has no types of its own.
const { default: configuration } = (await import(join(project, '.dependency-cruiser.mjs'))) as {
	default: IConfiguration;
};

interface BrokenLine {
	readonly file: string;
	readonly line: string;
}

/** For each rule the line that must be refused. */
const brokenLines: Readonly<Record<string, BrokenLine>> = {
	'shared-stands-alone': { file: 'src/lib/shared/a.ts', line: "import '../rounds/target.ts';" },
	'domain-knows-no-outer-room': { file: 'src/lib/rounds/b.ts', line: "import '#lib/server/target.ts';" },
	'domain-is-pure': { file: 'src/lib/rounds/c.ts', line: "import 'svelte';" },
	'domain-uses-no-core-module': { file: 'src/lib/rounds/d.ts', line: "import 'node:fs';" },
	'domain-uses-agreed-packages-only': { file: 'src/lib/rounds/e.ts', line: "import 'docx';" },
	'only-instruments-read-surveyjs': { file: 'src/lib/server/rounds/f.ts', line: "import 'survey-core';" },
	'questionnaire-knows-no-answers': {
		file: 'src/lib/instruments/compile/t.ts',
		line: "import '../answers/target.ts';"
	},
	'answers-know-no-page': {
		file: 'src/lib/instruments/answers/u.ts',
		line: "import '../pages/target.ts';"
	},
	'disclosure-knows-tables-only': {
		file: 'src/lib/disclosure/g.ts',
		line: "import '#lib/instruments/target.ts';"
	},
	'only-disclosure-releases': {
		file: 'src/lib/statistics/s.ts',
		line: "import '../disclosure/tables/sealTable.ts';"
	},
	'verifier-shares-nothing': {
		file: 'src/lib/disclosure/verify/readRelease.ts',
		line: "import '../tables/indicatorTable.ts';"
	},
	'lagesbild-sees-no-raw-table': {
		file: 'src/lib/lagesbild/h.ts',
		line: "import '#lib/disclosure/tables/indicatorTable.ts';"
	},
	'released-statistics-see-no-raw-table': {
		file: 'src/lib/statistics/released/h.ts',
		line: "import '#lib/disclosure/tables/indicatorTable.ts';"
	},
	'components-take-plain-data': {
		file: 'src/lib/components/i.ts',
		line: "import '../../routes/target.ts';"
	},
	'server-knows-no-page': { file: 'src/lib/server/j.ts', line: "import '../../routes/target.ts';" },
	'postgres-in-db-only': { file: 'src/lib/server/rounds/k.ts', line: "import 'postgres';" },
	'queue-in-jobs-only': { file: 'src/lib/server/rounds/l.ts', line: "import 'graphile-worker';" },
	'browser-code-knows-no-server': { file: 'src/routes/+page.ts', line: "import '#lib/server/target.ts';" },
	'routes-use-use-cases': {
		file: 'src/routes/+page.server.ts',
		line: "import '#lib/server/rounds/roundStore.ts';"
	},
	'answers-leave-as-a-report': {
		file: 'src/lib/server/mail/m.ts',
		line: "import '../responses/target.ts';"
	},
	'launcher-is-for-the-command-line': {
		file: 'src/lib/server/mail/n.ts',
		line: "import '../launcher/target.ts';"
	},
	'no-cycles': { file: 'src/lib/rounds/o.ts', line: "import './p.ts';" },
	'no-development-package-in-program': { file: 'src/cli.ts', line: "import 'fast-check';" },
	'program-knows-no-test': { file: 'src/lib/server/q.ts', line: "import '../../../tests/target.ts';" },
	'everything-is-found': { file: 'src/lib/rounds/r.ts', line: "import './missing.ts';" }
};

const targets = [
	'src/lib/rounds/target.ts',
	'src/lib/server/target.ts',
	'src/lib/instruments/target.ts',
	'src/lib/instruments/answers/target.ts',
	'src/lib/instruments/pages/target.ts',
	'src/lib/disclosure/tables/indicatorTable.ts',
	'src/lib/disclosure/tables/sealTable.ts',
	'src/routes/target.ts',
	'src/lib/server/rounds/roundStore.ts',
	'src/lib/server/responses/target.ts',
	'src/lib/server/launcher/target.ts',
	'tests/target.ts'
];

let folder: string;

function write(file: string, text: string): void {
	const path = join(folder, file);
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, `${text}\nexport {};\n`);
}

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'lagesbild-rules-'));
	for (const target of targets) write(target, '');
	for (const { file, line } of Object.values(brokenLines)) write(file, line);
	write('src/lib/rounds/p.ts', "import './o.ts';");
	for (const name of ['node_modules', 'package.json']) symlinkSync(join(project, name), join(folder, name));
});

afterAll(() => {
	rmSync(folder, { recursive: true });
});

test('each dependency rule refuses the line that breaks it', async () => {
	const options: ICruiseOptions = {
		...configuration.options,
		ruleSet: { forbidden: configuration.forbidden } as IFlattenedRuleSet,
		validate: true,
		baseDir: folder,
		preserveSymlinks: true
	};
	const { output } = await cruise(['src'], options);
	if (typeof output === 'string') throw new Error(output);
	const refused = Object.groupBy(output.summary.violations, (violation) => violation.rule.name);
	const found = Object.fromEntries(
		Object.entries(refused).map(([rule, violations]) => [rule, violations?.map(({ from }) => from)])
	);
	for (const [rule, { file }] of Object.entries(brokenLines)) expect(found[rule], rule).toContain(file);
});

test('each rule has a line that breaks it and a reason', () => {
	const rules = configuration.forbidden ?? [];
	expect(rules.map((rule) => rule.name).toSorted()).toEqual(Object.keys(brokenLines).toSorted());
	expect(rules.filter((rule) => !rule.comment).map((rule) => rule.name)).toEqual([]);
});
