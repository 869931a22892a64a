import type { ReleasedCell, ReleasedTable } from '#lib/disclosure/releasedTable.ts';

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
