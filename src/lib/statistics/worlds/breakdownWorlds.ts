import { ageClassOfAges } from '../targetGroups.ts';
import type { CountedBreakdown } from './countedSector.ts';
import type { PrintedReport } from './printedReport.ts';
import { sumOfAll, type SectorModel } from './sectorModel.ts';

/** Asked of the units from the threshold on, and of no others. */
export function addBreakdown(model: SectorModel, { item, parents }: CountedBreakdown, year: number): void {
	const { program, askedFrom, slots } = model;
	const counts = parents.map((code) => model.countOf(code, year));
	const most = counts.reduce((sum, count) => sum + count.most, 0);
	const isAsked = program.variables(slots, 0, 1);
	isAsked.forEach((asked, unit) => {
		const persons = counts.map((count): [number, number] => [count.persons[unit] ?? 0, 1]);
		program.row([...persons, [asked, -askedFrom]], 0, most);
		program.row([...persons, [asked, -most]], -most, askedFrom - 1);
	});
	const split = counts.map((count) =>
		count.persons.map((number, unit) => program.product(number, isAsked[unit] ?? 0, count.most))
	);
	const held = heldSplit(model, parents, year);
	const total = program.variable(0, model.mostTogether * counts.length);
	program.equals([...split.flatMap(sumOfAll), [total, -1]], -held.reduce((sum, number) => sum + number, 0));
	const sums = counts.map(({ sum }) => sum);
	const of: SplitCounts = { item, parents, year, sums, split, held, total };
	aimAtUnitBelow(model, of);
	const table = model.at(year).report.table(`${item}-${model.at(year).sector}`);
	if (table) addPrinted(model, of, table);
	else addAbsentBreakdown(model, of);
}

/** How much of each count those units know of that are held and were asked for the breakdown. */
function heldSplit(model: SectorModel, parents: readonly string[], year: number): number[] {
	const numbers = parents.map((code) => model.heldNumbers(code, year));
	const together = new Map<string, number>();
	for (const [unit, value] of numbers.flatMap((ofCount) => [...ofCount]))
		together.set(unit, value + (together.get(unit) ?? 0));
	return numbers.map((ofCount) =>
		[...ofCount]
			.filter(([unit]) => (together.get(unit) ?? 0) >= model.askedFrom)
			.reduce((sum, [, value]) => sum + value, 0)
	);
}

/** The counts that a breakdown splits, in a model. */
interface SplitCounts {
	readonly item: string;
	readonly parents: readonly string[];
	readonly year: number;
	/** The counts' sums, and how much of each the units that were asked for the breakdown know of. */
	readonly sums: readonly number[];
	readonly split: readonly (readonly number[])[];
	readonly held: readonly number[];
	readonly total: number;
}

/** The breakdown and the counts tell apart what the units under the threshold know of: so little that they were not asked. */
function aimAtUnitBelow(model: SectorModel, { item, parents, year, sums, total }: SplitCounts): void {
	const together = new Map<number, number>();
	for (const code of parents)
		model.numbersOf(code, year).forEach((value, unit) => {
			if (value > 0) together.set(unit, value + (together.get(unit) ?? 0));
		});
	const [below, another] = [...together.values()].filter((value) => value < model.askedFrom);
	if (below === undefined || another !== undefined) return;
	const name = `${model.at(year).name} ${item}, enheten under gränsen`;
	model.aimAtUnit({ name, truth: below, counts: parents }, [...sumOfAll(sums), [total, -1]]);
}

type PrintedTable = NonNullable<ReturnType<PrintedReport['table']>>;

/** A cell of the questionnaire's own breakdown, before lines were put together: its number is a variable. */
interface OwnCell {
	readonly row: string;
	readonly column: string;
	readonly sum: number;
	readonly variable: number;
}

function addPrinted(model: SectorModel, of: SplitCounts, table: PrintedTable): void {
	model.program.row([[of.total, 1]], 2 * model.threshold, Infinity);
	const own = cellsOf(model, of).map((cell): OwnCell => ({
		...cell,
		variable: model.program.variable(0, model.mostTogether * of.parents.length)
	}));
	model.program.equals([...sumOfAll(own.map(({ variable }) => variable)), [of.total, -1]], 0);
	for (const row of table.rows)
		for (const column of table.columns) takeCell(model, { of, table, own, row: row.id, column: column.id });
	if (of.parents.length > 1) addAges(model, of, own);
}

function cellsOf(model: SectorModel, { item, year }: SplitCounts): CountedBreakdown['cells'] {
	return model.at(year).counted.breakdowns.find((one) => one.item === item)?.cells ?? [];
}

/** A number of the table: a cell, or a sum of several where lines have been put together, left out, or summed up. */
function takeCell(
	model: SectorModel,
	printed: {
		readonly of: SplitCounts;
		readonly table: PrintedTable;
		readonly own: readonly OwnCell[];
		readonly row: string;
		readonly column: string;
	}
): void {
	const { of, table, own, row, column } = printed;
	const { report, name } = model.at(of.year);
	const inside = own.filter((cell) => isOnLine(cell.row, row) && isOnLine(cell.column, column));
	const variable = sumVariable(
		model,
		inside.map((cell) => cell.variable)
	);
	const number = report.number(table.id, row, column);
	model.takePrinted(variable, number, of.year);
	if (number !== 'hidden') return;
	const truth = inside.reduce((sum, cell) => sum + cell.sum, 0);
	model.aim({ name: `${name} ${of.item}, ${row}, ${column}`, truth, counts: of.parents }, [[variable, 1]]);
}

/** Whether a category stands on a line of the table: on its own, on one of several put together (`a+b`), or on the sum's. */
function isOnLine(category: string, line: string): boolean {
	return line === 'summa' || line === category || line.split('+').includes(category);
}

function sumVariable(model: SectorModel, variables: readonly number[]): number {
	const [only, another] = variables;
	if (only !== undefined && another === undefined) return only;
	const sum = model.program.variable(0, model.mostTogether * model.family.length);
	model.program.equals([...sumOfAll(variables), [sum, -1]], 0);
	return sum;
}

/**
 * What the program's documents say of a breakdown that is not there: it is of less than twice the threshold, or
 * leaves fewer than the threshold outside it in a sum of less than three times the threshold, or it was left out since
 * it would have told of a single unit, and then the largest units are hidden too.
 */
function addAbsentBreakdown(model: SectorModel, { sums, total, parents, year }: SplitCounts): void {
	const { program, threshold } = model;
	const { report, sector, counted } = model.at(year);
	const most = model.mostTogether * sums.length;
	const mayBeLeftOut = counted.counts
		.filter(({ code }) => parents.includes(code))
		.every(({ element, code }) => report.number(`${element}-${sector}`, code, 'storst') === 'hidden');
	const [isSmall, isNearlyAll, isLeftOut] = program.variables(3, 0, 1) as [number, number, number];
	program.row([[isSmall, 1], [isNearlyAll, 1], [isLeftOut, 1]], 1, 3); // prettier-ignore
	program.row([[isLeftOut, 1]], 0, Number(mayBeLeftOut));
	program.row([[total, 1], [isSmall, most]], 0, 2 * threshold - 1 + most); // prettier-ignore
	program.row([...sumOfAll(sums), [isNearlyAll, most]], 0, 3 * threshold - 1 + most);
	const rest: [number, number][] = [...sumOfAll(sums), [total, -1]];
	program.row([...rest, [isNearlyAll, most]], -Infinity, threshold - 1 + most);
	program.row([...rest, [isNearlyAll, -most]], 1 - most, Infinity);
}

/** Those whose age tells that they are children are some of the children counted. */
function addAges(model: SectorModel, of: SplitCounts, own: readonly OwnCell[]): void {
	const { counts } = model.at(of.year).counted;
	of.parents.forEach((code, place) => {
		const parent = counts.find((one) => one.code === code);
		if (!parent?.ageClass) return;
		const ofClass = own.filter(({ column }) => ageClassOfAges(column) === parent.ageClass);
		const truth = ofClass.reduce((sum, cell) => sum + cell.sum, 0);
		const persons = parent.numbers.reduce((sum, value) => sum + Math.max(0, value), 0);
		// Where the answers contradict it, a reader who relied on it would only err.
		if (truth > persons) return;
		const ofAge = ofClass.map(({ variable }): [number, number] => [variable, 1]);
		const ofCount = (of.split[place] ?? []).map((one): [number, number] => [one, -1]);
		model.program.row([...ofAge, ...ofCount], -Infinity, of.held[place] ?? 0);
	});
}
