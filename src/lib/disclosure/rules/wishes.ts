import { keysInPlan, type IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import type { PlacedWish, Wish, WishOutcome } from '#lib/disclosure/protection.ts';

/** The cells that a wish is about. None when the table no longer has its place. */
export function keysOfWish({ tables }: Pick<IndicatorTableSet, 'tables'>, wish: PlacedWish): string[] {
	const table = tables.find(({ id }) => id === wish.table);
	const row = table?.rows.find(({ id }) => id === wish.row);
	const plans = (row?.cells ?? []).filter(
		(_, place) => wish.column === undefined || table?.columns[place]?.id === wish.column
	);
	return [...new Set(plans.flatMap(keysInPlan))];
}

/** The wish of each cell. A distribution is shown or hidden as a whole, and what must be shown goes before what may go. */
export function wishByKey(set: IndicatorTableSet, wishes: readonly PlacedWish[]): Map<string, Wish> {
	const groupOf = new Map(set.cells.map(({ key, group }) => [key, group]));
	const mates = Map.groupBy(set.cells, ({ group }) => group);
	const withMates = (key: string) => {
		const group = groupOf.get(key);
		return group === undefined ? [key] : (mates.get(group) ?? []).map((mate) => mate.key);
	};
	const found = new Map<string, Wish>();
	for (const wanted of ['rather-hide', 'must-show'] as const)
		for (const placed of wishes.filter(({ wish }) => wish === wanted))
			for (const key of keysOfWish(set, placed).flatMap(withMates)) found.set(key, wanted);
	return found;
}

/** What became of each wish. One whose place is gone is about no number. */
export function wishOutcomes(
	set: IndicatorTableSet,
	wishes: readonly PlacedWish[],
	hidden: Pick<ReadonlySet<string>, 'has'>
): WishOutcome[] {
	return wishes.map((placed) => {
		const keys = keysOfWish(set, placed);
		const lost = keys.filter((key) => hidden.has(key)).length;
		return { ...placed, label: labelOf(set, placed), shown: keys.length - lost, hidden: lost };
	});
}

function labelOf({ tables }: IndicatorTableSet, placed: PlacedWish): string {
	const table = tables.find(({ id }) => id === placed.table);
	const row = table?.rows.find(({ id }) => id === placed.row);
	const column = table?.columns.find(({ id }) => id === placed.column);
	return [table?.title, row?.title, column?.title].filter((part) => part !== undefined).join(', ');
}
