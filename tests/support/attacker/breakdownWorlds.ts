import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import type { Variable } from '#lib/instruments/instrument.ts';
import type { Breakdown } from '#lib/statistics/breakdowns.ts';
import { ageClassOfAges, ageClassOfRow } from '#lib/statistics/targetGroups.ts';
import { addedValues, sumOf, unitValues, type SectorRound } from '#lib/statistics/unitAnswers.ts';
import { askedFrom, mostPersons, sumOfAll, type SectorModel } from './sectorModel.ts';

/** Asked of the units from the threshold on, and of no others. */
export function addBreakdown(model: SectorModel, breakdown: Breakdown, year: number): void {
	const { report, round, sector, name } = model.at(year);
	const { item, cells, parents } = breakdown;
	const counts = parents.map(({ code }) => model.countOf(code, year));
	const most = mostPersons * parents.length;
	const isAsked = model.program.variables(model.slots, 0, 1);
	isAsked.forEach((asked, unit) => {
		const persons = counts.map((count): [number, number] => [count.persons[unit]!, 1]);
		model.program.row([...persons, [asked, -askedFrom]], 0, most);
		model.program.row([...persons, [asked, -most]], -most, askedFrom - 1);
	});
	const split = counts.map(({ persons }) =>
		persons.map((number, unit) => model.program.product(number, isAsked[unit]!, mostPersons))
	);
	const trueSums = sumsOfCells(round, cells);
	const below = unitsBelow(round, parents);
	const total = model.program.variable(0, most * model.slots);
	model.program.equals([...split.flatMap(sumOfAll), [total, -1]], 0);
	if (below.length === 1)
		model.aimAtUnit(`${name} ${item}, enheten under gränsen`, below[0]!, [...counts.map(({ sum }): [number, number] => [sum, 1]), [total, -1]]); // prettier-ignore
	const table = report.table(`${item}-${sector}`);
	if (!table) {
		addAbsentBreakdown(model, counts.map(({ sum }) => sum), total); // prettier-ignore
		return;
	}
	model.program.row([[total, 1]], 2 * model.threshold, Infinity);
	const cellAt = addCells(model, { table, year, item, trueSums, most: most * model.slots });
	model.program.equals([[cellAt('summa', 'summa'), 1], [total, -1]], 0); // prettier-ignore
	if (parents.length > 1) addAges(model, breakdown, { split, cellAt, trueSums, year });
}

function sumsOfCells(round: SectorRound, cells: readonly Variable[]): Map<string, number> {
	return new Map(
		cells.map((cell) => [`${cell.row?.value}/${cell.column?.value}`, sumOf(unitValues(round, cell))])
	);
}

/** The numbers of the units that are under the threshold, so not asked. */
function unitsBelow(round: SectorRound, parents: readonly Variable[]): number[] {
	const together = addedValues(round, parents);
	return [...together].filter((value) => value > 0 && value < askedFrom);
}

/** The table's cells with its sums by row and column. */
function addCells(
	model: SectorModel,
	breakdown: {
		readonly table: ReleasedTable;
		readonly year: number;
		readonly item: string;
		readonly trueSums: ReadonlyMap<string, number>;
		readonly most: number;
	}
): (row: string, column: string) => number {
	const { table, item, trueSums, most } = breakdown;
	const { report, name } = model.at(breakdown.year);
	const columns = table.columns.map(({ id }) => id);
	const variableOf = new Map<string, number>();
	for (const row of table.rows)
		for (const column of columns) {
			const variable = model.program.variable(0, most);
			variableOf.set(`${row.id}/${column}`, variable);
			const printed = report.number(table.id, row.id, column);
			model.takePrinted(variable, printed);
			const truth = [...trueSums]
				.filter(([place]) => isWithin(place, row.id, column))
				.reduce((sum, [, value]) => sum + value, 0);
			if (printed === 'hidden') model.aim(`${name} ${item}, ${row.id}, ${column}`, truth, [[variable, 1]]);
		}
	const cellAt = (row: string, column: string): number => variableOf.get(`${row}/${column}`)!;
	for (const { id } of table.rows)
		model.program.equals(columns.map((column) => [cellAt(id, column), column === 'summa' ? -1 : 1]), 0); // prettier-ignore
	for (const column of columns)
		model.program.equals(table.rows.map(({ id }) => [cellAt(id, column), id === 'summa' ? -1 : 1]), 0); // prettier-ignore
	return cellAt;
}

function isWithin(place: string, row: string, column: string): boolean {
	const [ownRow, ownColumn] = place.split('/');
	return (row === 'summa' || row === ownRow) && (column === 'summa' || column === ownColumn);
}

/**
 * What the program's documents say of a breakdown that is not there: it is of less than twice the threshold, or
 * leaves fewer than the threshold outside it in a sum of less than three times the threshold.
 */
function addAbsentBreakdown(model: SectorModel, sums: readonly number[], total: number): void {
	const most = mostPersons * model.slots * sums.length;
	const [isSmall, isNearlyAll] = model.program.variables(2, 0, 1) as [number, number];
	model.program.row([[isSmall, 1], [isNearlyAll, 1]], 1, 2); // prettier-ignore
	model.program.row([[total, 1], [isSmall, most]], 0, 2 * model.threshold - 1 + most); // prettier-ignore
	model.program.row([...sumOfAll(sums), [isNearlyAll, most]], 0, 3 * model.threshold - 1 + most);
	const rest: [number, number][] = [...sumOfAll(sums), [total, -1]];
	model.program.row([...rest, [isNearlyAll, most]], -Infinity, model.threshold - 1 + most);
	model.program.row([...rest, [isNearlyAll, -most]], 1 - most, Infinity);
}

/** Those whose age tells that they are children are some of the children counted. */
function addAges(
	model: SectorModel,
	{ parents, cells }: Breakdown,
	found: {
		readonly split: readonly (readonly number[])[];
		readonly cellAt: (row: string, column: string) => number;
		readonly trueSums: ReadonlyMap<string, number>;
		readonly year: number;
	}
): void {
	const columns = [...new Set(cells.map((cell) => cell.column?.value ?? ''))];
	parents.forEach((parent, place) => {
		const lines = columns.filter((column) => ageClassOfAges(column) === ageClassOfRow(parent));
		const truth = [...found.trueSums]
			.filter(([key]) => lines.includes(key.split('/')[1] ?? ''))
			.reduce((sum, [, value]) => sum + value, 0);
		const persons = sumOf(unitValues(model.at(found.year).round, parent));
		// Where the answers contradict it, a reader who relied on it would only err.
		if (truth > persons) return;
		model.program.row(
			[
				...lines.map((line): [number, number] => [found.cellAt('summa', line), 1]),
				...found.split[place]!.map((one): [number, number] => [one, -1])
			],
			-Infinity,
			0
		);
	});
}
