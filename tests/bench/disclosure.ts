import { certifiedSuppression } from '#lib/disclosure/certifiedSuppression.ts';
import { crossClassification } from '#lib/disclosure/crossClassification.ts';
import { loadHighsSolver } from '#lib/disclosure/highsSolver.ts';
import type { IndicatorTableSet } from '#lib/disclosure/indicatorTable.ts';
import { jointSystem } from '#lib/disclosure/jointSystem.ts';
import { protect } from '#lib/disclosure/protect.ts';
import { defaultPolicy, type PublicationLedger } from '#lib/disclosure/protection.ts';
import { faultsOfProof } from '#lib/disclosure/verifyCertificates.ts';
import { buildIndicatorTables } from '#lib/statistics/buildIndicatorTables.ts';
import { demonstrationRound } from '../support/demonstrationRounds.ts';
import { randomClassification, type VariableSize } from '../support/randomClassification.ts';
import { referenceTable } from '../support/referenceTables.ts';

interface Case {
	readonly name: string;
	readonly zeros: 'open' | 'hidden';
	/** Whether one direction suffices for what is hidden for another's sake. */
	readonly complementary?: 'either';
	readonly table: () => IndicatorTableSet;
	/** Secondary cells and seconds that issue C allows. */
	readonly most: readonly [secondaries: number, seconds: number];
	/** Secondary cells of the published programs, from reference_runs.csv; none of them proves its pattern. */
	readonly others?: string;
}

const four: readonly VariableSize[] = [{ codes: 6 }, { codes: 30, groups: 6 }, { codes: 8 }, { codes: 3 }];
const large: readonly VariableSize[] = [
	{ codes: 12, groups: 3 },
	{ codes: 60, groups: 8 },
	{ codes: 11 },
	{ codes: 3 }
];

function random(sizes: readonly VariableSize[], records: number, skew: number): IndicatorTableSet {
	return crossClassification({
		...randomClassification(sizes, { records, seed: 42, skew }),
		rule: 'persons'
	});
}

const cases: readonly Case[] = [
	{
		name: 'T1',
		zeros: 'hidden',
		table: () => referenceTable('T1_two400'),
		most: [3, 1],
		others: 'Gauss 5, HITAS 3'
	},
	{
		name: 'T1',
		zeros: 'open',
		table: () => referenceTable('T1_two400'),
		most: [7, 5],
		others: '(HITAS: 5 cells exact)'
	},
	{
		name: 'T1, either',
		zeros: 'open',
		complementary: 'either',
		table: () => referenceTable('T1_two400'),
		most: [7, 5]
	},
	{
		name: 'T2b',
		zeros: 'hidden',
		table: () => referenceTable('T2b_three20000'),
		most: [24, 2],
		others: 'Gauss 28, HITAS 27'
	},
	{
		name: 'T3',
		zeros: 'hidden',
		table: () => referenceTable('T3_flat20000'),
		most: [700, 8],
		others: 'Gauss 355, 21.6 s, no proof'
	},
	{ name: '9 324 cells', zeros: 'hidden', table: () => random(four, 100_000, 0.8), most: [700, 10] },
	{ name: '52 992 cells', zeros: 'hidden', table: () => random(large, 1_000_000, 0.78), most: [3000, 15] }
];

/** Seconds of the processor, whatever else the machine does. */
function cpuSeconds(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
}

/** Prints the table of issue C: what is hidden, how fast, and whether the proof holds. */
export async function benchDisclosure(): Promise<void> {
	const solver = await loadHighsSolver();
	const heading = [
		'table',
		'zeros',
		'cells',
		'primary',
		'secondary',
		'allowed',
		'uncertified',
		'cpu s',
		'allowed'
	];
	console.log([...heading, 'verify s', 'faults', 'peak MB', 'other programs'].join('\t'));
	for (const { name, zeros, complementary, table, most, others = '' } of cases) {
		const system = jointSystem(table());
		const start = cpuSeconds();
		const policy = { ...defaultPolicy, zeros, ...(complementary ? { complementary } : {}) };
		const { hidden, certificates, unmet } = certifiedSuppression(
			system,
			{ policy, ledger: new Map() },
			solver
		);
		const searched = cpuSeconds();
		const secondaries = [...hidden.values()].filter((reason) => reason === 'complementary').length;
		const known = new Set(system.cells.map((cell) => cell.key).filter((key) => !hidden.has(key)));
		const values = new Map(system.cells.map((cell) => [cell.key, cell.value]));
		const faults = faultsOfProof(
			{
				values,
				relations: system.relations,
				known,
				guarded: new Set(hidden.keys()),
				bounds: () => ({ low: zeros === 'open' ? 1 : 0, high: Infinity }),
				isLoose: (key) => complementary === 'either' && hidden.get(key) === 'complementary',
				isSettled: (key) => zeros === 'open' && values.get(key) === 0
			},
			certificates
		);
		const verified = cpuSeconds();
		const figures = [name, zeros, system.cells.length, hidden.size - secondaries, secondaries, most[0]];
		const measured = [unmet.length, (searched - start).toFixed(2), most[1], (verified - searched).toFixed(2)];
		const peak = Math.round(process.resourceUsage().maxRSS / 1024);
		console.log([...figures, ...measured, faults.length, peak, others].join('\t'));
	}
	await benchReports();
}

/** Seconds that issue C allows for the demonstration's report. */
const reportLimit = 3;

/** Two years' reports as they are compiled: tables made, protected at the level of the threshold, proven and released. */
async function benchReports(): Promise<void> {
	console.log(['report', 'tables', 'cells', 'hidden', 'withheld', 'cpu s', 'allowed'].join('\t'));
	const before = demonstrationRound('sjovalla', 2024);
	const now = { ...demonstrationRound('sjovalla', 2025), previous: before };
	const policy = { ...defaultPolicy, level: 'threshold' as const };
	let ledger: PublicationLedger = new Map();
	for (const answers of [before, now]) {
		const start = cpuSeconds();
		const outcome = await protect({ set: buildIndicatorTables(answers), policy, ledger });
		if (!outcome.ok) throw new Error(`The report of ${answers.year} cannot be protected`);
		const { tables, hidden, protocol, shown } = outcome.value;
		ledger = shown;
		const figures = [answers.year, tables.length, protocol.cells, hidden.size];
		const seconds = (cpuSeconds() - start).toFixed(2);
		console.log([...figures, protocol.hiddenByReason.withheld ?? 0, seconds, reportLimit].join('\t'));
	}
}
