import type { Known } from './known.ts';
import type { UnitSet, UnitValues } from './unitAnswers.ts';

/** The units that lie in exactly the same of some sets, of those that gave a number above 0. */
export interface UnitPart extends Known {
	/** The places of the sets that they lie in. */
	readonly sets: ReadonlySet<number>;
}

export interface UnitParts {
	readonly parts: readonly UnitPart[];
	/** Each unit's part; −1 where it gave no number above 0. */
	readonly partOf: Int32Array;
}

/**
 * The smallest parts that the sets consist of, in the order of their first units. Everything that a reader could compute from
 * the numbers over the sets is a number over some of them: they are few, however many the units are.
 */
export function smallestParts(values: UnitValues, sets: readonly UnitSet[]): UnitParts {
	const { partOf, memberships } = sets.reduce(
		(coarser, set, place) => dividedBy(coarser, set, place),
		wholePart(values)
	);
	return inOrder(totalsOf(values, memberships, partOf), partOf);
}

interface Division {
	readonly partOf: Int32Array;
	/** The sets that each part lies in. */
	readonly memberships: readonly ReadonlySet<number>[];
}

function wholePart(values: UnitValues): Division {
	const partOf = new Int32Array(values.length);
	for (let unit = 0; unit < values.length; unit++) partOf[unit] = (values[unit] ?? 0) > 0 ? 0 : -1;
	return { partOf, memberships: [new Set()] };
}

function dividedBy(division: Division, set: UnitSet, place: number): Division {
	if (set === 'all') {
		const memberships = division.memberships.map((before) => new Set([...before, place]));
		return { ...division, memberships };
	}
	return set instanceof Uint8Array ? halved(division, set, place) : withoutUnit(division, set.only, place);
}

/** The unit as a part of its own. */
function withoutUnit({ partOf, memberships }: Division, unit: number, place: number): Division {
	const part = partOf[unit] ?? -1;
	if (part === -1) return { partOf, memberships };
	partOf[unit] = memberships.length;
	return { partOf, memberships: [...memberships, new Set([...(memberships[part] ?? []), place])] };
}

/** Each part as the units inside the set and those outside it, where there are any. */
function halved({ partOf, memberships }: Division, set: Uint8Array, place: number): Division {
	const inside = new Int32Array(memberships.length).fill(-1);
	const outside = new Int32Array(memberships.length).fill(-1);
	const divided: ReadonlySet<number>[] = [];
	for (let unit = 0; unit < partOf.length; unit++) {
		const part = partOf[unit] ?? -1;
		if (part === -1) continue;
		const isInside = set[unit] === 1;
		const halves = isInside ? inside : outside;
		let half = halves[part] ?? -1;
		if (half === -1) {
			half = divided.length;
			halves[part] = half;
			const before = memberships[part] ?? new Set();
			divided.push(isInside ? new Set([...before, place]) : before);
		}
		partOf[unit] = half;
	}
	return { partOf, memberships: divided };
}

interface FoundPart extends UnitPart {
	/** Its first unit. */
	readonly first: number;
}

function totalsOf(
	values: UnitValues,
	memberships: readonly ReadonlySet<number>[],
	partOf: Int32Array
): FoundPart[] {
	const totals = memberships.map((sets) => ({ sets, units: 0, sum: 0, largest: 0, first: 0 }));
	for (let unit = 0; unit < values.length; unit++) {
		const part = totals[partOf[unit] ?? -1];
		if (!part) continue;
		const value = values[unit] ?? 0;
		if (part.units === 0) part.first = unit;
		part.units += 1;
		part.sum += value;
		if (value > part.largest) part.largest = value;
	}
	return totals;
}

/** The parts that hold a unit, by their first ones. */
function inOrder(found: readonly FoundPart[], partOf: Int32Array): UnitParts {
	const ordered = found.filter(({ units }) => units > 0).toSorted((one, other) => one.first - other.first);
	const parts = ordered.map(({ sets, units, sum, largest }) => ({ sets, units, sum, largest }));
	if (ordered.every((part, place) => part === found[place])) return { parts, partOf };
	const placeOf = found.map((part) => ordered.indexOf(part));
	return { parts, partOf: partOf.map((part) => placeOf[part] ?? -1) };
}
