import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { protect } from '#lib/disclosure/protect.ts';
import { policyForPersons, type PublicationLedger } from '#lib/disclosure/protection.ts';
import { loadHighsSolver } from '#lib/disclosure/solver/highsSolver.ts';
import { attackReports, type AttackedYear } from '#lib/statistics/worlds/attackReports.ts';
import { countedSectors } from '#lib/statistics/worlds/countedSector.ts';
import { demonstrationRound } from '../support/demonstrationRounds.ts';
import { benchTables } from './disclosure/tables.ts';
import { roundByColumn, tablesOfRows } from '../support/unitRows.ts';

/** Seconds of the processor, whatever else the machine does. */
function cpuSeconds(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
}

/** Prints the table of issue C: what is hidden, how fast, in how much memory, and whether the proof holds. */
export async function benchDisclosure(): Promise<void> {
	const heading = ['table', 'zeros', 'cells', 'primary', 'secondary', 'allowed', 'uncertified', 'cpu s'];
	console.log([...heading, 'allowed', 'verify s', 'faults', 'peak MB', 'other programs'].join('\t'));
	const measure = fileURLToPath(new URL('disclosure/measureTable.ts', import.meta.url));
	for (const place of benchTables.keys()) {
		// WebAssembly gives no memory back, so the peak of a table is that of a process of its own.
		const { stdout } = await promisify(execFile)(process.execPath, [measure, String(place)]);
		console.log(stdout.trimEnd());
	}
	await benchReports();
}

/** Seconds that issue C allows for the demonstration's report. */
const reportLimit = 3;

/** Two years' reports as they are compiled: tables made, protected at the level of the threshold, proven and released. */
async function benchReports(): Promise<void> {
	console.log(
		['report', 'tables', 'cells', 'hidden', 'withheld', 'cpu s', 'allowed', 'attacked', 'attack cpu s'].join(
			'\t'
		)
	);
	const before = demonstrationRound('sjovalla', 2024);
	const now = { ...demonstrationRound('sjovalla', 2025), previous: before };
	const policy = { ...policyForPersons, level: 'threshold' as const };
	let ledger: PublicationLedger = new Map();
	const years: AttackedYear[] = [];
	const solver = await loadHighsSolver();
	for (const answers of [before, now]) {
		const start = cpuSeconds();
		const outcome = await protect({ set: tablesOfRows(answers), policy, ledger });
		if (!outcome.ok) throw new Error(`The report of ${answers.year} cannot be protected`);
		const { tables, hidden, protocol, shown } = outcome.value;
		ledger = shown;
		const figures = [answers.year, tables.length, protocol.cells, hidden.size];
		const done = cpuSeconds();
		// Beside the year before, as a reader has it.
		years.push({ sectors: countedSectors(roundByColumn(answers)), tables });
		const { targets, found } = attackReports(years, solver);
		if (found.length > 0) throw new Error(`Of ${answers.year} is found out: ${JSON.stringify(found)}`);
		const seconds = [done - start, cpuSeconds() - done].map((one) => one.toFixed(2));
		const withheld = protocol.hiddenByReason.withheld ?? 0;
		console.log([...figures, withheld, seconds[0], reportLimit, targets, seconds[1]].join('\t'));
	}
}
