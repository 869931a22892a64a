import type { CountedPersons } from './countedSector.ts';
import { within, type Doubt } from './doubt.ts';
import { takeOutcomes } from './outcomeWorlds.ts';
import type { Printed } from './printedReport.ts';
import { sumOfAll, type SectorModel, type UnknownCount } from './sectorModel.ts';

/** One count in one year: what each unit can have answered, and the numbers that the report prints of it. */
export function addCount(model: SectorModel, count: CountedPersons, year: number): UnknownCount {
	const printed = printedOf(model, count, year);
	const known = [printed.sum, printed.largest, largestOfAll(model, count, year)];
	const most = Math.min(model.mostPersons, ...known.filter((one) => typeof one === 'number'));
	const unknown = addUnits(model, { count, year, most });
	model.takePrinted(unknown.largest, printed.largest, year);
	if (printed.sum === undefined) model.program.equals([[unknown.sum, 1]], 0);
	else model.takePrinted(unknown.sum, printed.sum, year);
	takeOutcomes(model, { count, year, ...unknown });
	aimAtCount(model, { count, year, unknown, printed });
	return unknown;
}

/** The unit that knows of most of a target group, of all sectors: no unit knows of more. */
function largestOfAll(model: SectorModel, { group }: CountedPersons, year: number): number | undefined {
	return group === undefined
		? undefined
		: model.at(year).report.interval(`kannedom-${group}`, 'alla', 'intervall')?.low;
}

interface PrintedCount {
	readonly sum: Printed;
	readonly largest: Printed;
}

/** The report of the year after prints the sum and the largest unit once more. */
function printedOf(model: SectorModel, count: CountedPersons, year: number): PrintedCount {
	const { report, sector } = model.at(year);
	const next = model.years[year + 1]?.report;
	const table = `${count.element}-${sector}`;
	return {
		sum: printedTwice(
			report.number(table, count.code, 'summa'),
			next?.number(table, count.code, 'summa-fore')
		),
		largest: printedTwice(
			report.number(table, count.code, 'storst'),
			next?.number(`utveckling-${count.group ?? ''}`, sector, 'storst-fore')
		)
	};
}

function printedTwice(first: Printed, second: Printed): Printed {
	return typeof second === 'number' ? second : (first ?? second);
}

function addUnits(
	model: SectorModel,
	{ count, year, most }: { readonly count: CountedPersons; readonly year: number; readonly most: number }
): UnknownCount {
	const { program, slots } = model;
	const held = [...model.heldNumbers(count.code, year).values()];
	const stated = program.variables(slots, 0, 1);
	const zero = program.variables(slots, 0, 1);
	const persons = program.variables(slots, 0, most);
	const sum = program.variable(0, model.mostTogether);
	const largest = program.variable(Math.max(0, ...held), most);
	const isLargest = program.variables(slots, 0, 1);
	for (let unit = 0; unit < slots; unit++) {
		const has = at(stated, unit);
		const number = at(persons, unit);
		program.row([[has, 1], [at(zero, unit), 1], [at(model.answered[year] ?? [], unit), -1]], -1, 0); // prettier-ignore
		// A unit that stated a number of persons stated at least 1: a zero is a status of its own.
		program.row([[number, 1], [has, -1]], 0, most); // prettier-ignore
		program.row([[number, 1], [has, -most]], -most, 0); // prettier-ignore
		program.row([[number, 1], [largest, -1]], -most, 0); // prettier-ignore
		program.row([[number, 1], [largest, -1], [at(isLargest, unit), -most]], -most, most); // prettier-ignore
	}
	program.equals([...sumOfAll(persons), [sum, -1]], -total(held));
	program.equals(sumOfAll(isLargest), 1);
	return { stated, zero, persons, sum, largest, most };
}

function total(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0);
}

function at(list: readonly number[], unit: number): number {
	return list[unit] ?? 0;
}

interface AimedCount {
	readonly name: string;
	readonly counts: readonly string[];
	readonly unknown: UnknownCount;
	/** What the units know of, the largest first. */
	readonly inOrder: readonly number[];
	/** What those of them that are held know of. */
	readonly held: readonly number[];
}

/** What must not be known of a count: its hidden numbers, and what single units know of. */
function aimAtCount(
	model: SectorModel,
	{
		count,
		year,
		unknown,
		printed
	}: {
		readonly count: CountedPersons;
		readonly year: number;
		readonly unknown: UnknownCount;
		readonly printed: PrintedCount;
	}
): void {
	const name = `${model.at(year).name} ${count.code}`;
	const counts = [count.code];
	const numbers = model.numbersOf(count.code, year).filter((value) => value > 0);
	const inOrder = [...numbers].toSorted((one, other) => other - one);
	const truth = total(inOrder);
	const [top = 0, second = model.threshold] = inOrder;
	const { sum, largest } = unknown;
	if (printed.sum === 'hidden') model.aim({ name: `${name}, summa`, truth, counts }, [[sum, 1]]);
	if (printed.largest === 'hidden')
		model.aim({ name: `${name}, störst`, truth: top, counts }, [[largest, 1]]);
	const held = [...model.heldNumbers(count.code, year).values()];
	const aimed: AimedCount = { name, counts, unknown, inOrder, held };
	if (inOrder.length === 2)
		model.aimAtUnit({ name: `${name}, den andra enheten`, truth: second, counts }, [[sum, 1], [largest, -1]]); // prettier-ignore
	// Of a count that is split from the threshold on, the breakdown itself tells that other units are under it.
	if (second < model.threshold && !model.splitCounts.has(count.code)) aimAtOthers(model, aimed, second);
	aimAtAll(model, aimed);
}

/** That all units but the largest are under the threshold. */
function aimAtOthers(model: SectorModel, { name, counts, unknown, held }: AimedCount, second: number): void {
	const { persons, stated } = unknown;
	const heldStated = held.filter((number) => number > 0).length;
	model.targets.push({
		name: `${name}, den näst största enheten`,
		truth: second,
		counts,
		doubts: [
			{ kind: 'reaching', persons, limit: model.threshold, units: 2 },
			within(sumOfAll(stated), 0, 1 - heldStated)
		]
	});
}

/** What every unit knows of, where one of them knows of few. */
function aimAtAll(model: SectorModel, aimed: AimedCount): void {
	const { name, counts, inOrder } = aimed;
	const truth = inOrder.at(-1) ?? 0;
	if (truth === 0 || truth >= model.threshold) return;
	const doubts = otherNumbers(model, aimed);
	model.targets.push({ name: `${name}, alla enheters tal`, truth, counts, doubts });
}

/** Worlds in which a unit of some rank knows of more or of fewer than it does, or one more unit knows of anybody. */
function otherNumbers(
	{ slots }: SectorModel,
	{ unknown: { persons }, inOrder, held }: Pick<AimedCount, 'unknown' | 'inOrder' | 'held'>
): Doubt[] {
	/** How many of the units that are not held know of so many. */
	const reaching = (limit: number): number => {
		const [all, ofHeld] = [inOrder, held].map((list) => list.filter((number) => number >= limit).length);
		return (all ?? 0) - (ofHeld ?? 0);
	};
	const ranks = [...new Set(inOrder)].flatMap((value): Doubt[] => [
		{ kind: 'reaching', persons, limit: value + 1, units: reaching(value + 1) + 1 },
		{ kind: 'under', persons, limit: value, units: slots - reaching(value) + 1 }
	]);
	return [...ranks, { kind: 'reaching', persons, limit: 1, units: reaching(1) + 1 }];
}
