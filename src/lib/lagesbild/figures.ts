import type { ReleasedCell, ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import type { Figure } from './lagesbild.ts';
import { cellIn, shownNumber, type ReleasedRow } from './releasedValues.ts';
import { cellWords } from './sentences.ts';

type FigureValue = Figure['series'][number]['values'][number];

function numberOrGap(cell: ReleasedCell): FigureValue {
	return shownNumber(cell) ?? null;
}

/** Intervals, a bar from least to most for each row; `shownBeside` is the table that follows it. Undefined when nothing can be drawn. */
export function rangeFigure(table: ReleasedTable, shownBeside = table.id): Figure | undefined {
	// Where nobody gave a number nothing is hidden: a hatched box would say so. Two sectors shown as one have no least number.
	const drawn = table.rows.filter(
		(row) => cellIn(table, row, 'summa').kind !== 'text' && !row.id.includes('+')
	);
	const values = drawn.map((row): FigureValue => {
		const cell = cellIn(table, row, 'intervall');
		return cell.kind === 'interval' ? [cell.low, cell.high] : null;
	});
	if (values.every((value) => value === null)) return undefined;
	const described = table.rows.map((row) => `${row.title}: ${rangeWords(table, row)}`);
	return {
		id: `figur-${table.id}`,
		title: `${table.title}: minst och högst`,
		alt: `Liggande staplar från minsta till högsta antal. ${described.join('. ')}.`,
		table: shownBeside,
		kind: 'range',
		unit: table.unit,
		categories: drawn.map(({ title }) => title),
		series: [{ name: 'Minst och högst', values }]
	};
}

function rangeWords(table: ReleasedTable, row: ReleasedRow): string {
	const sum = cellIn(table, row, 'summa');
	if (sum.kind === 'text') return sum.text.toLowerCase();
	const cell = cellIn(table, row, 'intervall');
	return cell.kind === 'empty' ? 'ingen uppgift' : cellWords(cell);
}

/** Two years side by side for the same units, for the rows where both are shown. */
export function changeFigure(table: ReleasedTable): Figure | undefined {
	const years = table.columns.filter(({ id }) => id === 'panel-fore' || id === 'panel');
	const rows = table.rows.filter((row) =>
		years.every(({ id }) => shownNumber(cellIn(table, row, id)) !== undefined)
	);
	if (rows.length === 0) return undefined;
	const named = rows.map((row) => ({
		row,
		name: row.group === undefined ? row.title : `${row.group} – ${row.title.toLowerCase()}`
	}));
	const described = named.map(({ row, name }) => {
		const values = years.map(({ id, title }) => `${title} ${cellWords(cellIn(table, row, id))}`);
		return `${name}: ${values.join(', ')}`;
	});
	return {
		id: `figur-${table.id}`,
		title: table.title,
		alt: `Staplar för två omgångar hos samma enheter, där båda talen visas. ${described.join('. ')}.`,
		table: table.id,
		kind: 'horizontal-bar',
		unit: table.unit,
		categories: named.map(({ name }) => name),
		series: years.map(({ id, title }) => ({
			name: title,
			values: rows.map((row) => numberOrGap(cellIn(table, row, id)))
		}))
	};
}
