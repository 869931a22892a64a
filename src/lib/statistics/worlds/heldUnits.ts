import { noNumber } from '../unitAnswers.ts';
import type { CountedPersons, CountedSector } from './countedSector.ts';

/** So many units can be tried at once. */
const mostOpen = 60;

/** Of each count and year, so many of the largest and of the smallest numbers, of zeros, and of units without a number. */
const ofEachKind = 3;

/**
 * The units of a large sector that are taken to have answered as they did, by name. The others are tried in every way. A
 * world in which only those differ is a world like any other, so what is found to be in doubt is in doubt; what is
 * found out may not be.
 */
export function heldUnits(
	years: readonly CountedSector[],
	family: readonly CountedPersons[]
): ReadonlySet<string> {
	const names = new Set(years.flatMap(({ units }) => units));
	if (names.size <= mostOpen) return new Set();
	const open = new Set(years.flatMap((year) => family.flatMap(({ code }) => ofAllKinds(year, code))));
	// Names are pseudonyms, so the first of them are anybody.
	for (const name of [...names].toSorted()) if (open.size < mostOpen) open.add(name);
	return new Set([...names].filter((name) => !open.has(name)));
}

function ofAllKinds({ units, counts }: CountedSector, code: string): string[] {
	const numbers = counts.find((one) => one.code === code)?.numbers ?? new Float64Array(0);
	const inOrder = [...numbers.keys()].toSorted((one, other) => at(numbers, other) - at(numbers, one));
	const above = inOrder.filter((unit) => at(numbers, unit) > 0);
	const zeros = inOrder.filter((unit) => at(numbers, unit) === 0);
	const others = inOrder.filter((unit) => at(numbers, unit) === noNumber);
	const chosen = [above, above.toReversed(), zeros, others].flatMap((kind) => kind.slice(0, ofEachKind));
	return chosen.map((unit) => units[unit] ?? '');
}

function at(numbers: Float64Array, unit: number): number {
	return numbers[unit] ?? noNumber;
}
