import { protect } from '#lib/disclosure/protect.ts';
import { defaultPolicy, type PublicationLedger } from '#lib/disclosure/protection.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { buildIndicatorTables } from '#lib/statistics/buildIndicatorTables.ts';
import type { EarlierRound, RoundAnswers } from '#lib/statistics/statisticsInput.ts';
import { demonstrationRound } from './demonstrationRounds.ts';

export interface DemonstrationReport {
	readonly answers: RoundAnswers;
	readonly before: RoundAnswers | undefined;
	readonly tables: readonly ReleasedTable[];
}

/** The demonstration's rounds one after the other, each published before the next. */
export async function demonstrationReports(years: readonly number[]): Promise<DemonstrationReport[]> {
	const reports: DemonstrationReport[] = [];
	let ledger: PublicationLedger = new Map();
	let previous: EarlierRound | undefined;
	for (const year of years) {
		const answers = demonstrationRound('sjovalla', year);
		const set = buildIndicatorTables({ ...answers, ...(previous ? { previous } : {}) });
		const policy = { ...defaultPolicy, level: 'threshold' as const, opinionCoalition: 1 };
		const outcome = await protect({ set, policy, ledger });
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
		reports.push({ answers, before: previous, tables: outcome.value.tables });
		ledger = new Map([...ledger, ...outcome.value.shown]);
		previous = { ...answers, ...(previous ? { previous } : {}) };
	}
	return reports;
}
