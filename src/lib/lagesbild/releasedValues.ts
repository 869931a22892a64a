import type { ReleasedCell, ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';

export type ReleasedRow = ReleasedTable['rows'][number];

export function findTable(tables: readonly ReleasedTable[], id: string): ReleasedTable | undefined {
	return tables.find((table) => table.id === id);
}

export function cellIn(table: ReleasedTable, row: ReleasedRow, columnId: string): ReleasedCell {
	const place = table.columns.findIndex(({ id }) => id === columnId);
	return row.cells[place] ?? { kind: 'empty' };
}

/** Only a number that is shown; undefined when it is hidden, empty or words. */
export function shownNumber(cell: ReleasedCell): number | undefined {
	return cell.kind === 'number' ? cell.value : undefined;
}

export function rowIn(table: ReleasedTable | undefined, id: string): ReleasedRow | undefined {
	return table?.rows.find((row) => row.id === id);
}

/** The shown number at a place; undefined when there is no such place or the number is hidden. */
export function numberAt(table: ReleasedTable | undefined, row: string, column: string): number | undefined {
	const found = rowIn(table, row);
	return table && found ? shownNumber(cellIn(table, found, column)) : undefined;
}
