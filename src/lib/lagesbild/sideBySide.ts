import { arrangeTable } from '#lib/disclosure/tables/arrangeTable.ts';
import type { CellSource } from '#lib/disclosure/tables/arrangeTable.ts';
import { hiddenWords } from '#lib/disclosure/tables/releasedTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { numberText } from '#lib/shared/numberText.ts';
import { knownSource } from './knownAmount.ts';
import type { Figure } from './lagesbild.ts';
import type { SectorResponse } from './lagesbildInput.ts';
import { cellIn, findTable, numberAt, rowIn, shownNumber } from './releasedValues.ts';
import { sectorTitle } from './sentences.ts';

/** The same rows asked in several sectors: what each sector answered, side by side. */
export interface SideBySide {
	readonly id: string;
	readonly title: string;
	readonly unit: string;
	/** The table of each sector that was asked. */
	readonly asked: Readonly<Record<string, string>>;
	/** The answers that are shown, strongest first. The others stand in the appendix. */
	readonly answers: readonly string[];
}

interface AskedSector {
	readonly sector: string;
	readonly table: ReleasedTable;
	/** A single unit answered: its answer in words says more than a one and zeros. */
	readonly isSingle: boolean;
}

type Tables = readonly ReleasedTable[];

function askedSectors(tables: Tables, plan: SideBySide, response: readonly SectorResponse[]): AskedSector[] {
	return Object.entries(plan.asked).flatMap(([sector, id]) => {
		const table = findTable(tables, id);
		const answered = response.find((one) => one.sector === sector)?.answered;
		return table ? [{ sector, table, isSingle: answered === 1 }] : [];
	});
}

function rowsOf(sectors: readonly AskedSector[]): Map<string, string> {
	return new Map(sectors.flatMap(({ table }) => table.rows).map(({ id, title }) => [id, title]));
}

export function sideBySideTable(
	tables: Tables,
	plan: SideBySide,
	response: readonly SectorResponse[]
): ReleasedTable | undefined {
	const sectors = askedSectors(tables, plan, response);
	if (sectors.length === 0) return undefined;
	const parts = sectors.flatMap((asked) => columnsOf(asked, plan));
	return arrangeTable({
		id: plan.id,
		title: plan.title,
		unit: plan.unit,
		base: sectors
			.map(
				({ sector, table }) => `${sectorTitle(sector).toLowerCase()} ${table.base.replace(/ svarade$/, '')}`
			)
			.join(', '),
		notes: [],
		columns: parts.map(({ column }) => column),
		rows: [...rowsOf(sectors)].map(([id, title]) => ({
			id,
			title,
			cells: parts.map(({ cell }) => cell(id))
		}))
	});
}

function columnsOf(
	{ sector, table, isSingle }: AskedSector,
	{ answers }: SideBySide
): { readonly column: ReleasedTable['columns'][number]; readonly cell: (row: string) => CellSource }[] {
	if (isSingle) {
		return [
			{
				column: { id: sector, title: sectorTitle(sector), kind: 'text' },
				cell: (row) => singleAnswer(table, row)
			}
		];
	}
	const shown = answers.flatMap((id) => table.columns.filter((column) => column.id === id));
	return shown.map(({ id, title }) => ({
		column: {
			id: `${sector}-${id}`,
			title: shown.length === 1 ? sectorTitle(sector) : `${sectorTitle(sector)}: ${title.toLowerCase()}`,
			kind: 'number'
		},
		cell: (row) => ({ table, row, column: id })
	}));
}

function singleAnswer(table: ReleasedTable, rowId: string): CellSource {
	const row = rowIn(table, rowId);
	if (!row) return null;
	if (row.cells.some(({ kind }) => kind === 'hidden')) return hiddenWords;
	return table.columns.find(({ id }) => numberAt(table, rowId, id) === 1)?.title ?? null;
}

/** Bars by row, a part for each sector: the units that gave the first of the answers. */
export function sideBySideFigure(
	tables: Tables,
	plan: SideBySide,
	response: readonly SectorResponse[]
): Figure | undefined {
	const [answer = ''] = plan.answers;
	const sectors = askedSectors(tables, plan, response);
	const rows = [...rowsOf(sectors)];
	const answerTitle = sectors[0]?.table.columns.find(({ id }) => id === answer)?.title.toLowerCase();
	const series = sectors.map(({ sector, table }) => ({
		name: sectorTitle(sector),
		// A row that this sector was not asked about has no bar; null is a hidden number and is marked as such.
		values: rows.map(([id]) => (rowIn(table, id) ? (numberAt(table, id, answer) ?? null) : 0))
	}));
	const largest = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
	if (largest < 2 || answerTitle === undefined) return undefined;
	return {
		id: `figur-${plan.id}`,
		title: `${plan.title}: enheter som svarat ”${answerTitle}”`,
		alt: figureAlt(rows, series, answerTitle),
		table: plan.id,
		kind: 'stacked-bar',
		unit: plan.unit,
		categories: rows.map(([, title]) => title),
		series
	};
}

function figureAlt(
	rows: readonly (readonly [string, string])[],
	series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[],
	answerTitle: string
): string {
	const described = rows.map(([, title], place) => {
		const parts = series.flatMap(({ name, values }) => {
			const value = values[place];
			return value ? [`${name.toLowerCase()} ${numberText(value)}`] : [];
		});
		return `${title}: ${parts.length > 0 ? parts.join(', ') : 'ingen enhet'}`;
	});
	return `Liggande staplar delade efter sektor: antal enheter som svarat ”${answerTitle}”. ${described.join('. ')}.`;
}

/** Counts of the same rows in several sectors: the interval of each, never added over sectors. */
export function countsSideBySide(
	tables: Tables,
	plan: {
		readonly id: string;
		readonly title: string;
		readonly base: string;
		/** Column title, table, and what follows the row's value in the table's row ids. */
		readonly columns: readonly (readonly [title: string, table: string, prefix: string, ending: string])[];
	}
): ReleasedTable | undefined {
	const found = plan.columns.flatMap(([title, id, prefix, ending]) => {
		const table = findTable(tables, id);
		return table ? [{ title, table, prefix, ending }] : [];
	});
	if (found.length === 0) return undefined;
	return arrangeTable({
		id: plan.id,
		title: plan.title,
		unit: 'personer',
		base: plan.base,
		notes: [],
		columns: found.map(({ title, table, ending }) => ({ id: `${table.id}${ending}`, title, kind: 'number' })),
		rows: [...commonRows(found)].map(([id, title]) => ({
			id,
			title,
			cells: found.map(({ table, prefix, ending }) => {
				const known = knownSource(table, `${prefix}${id}${ending}`);
				return known === 'Ingen enhet angav antal' ? 'Inget tal' : known;
			})
		}))
	});
}

/** The rows of all tables, by what is left of their ids when the table's own beginning and ending are taken away. */
function commonRows(
	tables: readonly { readonly table: ReleasedTable; readonly prefix: string; readonly ending: string }[]
): Map<string, string> {
	return new Map(
		tables.flatMap(({ table, prefix, ending }) =>
			table.rows
				.filter(({ id }) => id.startsWith(prefix) && id.endsWith(ending))
				.map(({ id, title }) => [
					id.slice(prefix.length, id.length - ending.length),
					title.replace(/, antal (vuxna|barn)$/, '')
				])
		)
	);
}

/** Bars from least to most for each cell of a table of intervals that is shown and not zero. */
export function intervalFigure(table: ReleasedTable): Figure | undefined {
	const bars = table.rows.flatMap((row) =>
		table.columns.flatMap(({ id, title }) => {
			const cell = cellIn(table, row, id);
			return cell.kind === 'interval' && cell.high > 0
				? [{ name: `${row.title} – ${title.toLowerCase()}`, low: cell.low, high: cell.high }]
				: [];
		})
	);
	if (bars.length === 0) return undefined;
	const described = bars.map(({ name, low, high }) =>
		low === high
			? `${name}: ${numberText(low)}`
			: `${name}: minst ${numberText(low)} och högst ${numberText(high)}`
	);
	return {
		id: `figur-${table.id}`,
		title: `${table.title}: minst och högst`,
		alt: `Liggande staplar från minsta till högsta antal, för de tal som visas och inte är noll. ${described.join('. ')}.`,
		table: table.id,
		kind: 'range',
		unit: table.unit,
		categories: bars.map(({ name }) => name),
		series: [{ name: 'Minst och högst', values: bars.map(({ low, high }) => [low, high] as const) }]
	};
}

/** Numbers of one table that the reader needs in the text: chosen columns, in the order given. */
export function chosenColumns(
	table: ReleasedTable | undefined,
	columns: readonly string[],
	heading: { readonly id: string; readonly title: string }
): ReleasedTable | undefined {
	if (!table) return undefined;
	const shown = columns.flatMap((id) => table.columns.filter((column) => column.id === id));
	return arrangeTable({
		...table,
		...heading,
		notes: [],
		columns: shown,
		rows: table.rows.map(({ id, title }) => ({
			id,
			title,
			cells: shown.map((column) => ({ table, row: id, column: column.id }))
		}))
	});
}

export function hasShownNumber(table: ReleasedTable): boolean {
	return table.rows.some(({ cells }) => cells.some((cell) => (shownNumber(cell) ?? 0) > 0));
}
