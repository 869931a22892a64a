import { OperatorFault } from '../operatorFault.ts';
import {
	contributorRulesOf,
	needed,
	oneOf,
	perturbationOf,
	readOptions,
	thresholdOf,
	usage,
	withinBudget,
	type Options
} from './disclosureOptions.ts';
import { auditFile, verifyFile } from './judgeFiles.ts';
import { perturbFile, type PerturbFileResult } from './perturbFile.ts';
import { protectFile, type ProtectFileResult } from './protectFile.ts';

/** The exit code for a pattern that does not protect: the work was done, and its answer is no. */
const notProtected = 2;

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

async function protectedFile(options: Options): Promise<ProtectFileResult | PerturbFileResult> {
	const method = perturbationOf(options);
	const shared = {
		leaf: needed(options, 'leaf'),
		hierarchies: needed(options, 'hier'),
		threshold: thresholdOf(options),
		mayContinue: withinBudget(options)
	};
	if (method) {
		const withoutContributors = options['contributors'] === 'none';
		return await perturbFile({ ...shared, ...written(options), method, withoutContributors });
	}
	return await protectFile({
		...shared,
		level: oneOf(options, 'level', ['exact', 'threshold']),
		zeros: oneOf(options, 'zeros', ['open', 'hidden']),
		complementary: oneOf(options, 'complementary', ['above', 'both', 'either']),
		insiders: oneOf(options, 'insiders', ['none', 'single', 'pairs']),
		contributors: contributorRulesOf(options),
		...written(options)
	});
}

function written(options: Options): { pattern: string; certificates: string } {
	return { pattern: needed(options, 'out'), certificates: needed(options, 'certificates') };
}

const commands: Readonly<Record<string, (options: Options) => Promise<Answer>>> = {
	protect: async (options) => {
		const { unprotected, ...line } = await protectedFile(options);
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

function consumption(): { cpu_s: number; peak_mb: number } {
	const { user, system } = process.cpuUsage();
	return {
		cpu_s: Math.round((user + system) / 10_000) / 100,
		peak_mb: Math.round(process.resourceUsage().maxRSS / 1024)
	};
}
