import type {
	CellPlan,
	IndicatorCell,
	IndicatorTable,
	IndicatorTableSet,
	Relation
} from '#lib/disclosure/tables/indicatorTable.ts';

/** A count of persons, open figure or opinion, with its key as its label. */
export function cell(key: string, value: number, more: Partial<IndicatorCell> = {}): IndicatorCell {
	return { key, value, rule: 'persons', label: key, ...more };
}

export function sum(total: string, ...parts: string[]): Relation {
	return { total, parts };
}

/** One table with a row for each plan. */
export function table(id: string, plans: readonly CellPlan[]): IndicatorTable {
	return {
		id,
		title: id,
		unit: 'personer',
		base: 'Alla som svarat',
		notes: [],
		columns: [{ id: 'antal', title: 'Antal', kind: 'number' }],
		rows: plans.map((plan, i) => ({ id: `r${i}`, title: `Rad ${i}`, cells: [plan] }))
	};
}

/** A set that shows every cell that is not virtual as a count in one table. */
export function tableSet(
	cells: readonly IndicatorCell[],
	relations: readonly Relation[],
	tables?: readonly IndicatorTable[]
): IndicatorTableSet {
	const shown = cells.filter((c) => !c.isVirtual).map((c): CellPlan => ({ kind: 'count', key: c.key }));
	return { cells, relations, tables: tables ?? [table('T', shown)] };
}

/** Cells `row|column` with the totals `row|T`, `T|column` and `T|T` of a matrix of counts. */
export function crossTable(counts: readonly (readonly number[])[], prefix = ''): IndicatorTableSet {
	const rows = counts.map((_, r) => `r${r}`);
	const columns = (counts[0] ?? []).map((_, c) => `c${c}`);
	const value = (r: number, c: number) => counts[r]?.[c] ?? 0;
	const key = (r: string, c: string) => `${prefix}${r}|${c}`;
	const sumOf = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
	const cells = [
		...rows.flatMap((row, r) => columns.map((column, c) => cell(key(row, column), value(r, c)))),
		...rows.map((row, r) => cell(key(row, 'T'), sumOf(columns.map((_, c) => value(r, c))))),
		...columns.map((column, c) => cell(key('T', column), sumOf(rows.map((_, r) => value(r, c))))),
		cell(key('T', 'T'), sumOf(counts.flat()))
	];
	const relations = [
		...[...rows, 'T'].map((row) => sum(key(row, 'T'), ...columns.map((column) => key(row, column)))),
		...[...columns, 'T'].map((column) => sum(key('T', column), ...rows.map((row) => key(row, column))))
	];
	return tableSet(cells, relations);
}
