import { protect } from '#lib/disclosure/protect.ts';
import { policyForPersons, type PublicationLedger } from '#lib/disclosure/protection.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { demonstrationRound } from './demonstrationRounds.ts';
import { tablesOfRows, type RoundRows, type StatisticsRows } from './unitRows.ts';

export interface DemonstrationReport {
	readonly answers: RoundRows;
	readonly before: RoundRows | undefined;
	readonly tables: readonly ReleasedTable[];
}

/** The demonstration's rounds one after the other, each published before the next. */
export async function demonstrationReports(years: readonly number[]): Promise<DemonstrationReport[]> {
	const reports: DemonstrationReport[] = [];
	let ledger: PublicationLedger = new Map();
	let previous: StatisticsRows['previous'];
	for (const year of years) {
		const answers = demonstrationRound('sjovalla', year);
		const set = tablesOfRows({ ...answers, ...(previous ? { previous } : {}) });
		const policy = { ...policyForPersons, level: 'threshold' as const, opinionCoalition: 1 };
		const outcome = await protect({ set, policy, ledger });
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
		reports.push({ answers, before: previous, tables: outcome.value.tables });
		ledger = new Map([...ledger, ...outcome.value.shown]);
		previous = { ...answers, ...(previous ? { previous } : {}) };
	}
	return reports;
}
