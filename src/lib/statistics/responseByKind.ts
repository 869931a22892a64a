import { organisationKindName, organisationKinds } from '#lib/organisations/organisationKind.ts';
import { sectorName } from '#lib/organisations/sector.ts';
import { defaultPolicy } from '#lib/disclosure/protection.ts';
import type { CellPlan } from '#lib/disclosure/tables/indicatorTable.ts';
import { addMeasures, addResponse, baseTextOfAll, responseMeasures } from './responseTable.ts';
import type { ResponseMeasure } from './responseTable.ts';
import type { TableSet } from './tableSet.ts';
import type { SectorRound } from './unitAnswers.ts';
import type { KindResponse } from './unitResponse.ts';

/** The least that a group of asked units may be, for nobody to be pointed out by who did not answer. */
export interface GroupLimits {
	readonly minimumAnswers: number;
	readonly minimumOrganisations: number;
}

type KindGroup = readonly KindResponse[];

function sumOf(group: KindGroup, number: 'asked' | 'answered' | 'organisations'): number {
	return group.reduce((sum, one) => sum + one[number], 0);
}

function isLarge(group: KindGroup, { minimumAnswers, minimumOrganisations }: GroupLimits): boolean {
	return sumOf(group, 'asked') >= minimumAnswers && sumOf(group, 'organisations') >= minimumOrganisations;
}

/**
 * The kinds of a sector, each by itself where it is large, the others together; none where there are not two groups. Goes
 * by who was asked alone: that a kind is not shown tells nothing of who answered.
 */
export function kindGroups(kinds: readonly KindResponse[], limits: GroupLimits): readonly KindGroup[] {
	const inOrder = kinds.toSorted(
		(one, other) => organisationKinds.indexOf(one.kind) - organisationKinds.indexOf(other.kind)
	);
	const alone = inOrder.filter((one) => isLarge([one], limits));
	const rest = inOrder.filter((one) => !alone.includes(one));
	// What is left beside those shown would be theirs and the sector's difference.
	while (rest.length > 0 && !isLarge(rest, limits) && alone.length > 0) {
		const smallest = alone.reduce((least, one) => (one.asked < least.asked ? one : least));
		rest.push(...alone.splice(alone.indexOf(smallest), 1));
	}
	const groups = [...alone.map((one) => [one]), ...(rest.length > 0 ? [rest] : [])];
	return groups.length > 1 ? groups : [];
}

function groupTitle(group: KindGroup): string {
	const names = group.map(({ kind }) => organisationKindName[kind]);
	return names.length > 1 ? `Övriga (${names.join('; ').toLocaleLowerCase('sv')})` : names.join('');
}

const rowId = (group: KindGroup): string => (group.length > 1 ? 'ovriga' : (group[0]?.kind ?? ''));

function addGroup(set: TableSet, round: SectorRound, group: KindGroup): Record<ResponseMeasure, string> {
	const { sector } = round.answers;
	const kinds = group.map(({ kind }) => kind).join('+');
	return addMeasures(
		set,
		{ asked: sumOf(group, 'asked'), answered: sumOf(group, 'answered') },
		(measure) => ({
			key: `${round.year}/svar/${sector}/typ/${kinds}/${measure}`,
			label: `${sectorName[sector]}, ${groupTitle(group)}: ${measure}, ${round.year}`
		})
	);
}

/** Who was asked and who answered by kind of organisation, in the sectors that have two groups to tell apart. */
export function addResponseByKind(
	set: TableSet,
	rounds: readonly SectorRound[],
	limits: GroupLimits = defaultPolicy
): void {
	const split = rounds
		.map((round) => ({ round, groups: kindGroups(round.answers.response.byKind ?? [], limits) }))
		.filter(({ groups }) => groups.length > 0);
	if (split.length === 0) return;
	const rows = split.flatMap(({ round, groups }) => {
		const keys = groups.map((group) => addGroup(set, round, group));
		const sector = addResponse(set, round);
		for (const { id } of responseMeasures) {
			set.relate(
				sector[id],
				keys.map((ofGroup) => ofGroup[id])
			);
		}
		return groups.map((group, place) => ({
			id: `${round.answers.sector}-${rowId(group)}`,
			title: `${sectorName[round.answers.sector]}: ${groupTitle(group).toLocaleLowerCase('sv')}`,
			cells: responseMeasures.map(({ id }): CellPlan => ({ kind: 'count', key: keys[place]?.[id] ?? '' }))
		}));
	});
	set.table({
		id: 'svarande-typ',
		title: 'Tillfrågade och svarande enheter efter typ av organisation',
		unit: 'enheter',
		base: baseTextOfAll(split.map(({ round }) => round)),
		notes: ['Typen är den som organisationen hade i registret när enheten tillfrågades.'],
		columns: responseMeasures.map(({ id, title }) => ({ id, title, kind: 'number' })),
		rows
	});
}
