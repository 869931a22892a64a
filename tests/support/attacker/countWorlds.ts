import type { Variable } from '#lib/instruments/instrument.ts';
import { parentsOf } from '#lib/statistics/breakdowns.ts';
import { elementOf } from '#lib/statistics/questionTexts.ts';
import { ageClassOfRow, targetGroups } from '#lib/statistics/targetGroups.ts';
import { numbersByUnit } from '../numbersByUnit.ts';
import type { Printed } from './printedReport.ts';
import { takeOutcomes } from './outcomeWorlds.ts';
import { mostPersons, sumOfAll, type SectorModel, type UnknownCount } from './sectorModel.ts';
import type { Expression } from './wholeProgram.ts';

/** One count in one year: what each unit can have answered, and the numbers that the report prints of it. */
export function addCount(model: SectorModel, count: Variable, year: number): UnknownCount {
	const { report, sector } = model.at(year);
	const table = `${elementOf(count)}-${sector}`;
	const printedSum = printedTwice(
		report.number(table, count.code, 'summa'),
		model.years[year + 1]?.report.number(table, count.code, 'summa-fore')
	);
	const most = typeof printedSum === 'number' ? printedSum : mostPersons;
	const stated = model.program.variables(model.slots, 0, 1);
	const zero = model.program.variables(model.slots, 0, 1);
	const persons = model.program.variables(model.slots, 0, most);
	const sum = model.program.variable(0, most * model.slots);
	const largest = model.program.variable(0, most);
	persons.forEach((number, unit) => {
		model.program.row([[stated[unit]!, 1], [zero[unit]!, 1], [model.answered[year]![unit]!, -1]], -1, 0); // prettier-ignore
		// A unit that stated a number of persons stated at least 1: a zero is a status of its own.
		model.program.row([[number, 1], [stated[unit]!, -1]], 0, most); // prettier-ignore
		model.program.row([[number, 1], [stated[unit]!, -most]], -most, 0); // prettier-ignore
		model.program.row([[number, 1], [largest, -1]], -most, 0); // prettier-ignore
	});
	model.program.equals([...sumOfAll(persons), [sum, -1]], 0);
	const isLargest = model.program.variables(model.slots, 0, 1);
	model.program.equals(sumOfAll(isLargest), 1);
	persons.forEach(
		(number, unit) =>
		model.program.row([[number, 1], [largest, -1], [isLargest[unit]!, -most]], -most, most) // prettier-ignore
	);
	const printedLargest = printedTwice(
		report.number(table, count.code, 'storst'),
		largestInNextReport(model, count, year)
	);
	model.takePrinted(largest, printedLargest);
	if (printedSum === undefined) model.program.equals([[sum, 1]], 0);
	else model.takePrinted(sum, printedSum);
	takeOutcomes(model, { count, year, stated, zero });

	const unknown = { stated, zero, persons, sum, largest };
	aimAtCount(model, {
		count,
		year,
		unknown,
		isHidden: { sum: printedSum === 'hidden', largest: printedLargest === 'hidden' }
	});
	return unknown;
}

/** What must not be known of a count: its hidden numbers, a second unit's, and that all but the largest are small. */
function aimAtCount(
	model: SectorModel,
	{
		count,
		year,
		unknown,
		isHidden
	}: {
		readonly count: Variable;
		readonly year: number;
		readonly unknown: UnknownCount;
		readonly isHidden: { readonly sum: boolean; readonly largest: boolean };
	}
): void {
	const { round, name } = model.at(year);
	const { stated, persons, sum, largest } = unknown;
	const numbers = [...numbersByUnit(round, count).values()].filter((value) => value > 0);
	const truth = numbers.reduce((total, number) => total + number, 0);
	const top = Math.max(0, ...numbers);
	if (isHidden.sum) model.aim(`${name} ${count.code}, summa`, truth, [[sum, 1]]);
	if (isHidden.largest) model.aim(`${name} ${count.code}, störst`, top, [[largest, 1]]);
	if (numbers.length === 2)
		model.aimAtUnit(`${name} ${count.code}, den andra enheten`, truth - top, [[sum, 1], [largest, -1]]); // prettier-ignore
	const [, second = model.threshold] = numbers.toSorted((one, other) => other - one);
	// Of a count that is split from the threshold on, the breakdown itself tells that other units are under it.
	if (second < model.threshold && !model.splitCounts.has(count.code))
		model.targets.push({
			name: `${name} ${count.code}, den näst största enheten`,
			truth: second,
			doubts: [
				{ expression: reaching(model, persons), low: 2, high: Infinity },
				{ expression: sumOfAll(stated), low: 0, high: 1 }
			]
		});
}

function printedTwice(first: Printed, second: Printed): Printed {
	return typeof second === 'number' ? second : (first ?? second);
}

/** The table of change prints the largest units of the year before once more. */
function largestInNextReport(model: SectorModel, count: Variable, year: number): Printed {
	const { sector } = model.at(year);
	const group = targetGroups.find(
		({ id, items }) =>
			items[sector] === count.item && (count.row === undefined || ageClassOfRow(count) === id)
	);
	return model.years[year + 1]?.report.number(`utveckling-${group?.id ?? ''}`, sector, 'storst-fore');
}

/** How many units reach the threshold, as far as a world has room for. */
function reaching(model: SectorModel, persons: readonly number[]): [number, number][] {
	return persons.map((number) => {
		const reaches = model.program.variable(0, 1);
		model.program.row([[number, 1], [reaches, -model.threshold]], 0, Infinity); // prettier-ignore
		return [reaches, 1];
	});
}

/** The units that gave a number or a zero in both model.years. */
export function addPanel(model: SectorModel, count: Variable, year: number): void {
	const { report, sector, name } = model.at(year);
	const table = `${elementOf(count)}-${sector}`;
	const size = report.number(table, count.code, 'panel-enheter');
	const isNone = report.text(table, count.code, 'jamforelse').includes('angav antal båda gångerna');
	if (size === undefined && !isNone) return;
	const [before, now] = [model.countOf(count.code, year - 1), model.countOf(count.code, year)];
	const inBoth = model.program.variables(model.slots, 0, 1);
	inBoth.forEach((both, unit) => {
		const first: Expression = [[before.stated[unit]!, 1], [before.zero[unit]!, 1]]; // prettier-ignore
		const second: Expression = [[now.stated[unit]!, 1], [now.zero[unit]!, 1]]; // prettier-ignore
		model.program.row([[both, -1], ...first], 0, 2);
		model.program.row([[both, -1], ...second], 0, 2);
		model.program.row([[both, -1], ...first, ...second], -1, 1);
	});
	if (size !== 'hidden') model.program.equals(sumOfAll(inBoth), size ?? 0);
	const units = [year - 1, year].map((one) => numbersByUnit(model.at(one).round, count));
	const members = [...units[0]!.keys()].filter((unit) => units[1]!.has(unit));
	[before, now].forEach((one, place) => {
		const printed = report.number(table, count.code, place === 0 ? 'panel-fore' : 'panel');
		const products = one.persons.map((persons, unit) =>
			model.program.product(persons, inBoth[unit]!, mostPersons)
		);
		const panel = model.program.variable(0, mostPersons * model.slots);
		model.program.equals([...sumOfAll(products), [panel, -1]], 0);
		model.takePrinted(panel, printed);
		const values = units[place]!;
		const truth = members.reduce((total, unit) => total + values.get(unit)!, 0);
		const label = `${name} ${count.code}, ${place === 0 ? 'året före' : 'året'},`;
		if (printed === 'hidden') model.aim(`${label} samma enheter`, truth, [[panel, 1]]);
		const outside = [...values].filter(([unit, value]) => value > 0 && !members.includes(unit));
		if (outside.length === 1 && truth > 0)
			model.aimAtUnit(`${label} enheten utanför`, outside[0]![1], [[one.sum, 1], [panel, -1]]); // prettier-ignore
	});
}

/** Adults with children at home are some of the adults. */
export function addParts(model: SectorModel, count: Variable, year: number): void {
	const wholes = count.partOf === undefined ? [] : parentsOf(model.at(year).round, count.partOf);
	const [whole] = wholes;
	if (!whole || wholes.length > 1 || whole.code === count.code) return;
	const [part, all] = [model.countOf(count.code, year), model.countOf(whole.code, year)];
	part.persons.forEach(
		(persons, unit) =>
		model.program.row([[persons, 1], [all.persons[unit]!, -1], [all.stated[unit]!, mostPersons]], -mostPersons, mostPersons) // prettier-ignore
	);
}

/** The sectors' sums of a target group, printed together. The other sectors are known here by their sums only. */
export function addFrames(model: SectorModel, year: number): void {
	const { report, sector } = model.at(year);
	for (const group of targetGroups) {
		const table = `kannedom-${group.id}`;
		const together = report.most(table, 'alla', 'intervall');
		const count = model.family.find(
			(one) => one.item === group.items[sector] && (one.row === undefined || ageClassOfRow(one) === group.id)
		);
		if (together === undefined || !count) continue;
		const others = (report.table(table)?.rows ?? [])
			.filter(({ id }) => id !== 'alla' && id !== sector)
			.map(({ id }) => report.number(table, id, 'summa'))
			.filter((printed) => printed !== undefined)
			.map((printed) => {
				const sum = model.program.variable(0, together);
				model.takePrinted(sum, printed);
				return sum;
			});
		model.program.equals([[model.countOf(count.code, year).sum, 1], ...sumOfAll(others)], together);
	}
}
