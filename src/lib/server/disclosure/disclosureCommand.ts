import { parseArgs } from 'node:util';
import { defaultContributorRules, type ContributorRules } from '#lib/disclosure/rules/contributorRules.ts';
import { OperatorFault } from '../operatorFault.ts';
import { auditFile, verifyFile } from './judgeFiles.ts';
import { protectFile } from './protectFile.ts';

const usage = `Användning:
  disclosure protect --leaf L.csv --hier H.csv [--threshold 5] [--level exact|threshold] [--zeros open|hidden] [--complementary above|both|either] [--insiders none|single|pairs] [--contributors default|none] [--organisations 3] [--p-percent 10] [--budget 60] --out P.csv --certificates C.json
  disclosure audit   --pattern P.csv --hier H.csv [--zeros open|hidden] [--budget 60]
  disclosure verify  --pattern P.csv --hier H.csv --certificates C.json`;

/** The exit code for a pattern that does not protect: the work was done, and its answer is no. */
const notProtected = 2;

type Options = Readonly<Record<string, string | undefined>>;

/** Prints one line of JSON and gives the exit code: 0, or 2 when a cell is not protected. */
export async function runDisclosureCommand(
	commandArguments: readonly string[],
	print: (line: string) => void
): Promise<number> {
	const [name = '', ...rest] = commandArguments;
	const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!command) throw new OperatorFault(usage);
	const { line, isProtected } = await command(readOptions(rest)).catch(asOperatorFault);
	print(JSON.stringify({ ...line, ...consumption() }));
	return isProtected ? 0 : notProtected;
}

/** The library calls tables that contradict themselves a range error; here they come from the operator's files. */
function asOperatorFault(fault: unknown): never {
	if (fault instanceof RangeError)
		throw new OperatorFault(`Filerna säger emot varandra: ${fault.message}`, { cause: fault });
	throw fault;
}

interface Answer {
	readonly line: object;
	readonly isProtected: boolean;
}

const commands: Readonly<Record<string, (options: Options) => Promise<Answer>>> = {
	protect: async (options) => {
		const { unprotected, ...line } = await protectFile({
			leaf: needed(options, 'leaf'),
			hierarchies: needed(options, 'hier'),
			threshold: thresholdOf(options),
			level: oneOf(options, 'level', ['exact', 'threshold']),
			zeros: oneOf(options, 'zeros', ['open', 'hidden']),
			complementary: oneOf(options, 'complementary', ['above', 'both', 'either']),
			insiders: oneOf(options, 'insiders', ['none', 'single', 'pairs']),
			contributors: contributorRulesOf(options),
			mayContinue: withinBudget(options),
			pattern: needed(options, 'out'),
			certificates: needed(options, 'certificates')
		});
		const isProtected = line.uncertified === 0;
		return { line: isProtected ? line : { ...line, unprotected }, isProtected };
	},
	audit: async (options) => {
		const { exact, too_narrow, ...line } = await auditFile({
			pattern: needed(options, 'pattern'),
			hierarchies: needed(options, 'hier'),
			zeros: oneOf(options, 'zeros', ['open', 'hidden']),
			mayContinue: withinBudget(options)
		});
		return {
			line: {
				...line,
				exact: exact.length,
				too_narrow: too_narrow.length,
				exact_cells: exact,
				too_narrow_cells: too_narrow
			},
			isProtected: line.complete && too_narrow.length === 0
		};
	},
	verify: async (options) => {
		const line = await verifyFile({
			pattern: needed(options, 'pattern'),
			hierarchies: needed(options, 'hier'),
			certificates: needed(options, 'certificates')
		});
		return { line: { ...line, verified: line.faults.length === 0 }, isProtected: line.faults.length === 0 };
	}
};

const optionNames = [
	...['leaf', 'hier', 'threshold', 'level', 'zeros', 'complementary', 'insiders', 'budget'],
	...['contributors', 'organisations', 'p-percent'],
	...['out', 'certificates', 'pattern']
];

function readOptions(commandArguments: readonly string[]): Options {
	try {
		return parseArgs({
			args: [...commandArguments],
			options: Object.fromEntries(optionNames.map((name) => [name, { type: 'string' as const }]))
		}).values;
	} catch (cause) {
		throw new OperatorFault(usage, { cause });
	}
}

function needed(options: Options, name: string): string {
	const value = options[name];
	if (value === undefined) throw new OperatorFault(`--${name} saknas.\n${usage}`);
	return value;
}

function thresholdOf({ threshold = '5' }: Options): number {
	if (!/^(?:[2-9]|[1-9]\d{1,2})$/.test(threshold))
		throw new OperatorFault(`--threshold ska vara ett heltal från 2, inte "${threshold}".`);
	return Number(threshold);
}

/** The rules on the organisations behind a number; null when they are turned off. */
function contributorRulesOf(options: Options): ContributorRules | null {
	if (oneOf(options, 'contributors', ['default', 'none']) === 'none') return null;
	const { organisations, 'p-percent': percent } = options;
	const { minimumOrganisations, pPercent } = defaultContributorRules;
	return {
		minimumOrganisations: smallNumber('organisations', organisations, {
			fallback: minimumOrganisations,
			most: 99
		}),
		pPercent: smallNumber('p-percent', percent, { fallback: pPercent, most: 100 })
	};
}

function smallNumber(
	name: string,
	given: string | undefined,
	{ fallback, most }: { readonly fallback: number; readonly most: number }
): number {
	if (given === undefined) return fallback;
	if (!/^\d{1,3}$/.test(given) || Number(given) > most)
		throw new OperatorFault(`--${name} ska vara ett heltal från 0 till ${most}, inte "${given}".`);
	return Number(given);
}

/** The first of the words allowed when the option is not there. */
function oneOf<const Word extends string>(
	options: Options,
	name: string,
	allowed: readonly [Word, ...Word[]]
): Word {
	const given = options[name] ?? allowed[0];
	const word = allowed.find((one) => one === given);
	if (word !== undefined) return word;
	const others = allowed.slice(0, -1).join(', ');
	throw new OperatorFault(`--${name} ska vara ${others} eller ${allowed.at(-1) ?? ''}, inte "${given}".`);
}

function withinBudget({ budget = '60' }: Options): () => boolean {
	if (!/^\d{1,5}$/.test(budget)) throw new OperatorFault(`--budget ska vara sekunder, inte "${budget}".`);
	const end = performance.now() + 1000 * Number(budget);
	return () => performance.now() < end;
}

function consumption(): { cpu_s: number; peak_mb: number } {
	const { user, system } = process.cpuUsage();
	return {
		cpu_s: Math.round((user + system) / 10_000) / 100,
		peak_mb: Math.round(process.resourceUsage().maxRSS / 1024)
	};
}
