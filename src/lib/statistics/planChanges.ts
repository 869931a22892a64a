import type { IndicatorTable, IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { plannedSplits } from '#lib/disclosure/design/plannedSplits.ts';

/**
 * Whether a split may be merged or left out: it divides persons in breakdowns only. The lines of other tables are
 * different numbers, such as a sum and its largest part, which the report finds by their names.
 */
export function isSplitOfBreakdowns(set: IndicatorTableSet, split: string): boolean {
	const tables = new Map(set.tables.map((table) => [table.id, table]));
	const found = plannedSplits(set).find(({ id }) => id === split);
	return (
		found?.places.every((place) => {
			const table = tables.get(place.table);
			return table !== undefined && isBreakdown(table);
		}) ?? false
	);
}

function isBreakdown({ columns, rows }: Pick<IndicatorTable, 'columns' | 'rows'>): boolean {
	return columns.at(-1)?.id === 'summa' && rows.at(-1)?.id === 'summa';
}
