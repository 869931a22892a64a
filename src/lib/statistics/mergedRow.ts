import type { IndicatorTable } from '#lib/disclosure/tables/indicatorTable.ts';
import type { FrameRow } from './frameCount.ts';
import { knownOf } from './known.ts';
import { mergedName, type MergedSectors } from './mergedSectors.ts';
import { responseKey, type ResponseMeasure } from './responseTable.ts';
import type { TableSet } from './tableSet.ts';
import type { TargetGroup } from './targetGroups.ts';

/**
 * Two sectors as one: their units together, and the sum of what they know of. The largest unit is not told, as nothing
 * else is of either by itself.
 */
export function mergedRow(
	set: TableSet,
	{ group, sectors }: MergedSectors,
	rows: readonly FrameRow[]
): IndicatorTable['rows'][number] {
	const pair = rows.filter(({ round }) => sectors.includes(round.answers.sector));
	const parts = pair.flatMap(({ round, variable, keys }) =>
		keys ? [{ key: keys.sum, value: knownOf(round, variable).sum }] : []
	);
	const id = sectors.join('+');
	const year = pair[0]?.round.year ?? 0;
	const sum = addPairSum(set, parts, {
		key: `${String(year)}/${group}/${id}/sum`,
		label: `${mergedName(sectors)}, summa, ${String(year)}`
	});
	return {
		id,
		title: mergedName(sectors),
		cells: [
			{ kind: 'count', key: addPairResponse(set, pair, 'svarade') },
			{ kind: 'count', key: addPairResponse(set, pair, 'tillfragade') },
			{ kind: 'count', key: sum },
			{ kind: 'withheld' }
		]
	};
}

interface NumberPart {
	readonly key: string;
	readonly value: number;
}

function addPairSum(
	set: TableSet,
	parts: readonly NumberPart[],
	named: { readonly key: string; readonly label: string }
): string {
	const keys = parts.map(({ key }) => key);
	const value = parts.reduce((total, part) => total + part.value, 0);
	const sum = set.cell({ ...named, value, rule: 'persons', ...set.behindSum(keys) });
	set.relate(sum, keys);
	return sum;
}

/** How many units of both sectors were asked, or answered: no secret of either. */
function addPairResponse(set: TableSet, pair: readonly FrameRow[], measure: ResponseMeasure): string {
	const [first] = pair;
	const names = pair.map(({ round }) => round.answers.sector).join('+');
	const value = pair.reduce((total, { round: { answers } }) => {
		const { asked, answered } = answers.response;
		return total + (measure === 'svarade' ? answered : asked);
	}, 0);
	const key = set.cell({
		key: `${String(first?.round.year ?? 0)}/svar/${names}/${measure}`,
		value,
		rule: 'open',
		known: { least: value, most: value },
		label: `${names}: ${measure}, ${String(first?.round.year ?? 0)}`
	});
	set.relate(
		key,
		pair.map(({ round }) => responseKey(round, measure))
	);
	return key;
}

/** The sums of two sectors that the report of the round before printed: whoever knows one of the two knows the other. */
export function addEarlierPairs(set: TableSet, group: TargetGroup, rows: readonly FrameRow[]): void {
	const earlier = rows.flatMap(({ rounds, round, keys }) => {
		if (!keys?.comparison.comparable || keys.previousSum === undefined) return [];
		const { previous, variable } = keys.comparison;
		const { sector } = round.answers;
		return [
			{ sector, year: rounds.previousYear, key: keys.previousSum, value: knownOf(previous, variable).sum }
		];
	});
	const isPublished = rows[0]?.round.isPublished ?? (() => false);
	for (const one of earlier)
		for (const other of earlier) {
			const key = `${String(one.year)}/${group.id}/${one.sector}+${other.sector}/sum`;
			if (isPublished(key))
				addPairSum(set, [one, other], {
					key,
					label: `${mergedName([one.sector, other.sector])}, summa, ${String(one.year)}`
				});
		}
}
