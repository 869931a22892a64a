import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCsv } from '#lib/server/disclosure/csv.ts';
import { runDisclosureCommand } from '#lib/server/disclosure/disclosureCommand.ts';

let folder = '';
const path = (name: string) => join(folder, name);

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'lagesbild-disclosure-'));
	writeFileSync(path('H.csv'), 'dim,code,parent\nS,alla,\nS,polis,alla\nS,"skola, grund",alla\nS,soc,alla\n');
	writeFileSync(path('L.csv'), 'S,freq\npolis,3\n"skola, grund",20\nsoc,17\n');
});

afterAll(() => {
	rmSync(folder, { recursive: true });
});

async function run(...commandArguments: string[]): Promise<{ code: number; line: Record<string, unknown> }> {
	const lines: string[] = [];
	const code = await runDisclosureCommand(commandArguments, (line) => lines.push(line));
	const { cpu_s: cpu, peak_mb: peak, ...line } = JSON.parse(lines.join('')) as Record<string, unknown>;
	expect([typeof cpu, typeof peak, lines.length]).toEqual(['number', 'number', 1]);
	return { code, line };
}

const files = () => ['--leaf', path('L.csv'), '--hier', path('H.csv'), '--out', path('P.csv')];

async function protectTable(): Promise<{ code: number; line: Record<string, unknown> }> {
	return await run('protect', ...files(), '--certificates', path('C.json'));
}

describe('disclosure protect', () => {
	it('writes one row a cell with what a reader can conclude, and counts what it did', async () => {
		expect(await protectTable()).toEqual({
			code: 0,
			line: {
				method: 'suppression',
				cells: 4,
				primaries: 1,
				secondaries: 1,
				uncertified: 0,
				exact_parts: { parts: 1, proven: 1, cost: 1.42, bound: 1.42 },
				intervals_complete: true
			}
		});
		expect(readFileSync(path('P.csv'), 'utf8')).toBe(
			[
				'S,value,status,low,high',
				'alla,40,published,40,40',
				'polis,,primary,1,19',
				'"skola, grund",20,published,20,20',
				'soc,,secondary,1,19',
				''
			].join('\n')
		);
	});
});

const accepted = { method: 'suppression', faults: [], verified: true };

describe('disclosure verify', () => {
	it('accepts what protect wrote', async () => {
		await protectTable();
		const result = await run(
			'verify',
			...['--pattern', path('P.csv'), '--hier', path('H.csv'), '--certificates', path('C.json')]
		);
		expect(result).toEqual({ code: 0, line: { ...accepted, hidden: 2, certificates: 2 } });
	});

	it('asks of every small number that it can reach the threshold, where that level was asked for', async () => {
		const verified = () =>
			run('verify', '--pattern', path('P.csv'), '--hier', path('H.csv'), '--certificates', path('C.json'));
		await run('protect', ...files(), '--level', 'threshold', '--certificates', path('C.json'));
		expect((await verified()).code).toBe(0);
		// Proof that polis, 3, can be 4 is not proof that it can be 5.
		await protectTable();
		const exact = readFileSync(path('C.json'), 'utf8');
		writeFileSync(path('C.json'), exact.replace('"level":"exact"', '"level":"threshold"'));
		expect(await verified()).toMatchObject({ code: 2, line: { faults: ['polis is not proven upwards'] } });
	});

	it('refuses when a hidden number has been filled in afterwards', async () => {
		await protectTable();
		const opened = readFileSync(path('P.csv'), 'utf8').replace(
			'soc,,secondary,1,19',
			'soc,17,published,17,17'
		);
		writeFileSync(path('opened.csv'), opened);
		const { code, line } = await run(
			'verify',
			...['--pattern', path('opened.csv'), '--hier', path('H.csv'), '--certificates', path('C.json')]
		);
		expect([code, line['faults']]).toEqual([
			2,
			['polis is not proven upwards', 'polis is not proven downwards']
		]);
	});
});

describe('organisations that read with their own figures in hand', () => {
	const insiders = async (choice: string) => {
		writeFileSync(path('LO.csv'), 'S,freq,organisation\npolis,3,P\n"skola, grund",4,S\nsoc,9,A\nsoc,8,B\n');
		const leaf = ['--leaf', path('LO.csv'), '--hier', path('H.csv'), '--out', path('P.csv')];
		const rules = ['--insiders', choice, '--contributors', 'none'];
		return await run('protect', ...leaf, ...rules, '--certificates', path('C.json'));
	};
	const verified = () =>
		run('verify', '--pattern', path('P.csv'), '--hier', path('H.csv'), '--certificates', path('C.json'));

	it('cost one number more, and the proof against each of them is verified', async () => {
		expect((await insiders('none')).line).toMatchObject({ primaries: 2, secondaries: 0, uncertified: 0 });
		expect((await insiders('single')).line).toMatchObject({ primaries: 2, secondaries: 1, uncertified: 0 });
		const { code, line } = await verified();
		expect([code, line['faults']]).toEqual([0, []]);
	});

	it('are not held off by a proof for the public alone', async () => {
		await insiders('single');
		const { certificates, ...file } = JSON.parse(readFileSync(path('C.json'), 'utf8')) as {
			certificates: { against?: string[] }[];
		};
		const forPublic = certificates.filter(({ against }) => !against);
		expect(forPublic.length).toBeLessThan(certificates.length);
		writeFileSync(path('C.json'), JSON.stringify({ ...file, certificates: forPublic }));
		const { code, line } = await verified();
		expect(code).toBe(2);
		expect(line['faults']).toContain('polis is not proven upwards against S');
	});

	it('must be named in the counts', async () => {
		const command = ['protect', ...files(), '--insiders', 'pairs', '--certificates', path('C.json')];
		await expect(runDisclosureCommand(command, () => undefined)).rejects.toThrow(
			'kräver kolumnen organisation'
		);
	});
});

describe('organisations behind a number', () => {
	const protectNamed = async (...options: string[]) => {
		writeFileSync(
			path('LO.csv'),
			'S,freq,organisation\npolis,30,P\n"skola, grund",40,S\nsoc,80,A\nsoc,7,B\nsoc,7,C\n'
		);
		const leaf = ['--leaf', path('LO.csv'), '--hier', path('H.csv'), '--out', path('P.csv')];
		return await run('protect', ...leaf, ...options, '--certificates', path('C.json'));
	};
	const verified = async () =>
		await run(
			'verify',
			'--pattern',
			path('P.csv'),
			'--hier',
			path('H.csv'),
			'--certificates',
			path('C.json')
		);
	const statuses = () =>
		parseCsv(readFileSync(path('P.csv'), 'utf8'))
			.slice(1)
			.map(([code, , status]) => `${code ?? ''}: ${status ?? ''}`);

	it('are kept where the file names them: numbers of one or two, and of one that is nearly all', async () => {
		expect((await protectNamed()).line).toMatchObject({ primaries: 3, secondaries: 0, uncertified: 0 });
		expect(statuses()).toEqual([
			'alla: published',
			'polis: primary',
			'skola, grund: primary',
			'soc: primary'
		]);
		expect((await verified()).line).toEqual({ ...accepted, hidden: 3, certificates: 3 });
	});

	it('are kept by other limits where they are given, and by none where they are turned off', async () => {
		await protectNamed('--p-percent', '5');
		expect(statuses()).toEqual([
			'alla: published',
			'polis: primary',
			'skola, grund: primary',
			'soc: published'
		]);
		await protectNamed('--organisations', '1', '--p-percent', '0');
		expect(statuses()).not.toContain('polis: primary');
		expect((await protectNamed('--contributors', 'none')).line).toMatchObject({ primaries: 0 });
		expect((await verified()).code).toBe(0);
	});

	it('the verifier finds a number that the rules hide and the pattern shows', async () => {
		await protectNamed('--contributors', 'none');
		const open = readFileSync(path('P.csv'), 'utf8');
		await protectNamed();
		writeFileSync(path('P.csv'), open);
		expect((await verified()).line).toMatchObject({
			faults: ['polis', 'skola, grund', 'soc'].map((code) => `${code} is printed against the rules`)
		});
	});

	it('and those that cannot lie as far from their value as the rules ask for', async () => {
		await protectNamed();
		const certificates = readFileSync(path('C.json'), 'utf8');
		writeFileSync(path('C.json'), certificates.replace('"pPercent":10', '"pPercent":11'));
		const faults = ['skola, grund is not proven upwards', 'soc is not proven upwards'];
		expect((await verified()).line).toMatchObject({ verified: false, faults });
	});

	it('have limits in whole numbers', async () => {
		await expect(protectNamed('--p-percent', 'tio')).rejects.toThrow('--p-percent ska vara ett heltal');
	});
});

describe('disclosure audit', () => {
	it('judges a pattern of another program, and ends with 2 when a cell can be computed', async () => {
		const pattern = 'S,freq,suppressed\nalla,40,FALSE\npolis,3,TRUE\n"skola, grund",20,FALSE\nsoc,17,FALSE\n';
		writeFileSync(path('theirs.csv'), pattern);
		expect(await run('audit', '--pattern', path('theirs.csv'), '--hier', path('H.csv'))).toEqual({
			code: 2,
			line: {
				cells: 4,
				hidden: 1,
				perturbed: 0,
				complete: true,
				exact: 1,
				too_narrow: 1,
				exact_cells: ['polis'],
				too_narrow_cells: ['polis']
			}
		});
	});
});

describe('faulty input is answered with one Swedish line', () => {
	it.each([
		['an unknown command', ['gissa'], /^Användning:/],
		['a missing option', ['verify'], /^--pattern saknas/],
		['an unknown option', ['audit', '--nej', '1'], /^Användning:/],
		[
			'a zero policy that is not one',
			['audit', '--pattern', 'x', '--hier', 'y', '--zeros', 'maybe'],
			/^--zeros ska/
		],
		['a level that is not one', ['protect', '--leaf', 'x', '--hier', 'y', '--level', 'safe'], /^--level ska/],
		['a file that is not there', ['audit', '--pattern', 'x', '--hier', '/finns/ej'], /går inte att läsa/]
	])('%s', async (_, commandArguments, message) => {
		await expect(runDisclosureCommand(commandArguments, () => undefined)).rejects.toThrow(message);
	});

	it.each([
		['half a person', 'S,freq\npolis,2.5\n', 'rad 2: "2.5" är inget heltal'],
		['a row too short', 'S,freq\npolis\n', 'rad 2: 1 fält, men rubriken har 2'],
		['a column missing', 'S,antal\npolis,3\n', 'saknar kolumnen freq'],
		['a code that no hierarchy has', 'S,freq\nhamn,3\n', 'emot varandra: S har ingen kod ”hamn”'],
		['a variable that no hierarchy has', 'S,kon,freq\npolis,k,3\n', 'har kolumnen kon, som inte finns bland'],
		['semicolons', 'S;freq\npolis;3\n', 'saknar kolumnen freq. Filen har semikolon mellan fälten'],
		['nothing', '', 'är tom']
	])('%s in the counts', async (_, text, message) => {
		writeFileSync(path('bad.csv'), text);
		const command = [
			'protect',
			'--leaf',
			path('bad.csv'),
			...files().slice(2),
			'--certificates',
			path('C.json')
		];
		await expect(runDisclosureCommand(command, () => undefined)).rejects.toThrow(message);
	});

	it.each([
		['that lead round', 'S,a,b\nS,b,a\nS,c,a\n', 'är en del av sig själv'],
		['under a code that is not there', 'S,polis,alla\n', '”alla”, som står över ”polis”, är ingen kod']
	])('hierarchies %s', async (_, lines, message) => {
		writeFileSync(path('bad.csv'), `dim,code,parent\n${lines}`);
		const [leaf, file] = files();
		const command = ['protect', leaf ?? '', file ?? '', '--hier', path('bad.csv'), '--out', path('P.csv')];
		const whole = [...command, '--certificates', path('C.json')];
		await expect(runDisclosureCommand(whole, () => undefined)).rejects.toThrow(message);
	});

	it('a certificate file that is something else', async () => {
		await protectTable();
		writeFileSync(path('bad.json'), '{"format":2}');
		const command = [
			'verify',
			'--pattern',
			path('P.csv'),
			'--hier',
			path('H.csv'),
			'--certificates',
			path('bad.json')
		];
		await expect(runDisclosureCommand(command, () => undefined)).rejects.toThrow('är ingen certifikatfil');
	});
});
