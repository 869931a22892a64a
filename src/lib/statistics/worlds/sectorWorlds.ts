import type { Sector } from '#lib/organisations/sector.ts';
import { addBreakdown } from './breakdownWorlds.ts';
import type { CountedPersons, CountedSector } from './countedSector.ts';
import { addCount } from './countWorlds.ts';
import { addFrames, partnersOf } from './frameWorlds.ts';
import { addPanel, addParts } from './tiedWorlds.ts';
import type { WholeProgram } from './wholeProgram.ts';
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

/**
 * Everything that a reader of the years' reports knows of a family of counts, unit by unit, as rows of one program: also
 * of the families of other sectors whose sums are printed as one with this one's.
 *
 * @param published the years of every sector
 */
export function sectorWorlds(
	published: ReadonlyMap<Sector, readonly PublishedSector[]>,
	sector: Sector,
	family: readonly CountedPersons[]
): SectorModel {
	const model = familyWorlds(published.get(sector) ?? [], family);
	const joined = [model];
	// Grows as it is gone through: the other sector may be shown as one with a third in another group.
	for (const one of joined)
		for (const { sector: other, group } of partnersOf(one)) {
			const isJoined = joined.some((each) => each.at(0).sector === other && each.codeOf(group) !== undefined);
			const years = published.get(other) ?? [];
			const latest = years.at(-1);
			const tied =
				latest && familiesOf(latest.counted).find((each) => each.some((count) => count.group === group));
			if (tied && !isJoined) joined.push(familyWorlds(years, tied, model.program));
		}
	addFrames(joined);
	return model;
}

function familyWorlds(
	years: readonly PublishedSector[],
	family: readonly CountedPersons[],
	program?: WholeProgram
): SectorModel {
	const model = new SectorModel(years, family, program);
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
