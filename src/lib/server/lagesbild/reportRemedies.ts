import { designChanges } from '#lib/disclosure/design/designChanges.ts';
import type { DesignChange } from '#lib/disclosure/design/designReview.ts';
import { byCodeUnit } from '#lib/disclosure/jointSystem.ts';
import type { Protection } from '#lib/disclosure/protection.ts';
import { keysInPlan, type IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import {
	keepsLess,
	type ReportChange,
	type ReportRemedies,
	type TriedChange
} from '#lib/statistics/reportRemedies.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { Round } from '#lib/rounds/round.ts';
import { defaultThreshold, highestThreshold } from '#lib/rounds/threshold.ts';
import { countInWords } from '#lib/statistics/countInWords.ts';
import type { ConcernedCount } from '#lib/statistics/countsConcerned.ts';
import { planChangeWords, zerosOf, type PlanChange } from '#lib/statistics/planChange.ts';
import { isSplitOfBreakdowns } from '#lib/statistics/planChanges.ts';
import type { Watch } from '../disclosure/protectInThread.ts';
import { protectionInput, type ReportMaterial } from './reportMaterial.ts';

interface Trial extends TriedChange {
	readonly change: ReportChange;
	readonly material: ReportMaterial;
}

/** The whole report protected and attacked, as it is before it is let out. */
type Attempt = (
	material: ReportMaterial,
	watch: Watch
) => Promise<{ readonly ok: true; readonly protection: Protection } | { readonly ok: false } | 'cancelled'>;

/** What could not be protected is about this. */
export interface Concerned {
	/** Any of them when empty. */
	readonly sectors: readonly Sector[];
	/** The counts that it is of, unless everything told of them has been left out already. */
	readonly counts: readonly ConcernedCount[];
	/** Others, whose numbers stand in the same equations. */
	readonly beside: readonly ConcernedCount[];
}

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
	const ofPlan = published.own ? undefined : planTrials(material, set, concerned);
	return [
		...(ofPlan?.zeros ?? []),
		...lowered.map(withThreshold('lower-threshold', 'Sänk')),
		...(round.keepsOrganisations
			? [
					withRound({ kind: 'end-keeping' }, 'Sluta skydda organisationernas egna tal', {
						keepsOrganisations: false
					})
				]
			: []),
		...(ofPlan?.counts ?? []),
		...(ofPlan?.breakdowns ?? []),
		...(ofPlan?.beside ?? []),
		...raised.map(withThreshold('raise-threshold', 'Höj'))
	];
}

/** Zeros hidden; nothing told of a count; breakdowns left out, and groups in them merged, the least information lost first. */
function planTrials(
	{ design, ...material }: ReportMaterial,
	set: IndicatorTableSet,
	{ sectors, counts, beside }: Concerned
): Record<'zeros' | 'counts' | 'breakdowns' | 'beside', Trial[]> {
	const titles = new Map(set.tables.map(({ id, title }) => [id, title]));
	const withChange = (change: PlanChange, tables: readonly string[] = []): Trial => ({
		change,
		words: planChangeWords(change),
		tables: tables.map((id) => titles.get(id) ?? id),
		material: { ...material, design: [...design, change] }
	});
	const isOfSectors = (tables: readonly string[]) =>
		sectors.length === 0 || sectors.some((sector) => tables.some((table) => table.endsWith(`-${sector}`)));
	const ofBreakdowns = designChanges(set, material.round.threshold, isSplitOfBreakdowns)
		.flatMap(({ changes }) => changes)
		.filter(({ tables }) => isOfSectors(tables))
		.sort((a, b) => dropFirst(a, b) || a.lost - b.lost || byCodeUnit(a.words, b.words));
	return {
		zeros: zerosOf(design) === 'open' ? [withChange({ kind: 'hide-zeros' })] : [],
		counts: withholding(counts, design).map((change) => withChange(change)),
		breakdowns: ofBreakdowns.map(({ change, tables }) => withChange(change, tables)),
		beside: withholding(beside, design).map((change) => withChange(change))
	};
}

/** Nothing told of one of the counts, for each that something is told of yet. */
function withholding(counts: readonly ConcernedCount[], design: readonly PlanChange[]): PlanChange[] {
	return counts.flatMap(({ round, count }) => {
		const { sector, instrument } = round.answers;
		const { code } = count;
		if (design.some((one) => one.kind === 'withhold' && one.sector === sector && one.code === code))
			return [];
		return [{ kind: 'withhold', sector, code, question: countInWords(instrument, count) }];
	});
}

function told({ words, tables }: Trial): TriedChange {
	return { words, tables };
}

function dropFirst(one: { readonly change: DesignChange }, other: { readonly change: DesignChange }): number {
	return Number(other.change.kind === 'drop') - Number(one.change.kind === 'drop');
}

function numbersShown({ shown }: Protection): number {
	return [...shown.values()].filter((value) => value !== null).length;
}

function numbersPlanned({ tables }: IndicatorTableSet): number {
	return new Set(tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(keysInPlan)))).size;
}
