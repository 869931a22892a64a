import type { ReleasedCell, ReleasedTable } from '#lib/disclosure/releasedTable.ts';

export type ReleasedRow = ReleasedTable['rows'][number];

export function findTable(tables: readonly ReleasedTable[], id: string): ReleasedTable | undefined {
	return tables.find((table) => table.id === id);
}

export function cellIn(table: ReleasedTable, row: ReleasedRow, columnId: string): ReleasedCell {
	const place = table.columns.findIndex(({ id }) => id === columnId);
	return row.cells[place] ?? { kind: 'empty' };
}

/** The cell of a table, by the lasting ids of its row and column; empty when there is none. */
export function releasedCell(
	tables: readonly ReleasedTable[],
	place: { readonly table: string; readonly row: string; readonly column: string }
): ReleasedCell {
	const table = findTable(tables, place.table);
	const row = table?.rows.find(({ id }) => id === place.row);
	return table && row ? cellIn(table, row, place.column) : { kind: 'empty' };
}

/** Only a number that is shown; undefined when it is hidden, empty or words. */
export function shownNumber(cell: ReleasedCell): number | undefined {
	return cell.kind === 'number' ? cell.value : undefined;
}
