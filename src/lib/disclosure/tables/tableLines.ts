import type { CellPlan, IndicatorTable, TableColumn } from './indicatorTable.ts';

/** A row or a column of a planned table. */
export interface TableLine {
	readonly id: string;
	readonly title: string;
	/** Of a column; a row has none. */
	readonly kind?: TableColumn['kind'];
	readonly cells: readonly CellPlan[];
}

export function linesOf(table: IndicatorTable, by: 'rows' | 'columns'): readonly TableLine[] {
	if (by === 'rows') return table.rows;
	return table.columns.map((column, place) => ({
		...column,
		cells: table.rows.map(({ cells }) => cells[place] ?? { kind: 'empty' })
	}));
}

/** The table with these lines instead of its own. */
export function withLines(
	table: IndicatorTable,
	by: 'rows' | 'columns',
	lines: readonly TableLine[]
): IndicatorTable {
	if (by === 'rows') return { ...table, rows: lines };
	return {
		...table,
		columns: lines.map(({ id, title, kind = 'number' }) => ({ id, title, kind })),
		rows: table.rows.map((row, place) => ({
			...row,
			cells: lines.map(({ cells }): CellPlan => cells[place] ?? { kind: 'empty' })
		}))
	};
}
