import type { CellPlan, IndicatorTable } from '#lib/disclosure/tables/indicatorTable.ts';
import type { Variable } from '#lib/instruments/instrument.ts';
import { sectorName } from '#lib/organisations/sector.ts';
import type { BreakdownAnswers } from './breakdowns.ts';
import { addSum, type BreakdownTable } from './breakdownSums.ts';
import { askedFrom } from './fewKnown.ts';
import { questionTitle } from './questionTexts.ts';
import { baseText } from './responseTable.ts';
import type { TableSet } from './tableSet.ts';
import type { SectorRound } from './unitAnswers.ts';

type Choice = NonNullable<Variable['row']>;

function distinctChoices(choices: readonly (Choice | undefined)[]): Choice[] {
	return [...new Map(choices.flatMap((choice) => (choice ? [[choice.value, choice]] : []))).values()];
}

/** The values of the two questions that are crossed. */
interface CrossAxes {
	readonly rows: readonly Choice[];
	readonly columns: readonly Choice[];
}

/** Keys of the sums: each cell by its row and column, each line, and all. */
interface CrossKeys {
	readonly cells: ReadonlyMap<string, string>;
	readonly rows: readonly string[];
	readonly columns: readonly string[];
	readonly total: string;
}

function placeOf(row: string | undefined, column: string | undefined): string {
	return `${row}.${column}`;
}

/** The two questions crossed, with each line's sum, under the breakdown's total. */
export function addCrossTable(set: TableSet, table: BreakdownTable, total: string): void {
	const { cells } = table.answers.breakdown;
	const axes = {
		rows: distinctChoices(cells.map((cell) => cell.row)),
		columns: distinctChoices(cells.map((cell) => cell.column))
	};
	const cellKeys = new Map(
		cells.map((cell) => [placeOf(cell.row?.value, cell.column?.value), addCrossCell(set, table, cell)])
	);
	const addLines = (choices: readonly Choice[], axis: 'row' | 'column'): string[] =>
		choices.map((choice) => {
			const key = addLine(set, table, { axis, choice });
			const along = cells.filter((cell) => cell[axis]?.value === choice.value);
			set.relate(
				key,
				along.flatMap((cell) => cellKeys.get(placeOf(cell.row?.value, cell.column?.value)) ?? [])
			);
			return key;
		});
	const keys = {
		cells: cellKeys,
		rows: addLines(axes.rows, 'row'),
		columns: addLines(axes.columns, 'column'),
		total
	};
	set.relate(total, keys.rows);
	set.relate(total, keys.columns);
	set.table(crossTable(table, axes, keys));
}

type TablePlan = Parameters<TableSet['table']>[0];

function crossTable({ round, answers }: BreakdownTable, axes: CrossAxes, keys: CrossKeys): TablePlan {
	const count = (key: string | undefined): CellPlan => (key ? { kind: 'count', key } : { kind: 'empty' });
	return {
		...crossHeading(round, answers),
		columns: [
			...axes.columns.map(({ value, text }) => ({ id: value, title: text, kind: 'number' as const })),
			{ id: 'summa', title: 'Summa', kind: 'number' }
		],
		rows: [
			...axes.rows.map((row, index) => ({
				id: row.value,
				title: row.text,
				cells: [
					...axes.columns.map((column) => count(keys.cells.get(placeOf(row.value, column.value)))),
					count(keys.rows[index])
				]
			})),
			{ id: 'summa', title: 'Summa', cells: [...keys.columns, keys.total].map(count) }
		]
	};
}

function crossHeading(
	round: SectorRound,
	{ breakdown }: BreakdownAnswers
): Omit<IndicatorTable, 'rows' | 'columns'> {
	const [first] = breakdown.cells;
	const title = first ? questionTitle(round.answers.instrument, first) : breakdown.item;
	return {
		id: `${breakdown.item}-${round.answers.sector}`,
		title: `${sectorName[round.answers.sector]}: ${title}`,
		unit: 'personer',
		base: baseText(round.answers.response),
		notes: [
			`Fördelningen frågades bara av enheter som känner till minst ${askedFrom(round)} personer. Övriga enheters personer ingår inte.`,
			'Talen är enheternas tal adderade: samma person kan vara känd av flera enheter.'
		]
	};
}

function addCrossCell(set: TableSet, table: BreakdownTable, cell: Variable): string {
	return addSum(set, table, {
		name: `${cell.row?.value}.${cell.column?.value}`,
		label: `${cell.row?.text}, ${cell.column?.text}`,
		cells: [cell]
	});
}

function addLine(
	set: TableSet,
	table: BreakdownTable,
	{ axis, choice }: { readonly axis: 'row' | 'column'; readonly choice: Choice }
): string {
	const along = table.answers.breakdown.cells.filter((cell) => cell[axis]?.value === choice.value);
	return addSum(set, table, {
		name: `${axis === 'row' ? 'rad' : 'kolumn'}-${choice.value}`,
		label: choice.text,
		cells: along
	});
}
