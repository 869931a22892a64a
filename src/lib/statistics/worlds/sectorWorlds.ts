import { addBreakdown } from './breakdownWorlds.ts';
import type { CountedPersons, CountedSector } from './countedSector.ts';
import { addCount } from './countWorlds.ts';
import { addFrames, addPanel, addParts } from './tiedWorlds.ts';
import { SectorModel, type PublishedSector } from './sectorModel.ts';

/** Counts that hang together, by breakdowns and parts: each family is a system of its own but for the sectors' sums. */
export function familiesOf({ counts, breakdowns }: CountedSector): CountedPersons[][] {
	const ties = [
		...breakdowns.map(({ parents }) => parents),
		...counts.map(({ code, ties: tied }) => [code, ...tied])
	];
	const family = new Map(counts.map(({ code }, place) => [code, place]));
	for (const tie of ties) {
		const numbers = tie.map((code) => family.get(code) ?? -1);
		for (const [code, number] of family) if (numbers.includes(number)) family.set(code, Math.min(...numbers));
	}
	return [...Map.groupBy(counts, ({ code }) => family.get(code) ?? -1).values()];
}

/** Everything that a reader of the years' reports knows of a family of counts, unit by unit, as rows of one program. */
export function sectorWorlds(
	years: readonly PublishedSector[],
	family: readonly CountedPersons[]
): SectorModel {
	const model = new SectorModel(years, family);
	for (const count of family) {
		years.forEach((_, year) => {
			model.setCount(count.code, year, addCount(model, count, year));
		});
		for (let year = 1; year < years.length; year++) addPanel(model, count, year);
	}
	putInOrder(model);
	for (const count of family)
		years.forEach((_, year) => {
			addParts(model, count, year);
		});
	for (const breakdown of years.at(-1)?.counted.breakdowns ?? [])
		if (breakdown.parents.every((code) => model.hasCount(code)))
			years.forEach((_, year) => {
				addBreakdown(model, breakdown, year);
			});
	years.forEach((_, year) => {
		addFrames(model, year);
	});
	return model;
}

/**
 * The units are alike to a reader, so they may be taken in the order of what they stated of one count in the latest
 * round: the same worlds, each once instead of once for every order of the units.
 */
function putInOrder(model: SectorModel): void {
	const [first] = model.family;
	if (!first) return;
	const { persons } = model.countOf(first.code, model.years.length - 1);
	persons.slice(1).forEach((number, place) => {
		model.program.row([[persons[place] ?? 0, 1], [number, -1]], 0, Infinity); // prettier-ignore
	});
}
