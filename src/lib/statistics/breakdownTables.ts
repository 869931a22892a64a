import type { CellPlan, IndicatorTable } from '#lib/disclosure/tables/indicatorTable.ts';
import type { Variable } from '#lib/instruments/instrument.ts';
import { sectorName } from '#lib/organisations/sector.ts';
import { relateAgeClasses } from './ageClassRelations.ts';
import { breakdownAnswers, breakdownPrefix, breakdownsOf } from './breakdowns.ts';
import type { BreakdownAnswers } from './breakdowns.ts';
import { countPrefix, countRule } from './countSystem.ts';
import type { CountKeysByCode } from './countTables.ts';
import { askedFrom, boundsWhenSplit, isRestTooFew, isTooFewToSplit } from './fewKnown.ts';
import { questionTitle } from './questionTexts.ts';
import { addRecordSets } from './recordSets.ts';
import { isLeftOut } from './restraints.ts';
import { baseText } from './responseTable.ts';
import type { TableSet } from './tableSet.ts';
import { sumOfVariables } from './known.ts';
import { addedValues, sumOf, unitsWithNumbers } from './unitAnswers.ts';
import type { SectorRound } from './unitAnswers.ts';

/** The counts by sex and age, and their ties to the counts that they split. */
export function addBreakdownTables(set: TableSet, round: SectorRound, keysByCode: CountKeysByCode): void {
	for (const breakdown of breakdownsOf(round)) {
		const answers = breakdownAnswers(round, breakdown);
		if (breakdown.parents.some(({ code }) => isLeftOut(round, code, 'breakdowns'))) continue;
		if (isTooFewToSplit(round, { whole: answers.parentValues, part: answers.totals })) continue;
		const table = { round, answers, keysByCode };
		const total = addTotal(set, table);
		addCrossTable(set, table, total);
		relateAgeClasses(set, table);
	}
}

interface BreakdownTable {
	readonly round: SectorRound;
	readonly answers: BreakdownAnswers;
	readonly keysByCode: CountKeysByCode;
}

function label(round: SectorRound, text: string): string {
	return `${sectorName[round.answers.sector]}: ${text}, ${round.year}`;
}

function addSum(
	set: TableSet,
	{ round, answers }: BreakdownTable,
	sum: {
		readonly name: string;
		readonly label: string;
		readonly cells: readonly Variable[];
		readonly isWithheld?: boolean;
	}
): string {
	const [first] = answers.breakdown.cells;
	const rule = first ? countRule(first) : 'persons';
	return set.cell({
		key: `${countPrefix(round, answers.breakdown.item)}/${sum.name}`,
		value: sumOfVariables(round, sum.cells),
		rule: sum.isWithheld ? 'withheld' : rule,
		...(rule === 'persons' ? set.behind(round, () => addedValues(round, sum.cells)) : {}),
		label: label(round, `${answers.breakdown.item}, ${sum.label}`)
	});
}

/** The breakdown's total and, where it can be told, how it is part of the count that it splits. */
function addTotal(set: TableSet, table: BreakdownTable): string {
	const { answers, keysByCode } = table;
	const { breakdown } = answers;
	const [parent] = breakdown.parents;
	const shared = parent && keysByCode.get(parent.code)?.breakdownTotals.get(breakdown.item);
	if (breakdown.parents.length === 1 && shared !== undefined) return shared;
	if (breakdown.parents.length > 1 && answers.agrees) return addTotalOfRows(set, table);
	const total = addSum(set, table, {
		name: 'total',
		label: 'summa',
		cells: breakdown.cells,
		isWithheld: isTotalWithheld(table)
	});
	relateDisagreeing(set, table, total);
	return total;
}

function isTotalWithheld({ round, answers: { parentValues, totals } }: BreakdownTable): boolean {
	return isRestTooFew(round, { whole: parentValues, part: totals });
}

/** P8 splits P7's two rows together: the rows' common sum is a number of the system, and the breakdown is a part of it. */
function addTotalOfRows(set: TableSet, table: BreakdownTable): string {
	const { round, answers } = table;
	const { breakdown } = answers;
	const wholeItem = breakdown.parents[0]?.item ?? breakdown.item;
	const name = breakdownPrefix + breakdown.item;
	const keys = addRecordSets(set, {
		round,
		prefix: countPrefix(round, wholeItem),
		rule: 'persons',
		values: answers.parentValues,
		sets: [
			{
				name: 'sum',
				label: label(round, `${wholeItem}, summa`),
				units: unitsWithNumbers(answers.parentValues)
			},
			{
				name,
				label: label(round, `${breakdown.item}, summa`),
				units: unitsWithNumbers(answers.totals),
				isWithheld: isTotalWithheld(table),
				...boundsWhenSplit(round, answers.parentValues)
			}
		]
	});
	relateRows(set, table, keys.get('sum'));
	return keys.get(name) ?? '';
}

function relateRows(set: TableSet, { answers, keysByCode }: BreakdownTable, whole: string | undefined): void {
	const rows = answers.breakdown.parents.flatMap((parent) => keysByCode.get(parent.code)?.sum ?? []);
	if (whole !== undefined && rows.length > 0) set.relate(whole, rows);
}

/** The units' breakdowns do not add up to their counts, yet a reader may still subtract one from the other. */
function relateDisagreeing(set: TableSet, table: BreakdownTable, total: string): void {
	const { round, answers } = table;
	const rest = sumOf(answers.parentValues) - sumOf(answers.totals);
	if (answers.breakdown.parents.length === 0 || rest < 0) return;
	const wholeItem = answers.breakdown.parents[0]?.item ?? '';
	const whole = set.cell({
		key: `${countPrefix(round, wholeItem)}/sum`,
		value: sumOf(answers.parentValues),
		rule: 'persons',
		...set.behind(round, () => answers.parentValues),
		label: label(round, `${wholeItem}, summa`)
	});
	const restKey = set.cell({
		key: `${countPrefix(round, wholeItem)}/utanfor-${answers.breakdown.item}`,
		value: rest,
		rule: 'persons',
		label: label(round, `${wholeItem} utom de fördelade i ${answers.breakdown.item}`)
	});
	set.relate(whole, [total, restKey]);
	if (answers.breakdown.parents.length > 1) relateRows(set, table, whole);
}

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

function addCrossTable(set: TableSet, table: BreakdownTable, total: string): void {
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
