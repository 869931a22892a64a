import type { IndicatorCell } from '#lib/disclosure/tables/indicatorTable.ts';

/**
 * What each organisation put in, with organisations that are one to each other as one under the first name of their
 * group. They have waived together or not at all.
 */
export function mergeHolders(
	cells: readonly IndicatorCell[],
	groups: readonly (readonly string[])[]
): readonly IndicatorCell[] {
	if (groups.length === 0) return cells;
	const nameOf = (holder: string) => groups.find((group) => group.includes(holder))?.[0] ?? holder;
	const membersOf = (name: string) => groups.find(([first]) => first === name) ?? [name];
	return cells.map((cell) => {
		if (!cell.contributions) return cell;
		const { waivedBy = [] } = cell;
		const contributors = new Set(
			cell.contributions
				.filter(({ value }) => value > 0 || cell.rule === 'amounts')
				.map(({ holder }) => holder)
		);
		const byName = Map.groupBy(cell.contributions, ({ holder }) => nameOf(holder));
		const hasWaived = (name: string) =>
			membersOf(name).every((member) => waivedBy.includes(member) || !contributors.has(member));
		return {
			...cell,
			contributions: [...byName].map(([holder, own]) => ({
				holder,
				value: own.reduce((sum, { value }) => sum + value, 0)
			})),
			waivedBy: [...byName.keys()].filter(hasWaived)
		};
	});
}
