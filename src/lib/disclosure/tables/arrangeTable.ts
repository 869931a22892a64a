import type { TableColumn, TableHeading } from './indicatorTable.ts';
import type { ReleasedCell, ReleasedTable } from './releasedTable.ts';
import { sealTable } from './sealTable.ts';

/**
 * Where a cell of an arranged table comes from: a released table, words that hold no number of their own, what has been
 * computed from released cells alone, which a reader can compute too (docs/decisions/0130), or a whole number that others
 * have published (docs/decisions/0150).
 */
export type CellSource =
	| { readonly table: ReleasedTable; readonly row: string; readonly column: string }
	| { readonly computed: ReleasedCell }
	| { readonly ofOthers: number }
	| string
	| null;

export interface Arrangement extends TableHeading {
	readonly columns: readonly TableColumn[];
	readonly rows: readonly {
		readonly id: string;
		readonly title: string;
		/** Rows of one question in a table of several: shown under a heading of their own. */
		readonly group?: string;
		readonly cells: readonly CellSource[];
	}[];
}

/**
 * Released cells in another order: rows and columns of several tables put together for the reader. It takes cells only
 * from tables that have passed disclosure control, so it tells nothing that they do not tell.
 */
export function arrangeTable({ rows, ...heading }: Arrangement): ReleasedTable {
	return sealTable({
		...heading,
		rows: rows.map(({ cells, ...row }) => ({ ...row, cells: cells.map(cellFrom) }))
	});
}

function cellFrom(source: CellSource): ReleasedCell {
	if (source === null) return { kind: 'empty' };
	if (typeof source === 'string') return { kind: 'text', text: source };
	if ('computed' in source) return source.computed;
	if ('ofOthers' in source) return { kind: 'number', value: source.ofOthers };
	const place = source.table.columns.findIndex(({ id }) => id === source.column);
	const row = source.table.rows.find(({ id }) => id === source.row);
	return row?.cells[place] ?? { kind: 'empty' };
}
