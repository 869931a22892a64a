import { byCodeUnit } from '#lib/disclosure/jointSystem.ts';
import type { Protection } from '#lib/disclosure/protection.ts';
import { keysInPlan, type IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import {
	keepsLess,
	type ReportChange,
	type ReportRemedies,
	type TriedChange
} from '#lib/statistics/reportRemedies.ts';
import type { Round } from '#lib/rounds/round.ts';
import { defaultThreshold, highestThreshold } from '#lib/rounds/threshold.ts';
import type { Watch } from '../disclosure/protectInThread.ts';
import { planTrials, type Concerned, type Trial } from './planTrials.ts';
import { protectionInput, type ReportMaterial } from './reportMaterial.ts';

/** The whole report protected and attacked, as it is before it is let out. */
type Attempt = (
	material: ReportMaterial,
	watch: Watch
) => Promise<{ readonly ok: true; readonly protection: Protection } | { readonly ok: false } | 'cancelled'>;

/**
 * What would let a refused report out. Each change is tried by itself, with the same disclosure control and the same
 * attack as the report.
 *
 * @param limit in milliseconds; what has not been tried by then is told
 */
export async function reportRemedies(
	material: ReportMaterial,
	concerned: Concerned,
	{ attempt, watch, limit }: { attempt: Attempt; watch: Watch; limit: number }
): Promise<ReportRemedies | 'cancelled'> {
	const { set } = protectionInput(material);
	const trials = trialsFor(material, set, concerned);
	const signal = AbortSignal.any([watch.signal, AbortSignal.timeout(limit)]);
	const helpful: ReportRemedies['helpful'][number][] = [];
	const unhelpful: TriedChange[] = [];
	for (const [done, trial] of trials.entries()) {
		watch.report({ step: 'remedying', done, of: trials.length });
		const outcome = await attempt(trial.material, { report: () => undefined, signal });
		if (watch.signal.aborted) return 'cancelled';
		if (outcome === 'cancelled') break;
		if (outcome.ok)
			helpful.push({ ...told(trial), change: trial.change, shown: numbersShown(outcome.protection) });
		else unhelpful.push(told(trial));
	}
	const untried = trials.slice(helpful.length + unhelpful.length).map(told);
	helpful.sort(
		(a, b) =>
			Number(keepsLess(a.change)) - Number(keepsLess(b.change)) ||
			b.shown - a.shown ||
			byCodeUnit(a.words, b.words)
	);
	return { helpful, planned: numbersPlanned(set), unhelpful, untried };
}

/** What helps most often is tried first. What is published stands: then only what the round keeps can change. */
function trialsFor(material: ReportMaterial, set: IndicatorTableSet, concerned: Concerned): Trial[] {
	const { round, published } = material;
	const withRound = (change: ReportChange, words: string, changes: Partial<Round>): Trial => ({
		change,
		words,
		tables: [],
		material: { ...material, round: { ...round, ...changes } }
	});
	const withThreshold = (kind: 'raise-threshold' | 'lower-threshold', verb: string) => (threshold: number) =>
		withRound({ kind, threshold }, `${verb} gränsen till ${String(threshold)} personer`, { threshold });
	const raised = [round.threshold + 1, round.threshold + 2].filter((one) => one <= highestThreshold);
	// Earlier rounds may be published by a lower one, and what they told stands.
	const lowered = round.threshold > defaultThreshold ? [defaultThreshold] : [];
	const [zeros, others] = published.own ? [[], []] : planTrials(material, set, concerned);
	return [
		...zeros,
		...lowered.map(withThreshold('lower-threshold', 'Sänk')),
		...(round.keepsOrganisations
			? [
					withRound({ kind: 'end-keeping' }, 'Sluta skydda organisationernas egna tal', {
						keepsOrganisations: false
					})
				]
			: []),
		...others,
		...raised.map(withThreshold('raise-threshold', 'Höj'))
	];
}

function told({ words, tables }: Trial): TriedChange {
	return { words, tables };
}

function numbersShown({ shown }: Protection): number {
	return [...shown.values()].filter((value) => value !== null).length;
}

function numbersPlanned({ tables }: IndicatorTableSet): number {
	return new Set(tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(keysInPlan)))).size;
}
