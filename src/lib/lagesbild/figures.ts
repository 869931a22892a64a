import { hiddenWords } from '#lib/disclosure/releasedTable.ts';
import type { ReleasedCell, ReleasedTable } from '#lib/disclosure/releasedTable.ts';
import { numberText } from './cellText.ts';
import type { Figure } from './lagesbild.ts';
import { cellIn, shownNumber } from './releasedValues.ts';
import { cellWords } from './sentences.ts';

type FigureValue = Figure['series'][number]['values'][number];

function numberOrGap(cell: ReleasedCell): FigureValue {
	return shownNumber(cell) ?? null;
}

/** Intervals, a bar from least to most for each row. Undefined when nothing can be drawn. */
export function rangeFigure(table: ReleasedTable): Figure | undefined {
	const cells = table.rows.map((row) => cellIn(table, row, 'intervall'));
	const values = cells.map((cell): FigureValue => (cell.kind === 'interval' ? [cell.low, cell.high] : null));
	if (values.every((value) => value === null)) return undefined;
	const described = table.rows.map((row, place) => `${row.title}: ${rangeWords(cells[place])}`);
	return {
		id: `figur-${table.id}`,
		title: `${table.title}: minst och högst`,
		alt: `Liggande staplar från minsta till högsta antal. ${described.join('. ')}.`,
		table: table.id,
		kind: 'range',
		unit: table.unit,
		categories: table.rows.map(({ title }) => title),
		series: [{ name: 'Minst och högst', values }]
	};
}

function rangeWords(cell: ReleasedCell | undefined): string {
	return cell && cell.kind !== 'empty' ? cellWords(cell) : 'ingen uppgift';
}

/** Two years side by side for the same units, by row. */
export function changeFigure(table: ReleasedTable): Figure | undefined {
	const years = table.columns.filter(({ id }) => id === 'panel-fore' || id === 'panel');
	const rows = table.rows.filter((row) =>
		years.some(({ id }) => shownNumber(cellIn(table, row, id)) !== undefined)
	);
	if (rows.length === 0) return undefined;
	const described = rows.map((row) => {
		const values = years.map(({ id, title }) => `${title} ${cellWords(cellIn(table, row, id))}`);
		return `${row.title}: ${values.join(', ')}`;
	});
	return {
		id: `figur-${table.id}`,
		title: table.title,
		alt: `Staplar för två år hos samma enheter. ${described.join('. ')}.`,
		table: table.id,
		kind: 'bar',
		unit: table.unit,
		categories: rows.map(({ title }) => title),
		series: years.map(({ id, title }) => ({
			name: title,
			values: rows.map((row) => numberOrGap(cellIn(table, row, id)))
		}))
	};
}

/** How units answered, a bar a row and a part an answer. Undefined when a single unit answered: then the table says it all. */
export function answerFigure(table: ReleasedTable): Figure | undefined {
	const answers = table.columns.length > 1 ? table.columns.filter(({ id }) => id !== 'svar') : table.columns;
	const columns = answers.filter(({ id }) => {
		const values = table.rows.map((row) => cellIn(table, row, id));
		return values.some((cell) => cell.kind === 'hidden' || (shownNumber(cell) ?? 0) > 0);
	});
	const largest = Math.max(0, ...table.rows.map((row) => rowTotal(table, row)));
	if (columns.length === 0 || largest < 2) return undefined;
	return {
		id: `figur-${table.id}`,
		title: table.title,
		alt: answerAlt(table, columns),
		table: table.id,
		kind: table.columns.length > 1 ? 'stacked-bar' : 'horizontal-bar',
		unit: table.unit,
		categories: table.rows.map(({ title }) => title),
		series: columns.map(({ id, title }) => ({
			name: title,
			values: table.rows.map((row) => numberOrGap(cellIn(table, row, id)))
		}))
	};
}

function rowTotal(table: ReleasedTable, row: ReleasedTable['rows'][number]): number {
	return table.columns.reduce((sum, { id }) => sum + (shownNumber(cellIn(table, row, id)) ?? 0), 0);
}

const rowsInWords = 6;

/** The rows in words when they are few, else those with most units in the first answer; the table below has them all. */
function answerAlt(table: ReleasedTable, columns: ReleasedTable['columns']): string {
	const [first] = columns;
	const describe = (row: ReleasedTable['rows'][number]): string => {
		const parts = columns.flatMap(({ id, title }) => {
			const cell = cellIn(table, row, id);
			if (cell.kind === 'hidden') return [`${title} ${hiddenWords}`];
			const value = shownNumber(cell) ?? 0;
			return value > 0 ? [`${title} ${numberText(value)}`] : [];
		});
		return `${row.title}: ${parts.join(', ')}`;
	};
	const start = `Staplar ${table.columns.length > 1 ? 'delade efter svar, ' : ''}i antal ${table.unit}.`;
	if (table.rows.length <= rowsInWords || !first) return `${start} ${table.rows.map(describe).join('. ')}.`;
	const ranked = table.rows.toSorted(
		(one, other) =>
			(shownNumber(cellIn(table, other, first.id)) ?? -1) - (shownNumber(cellIn(table, one, first.id)) ?? -1)
	);
	const top = ranked.slice(0, 3).map(describe).join('. ');
	return `${start} De tre rader där talet för ${first.title} är högst: ${top}. Alla ${table.rows.length} rader står i tabellen efter figuren.`;
}
