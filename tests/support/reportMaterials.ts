import { protectReport, type RefusedReport } from '#lib/server/lagesbild/protectReport.ts';
import type { ReportMaterial } from '#lib/server/lagesbild/reportMaterial.ts';
import { borderRound } from './borderRound.ts';
import { round } from './roundBuilder.ts';
import { roundByColumn } from './unitRows.ts';

// Reports of municipalities without a database, protected and attacked as they are compiled.

export const unwatched = { report: () => undefined, signal: new AbortController().signal };

export const noReports: Omit<ReportMaterial, 'answers'> = {
	round: round(),
	previous: null,
	published: { previous: null, own: null },
	ledger: new Map(),
	ledgerLines: 0,
	wishes: [],
	waivers: [],
	design: []
};

/** A municipality whose every number is about the threshold. */
export function borderMaterial(seed: string, most: number, year = 2025): ReportMaterial {
	return { ...noReports, answers: roundByColumn(borderRound(seed, { year, most })) };
}

export async function letOut(given: ReportMaterial) {
	const outcome = await protectReport(given, unwatched);
	if (outcome === 'cancelled' || !outcome.ok) throw new Error(JSON.stringify(outcome));
	return outcome.protection;
}

/** @param limit of the trials, in milliseconds */
export async function refusalOf(given: ReportMaterial, limit: number): Promise<RefusedReport> {
	const outcome = await protectReport(given, unwatched, limit);
	if (outcome === 'cancelled' || outcome.ok) throw new Error('It was let out');
	return outcome;
}
