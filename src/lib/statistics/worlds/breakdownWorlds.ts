import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { ageClassOfAges } from '../targetGroups.ts';
import type { CountedBreakdown } from './countedSector.ts';
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
	const total = program.variable(0, most * slots);
	program.equals([...split.flatMap(sumOfAll), [total, -1]], 0);
	const of: SplitCounts = { item, parents, year, sums: counts.map(({ sum }) => sum), split, total };
	aimAtUnitBelow(model, of);
	const table = model.at(year).report.table(`${item}-${model.at(year).sector}`);
	if (table) addPrinted(model, of, table);
	else addAbsentBreakdown(model, of);
}

/** The counts that a breakdown splits, in a model. */
interface SplitCounts {
	readonly item: string;
	readonly parents: readonly string[];
	readonly year: number;
	/** The counts' sums, and how much of each the units that were asked for the breakdown know of. */
	readonly sums: readonly number[];
	readonly split: readonly (readonly number[])[];
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

type CellAt = (row: string, column: string) => number;

function addPrinted(model: SectorModel, of: SplitCounts, table: ReleasedTable): void {
	model.program.row([[of.total, 1]], 2 * model.threshold, Infinity);
	const cellAt = addCells(model, of, table);
	model.program.equals([[cellAt('summa', 'summa'), 1], [of.total, -1]], 0); // prettier-ignore
	if (of.parents.length > 1) addAges(model, of, cellAt);
}

function cellsOf(model: SectorModel, { item, year }: SplitCounts): CountedBreakdown['cells'] {
	return model.at(year).counted.breakdowns.find((one) => one.item === item)?.cells ?? [];
}

/** The table's cells with its sums by row and column. */
function addCells(model: SectorModel, of: SplitCounts, table: ReleasedTable): CellAt {
	const { program } = model;
	const { report, name } = model.at(of.year);
	const columns = table.columns.map(({ id }) => id);
	const variableOf = new Map<string, number>();
	for (const row of table.rows)
		for (const column of columns) {
			const variable = program.variable(0, model.mostPersons * of.parents.length * model.slots);
			variableOf.set(`${row.id}/${column}`, variable);
			const printed = report.number(table.id, row.id, column);
			model.takePrinted(variable, printed);
			if (printed !== 'hidden') continue;
			const truth = cellsOf(model, of)
				.filter((cell) => isWithin(cell, row.id, column))
				.reduce((sum, cell) => sum + cell.sum, 0);
			const target = { name: `${name} ${of.item}, ${row.id}, ${column}`, truth, counts: of.parents };
			model.aim(target, [[variable, 1]]);
		}
	const cellAt: CellAt = (row, column) => {
		const variable = variableOf.get(`${row}/${column}`);
		if (variable === undefined) throw new Error(`${table.id} has no cell ${row}/${column}`);
		return variable;
	};
	for (const { id } of table.rows)
		program.equals(columns.map((column) => [cellAt(id, column), column === 'summa' ? -1 : 1]), 0); // prettier-ignore
	for (const column of columns)
		program.equals(table.rows.map(({ id }) => [cellAt(id, column), id === 'summa' ? -1 : 1]), 0); // prettier-ignore
	return cellAt;
}

function isWithin(cell: CountedBreakdown['cells'][number], row: string, column: string): boolean {
	return (row === 'summa' || row === cell.row) && (column === 'summa' || column === cell.column);
}

/**
 * What the program's documents say of a breakdown that is not there: it is of less than twice the threshold, or
 * leaves fewer than the threshold outside it in a sum of less than three times the threshold, or it was left out since
 * it would have told of a single unit, and then the largest units are hidden too.
 */
function addAbsentBreakdown(model: SectorModel, { sums, total, parents, year }: SplitCounts): void {
	const { program, threshold } = model;
	const { report, sector, counted } = model.at(year);
	const most = model.mostPersons * model.slots * sums.length;
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
function addAges(model: SectorModel, of: SplitCounts, cellAt: CellAt): void {
	const { counts } = model.at(of.year).counted;
	const cells = cellsOf(model, of);
	const columns = [...new Set(cells.map(({ column }) => column))];
	of.parents.forEach((code, place) => {
		const parent = counts.find((one) => one.code === code);
		const lines = columns.filter((column) => ageClassOfAges(column) === parent?.ageClass);
		const truth = cells
			.filter(({ column }) => lines.includes(column))
			.reduce((sum, cell) => sum + cell.sum, 0);
		const persons = (parent?.numbers ?? new Float64Array(0)).reduce(
			(sum, value) => sum + Math.max(0, value),
			0
		);
		// Where the answers contradict it, a reader who relied on it would only err.
		if (truth > persons) return;
		const ofAge = lines.map((line): [number, number] => [cellAt('summa', line), 1]);
		const ofCount = (of.split[place] ?? []).map((one): [number, number] => [one, -1]);
		model.program.row([...ofAge, ...ofCount], -Infinity, 0);
	});
}
