import type { CountedPersons } from './countedSector.ts';
import { sumOfAll, type SectorModel, type UnknownCount } from './sectorModel.ts';
import type { Expression } from './wholeProgram.ts';

/** The units that gave a number or a zero in both years. */
export function addPanel(model: SectorModel, count: CountedPersons, year: number): void {
	const { report, sector } = model.at(year);
	const table = `${count.element}-${sector}`;
	const size = report.number(table, count.code, 'panel-enheter');
	const isNone = report.text(table, count.code, 'jamforelse').includes('angav antal båda');
	if (size === undefined && !isNone) return;
	const rounds = [model.countOf(count.code, year - 1), model.countOf(count.code, year)];
	const inBoth = unitsInBoth(model, rounds);
	const heldInBoth = heldPanel(model, count.code, [year - 1, year]);
	if (size !== 'hidden') model.program.equals(sumOfAll(inBoth), (size ?? 0) - heldInBoth.length);
	rounds.forEach((round, place) => {
		addPanelSum(model, { count, year, inBoth, round, isBefore: place === 0 });
	});
}

function unitsInBoth(model: SectorModel, rounds: readonly UnknownCount[]): number[] {
	return model.program.variables(model.slots, 0, 1).map((both, unit) => {
		const gave = rounds.map(({ stated, zero }): Expression => [[stated[unit] ?? 0, 1], [zero[unit] ?? 0, 1]]); // prettier-ignore
		for (const one of gave) model.program.row([[both, -1], ...one], 0, 2);
		model.program.row([[both, -1], ...gave.flat()], -1, 1);
		return both;
	});
}

/** What the units in both rounds know of together in one of them, and whether a single one is outside. */
function addPanelSum(
	model: SectorModel,
	panel: {
		readonly count: CountedPersons;
		/** The later of the two. */
		readonly year: number;
		readonly inBoth: readonly number[];
		readonly round: UnknownCount;
		readonly isBefore: boolean;
	}
): void {
	const { count, year, inBoth, round, isBefore } = panel;
	const { report, sector, name } = model.at(year);
	const printed = report.number(`${count.element}-${sector}`, count.code, isBefore ? 'panel-fore' : 'panel');
	const products = round.persons.map((persons, unit) =>
		model.program.product(persons, inBoth[unit] ?? 0, round.most)
	);
	const [own, other] = isBefore ? [year - 1, year] : [year, year - 1];
	const held = heldPanel(model, count.code, [own, other]).reduce((sum, number) => sum + number, 0);
	const together = model.program.variable(0, model.mostTogether);
	model.program.equals([...sumOfAll(products), [together, -1]], -held);
	const { inside, outside } = panelNumbers(model, count.code, [own, other]);
	const truth = inside.reduce((total, value) => total + value, 0);
	// A comparison that is left out is hidden also where it is of nobody.
	if (printed !== 'hidden' || truth > 0) model.takePrinted(together, printed, year);
	const label = `${name} ${count.code}, ${isBefore ? 'året före' : 'året'},`;
	const counts = [count.code];
	if (printed === 'hidden') model.aim({ name: `${label} samma enheter`, truth, counts }, [[together, 1]]);
	const [only, another] = outside;
	if (only !== undefined && another === undefined && truth > 0)
		model.aimAtUnit({ name: `${label} enheten utanför`, truth: only, counts }, [[round.sum, 1], [together, -1]]); // prettier-ignore
}

/** What the units that are held stated in a year, those that gave a number or a zero in another year too. */
function heldPanel(model: SectorModel, code: string, [own, other]: readonly [number, number]): number[] {
	const others = model.heldNumbers(code, other);
	return [...model.heldNumbers(code, own)].filter(([unit]) => others.has(unit)).map(([, value]) => value);
}

/** The numbers in a year of the units that gave one in another year too, and of those that did not. */
function panelNumbers(
	model: SectorModel,
	code: string,
	[own, other]: readonly [number, number]
): { readonly inside: readonly number[]; readonly outside: readonly number[] } {
	const others = numbersByUnit(model, code, other);
	const values = [...numbersByUnit(model, code, own)];
	return {
		inside: values.filter(([unit]) => others.has(unit)).map(([, value]) => value),
		outside: values.filter(([unit, value]) => value > 0 && !others.has(unit)).map(([, value]) => value)
	};
}

/** Unit → its number, for units that gave one. */
function numbersByUnit(model: SectorModel, code: string, year: number): Map<string, number> {
	const { units } = model.at(year).counted;
	const named = [...model.numbersOf(code, year)].map((value, unit): [string, number] => [
		units[unit] ?? '',
		value
	]);
	return new Map(named.filter(([, value]) => value >= 0));
}

/** Adults with children at home are some of the adults. */
export function addParts(model: SectorModel, count: CountedPersons, year: number): void {
	if (count.whole === undefined || !model.hasCount(count.whole)) return;
	const [part, all] = [model.countOf(count.code, year), model.countOf(count.whole, year)];
	const most = Math.max(part.most, all.most);
	part.persons.forEach((persons, unit) => {
		const [whole = 0, stated = 0] = [all.persons[unit], all.stated[unit]];
		model.program.row([[persons, 1], [whole, -1], [stated, most]], -most, most); // prettier-ignore
	});
}
