import { designChanges } from '#lib/disclosure/design/designChanges.ts';
import type { DesignChange } from '#lib/disclosure/design/designReview.ts';
import { byCodeUnit } from '#lib/disclosure/jointSystem.ts';
import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import { countInWords } from '#lib/statistics/countInWords.ts';
import { countsOfGroup, nameOfCount, type ConcernedCount } from '#lib/statistics/countsConcerned.ts';
import { planChangeWords, zerosOf, type PlanChange } from '#lib/statistics/planChange.ts';
import { isFree, mergedSectorsAmong } from '#lib/statistics/plannedRestraints.ts';
import { isSplitOfBreakdowns } from '#lib/statistics/planChanges.ts';
import type { ReportChange, TriedChange } from '#lib/statistics/reportRemedies.ts';
import type { RoundAnswers } from '#lib/statistics/statisticsInput.ts';
import { targetGroups } from '#lib/statistics/targetGroups.ts';
import type { ReportMaterial } from './reportMaterial.ts';

/** What could not be protected is about this. */
export interface Concerned {
	/** Any of them when empty. */
	readonly sectors: readonly Sector[];
	/** The counts that it is of, unless everything told of them has been left out already. */
	readonly counts: readonly ConcernedCount[];
	/** Others, whose numbers stand in the same equations. */
	readonly beside: readonly ConcernedCount[];
}

/** A change, and what is compiled with it. */
export interface Trial extends TriedChange {
	readonly change: ReportChange;
	readonly material: ReportMaterial;
}

/**
 * Changes of the table plan, what most often helps first: zeros hidden, by themselves; nothing told of a count that is
 * concerned; sectors shown as one; breakdowns left out, and groups in them merged, the least information lost first;
 * nothing told of another count.
 */
export function planTrials(
	material: ReportMaterial,
	set: IndicatorTableSet,
	{ sectors, counts, beside }: Concerned
): [zeros: Trial[], others: Trial[]] {
	const { design, round, answers } = material;
	const titles = new Map(set.tables.map(({ id, title }) => [id, title]));
	const withChange = (change: PlanChange, tables: readonly string[] = []): Trial => ({
		change,
		words: planChangeWords(change),
		tables: tables.map((id) => titles.get(id) ?? id),
		material: { ...material, design: [...design, change] }
	});
	const isOfSectors = (tables: readonly string[]) =>
		sectors.length === 0 || sectors.some((sector) => tables.some((table) => table.endsWith(`-${sector}`)));
	const ofBreakdowns = designChanges(set, round.threshold, isSplitOfBreakdowns)
		.flatMap(({ changes }) => changes)
		.filter(({ tables }) => isOfSectors(tables))
		.sort((a, b) => dropFirst(a, b) || a.lost - b.lost || byCodeUnit(a.words, b.words));
	return [
		zerosOf(design) === 'open' ? [withChange({ kind: 'hide-zeros' })] : [],
		[
			...withholding(counts, design).map((change) => withChange(change)),
			...merging([...counts, ...beside], { sectors, design, answers }).map((change) => withChange(change)),
			...ofBreakdowns.map(({ change, tables }) => withChange(change, tables)),
			...withholding(beside, design).map((change) => withChange(change))
		]
	];
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

/** Each sector that is concerned as one with each other, where one of the two's counts is among these. */
function merging(
	counts: readonly ConcernedCount[],
	{
		sectors,
		design,
		answers
	}: Pick<Concerned, 'sectors'> & {
		readonly design: readonly PlanChange[];
		readonly answers: RoundAnswers;
	}
): PlanChange[] {
	const names = new Set(counts.map(nameOfCount));
	const merged = mergedSectorsAmong(design, answers);
	return targetGroups.flatMap(({ id: group }) => {
		const asked = countsOfGroup(answers, group);
		const pairs = asked.flatMap((one, place) => asked.slice(place + 1).map((other) => [one, other] as const));
		return pairs
			.filter((pair) => pair.some((one) => names.has(nameOfCount(one))))
			.map(([one, other]) => [one.round.answers.sector, other.round.answers.sector] as const)
			.filter((pair) => pair.some((sector) => sectors.includes(sector)))
			.filter((pair) => isFree(merged, { group, sectors: pair }))
			.map((pair): PlanChange => ({ kind: 'merge-sectors', group, sectors: pair }));
	});
}

function dropFirst(one: { readonly change: DesignChange }, other: { readonly change: DesignChange }): number {
	return Number(other.change.kind === 'drop') - Number(one.change.kind === 'drop');
}
