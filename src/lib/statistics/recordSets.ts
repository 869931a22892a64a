import type { TableSet } from './tableSet.ts';
import { sumOf } from './unitAnswers.ts';
import type { UnitValues } from './unitAnswers.ts';

/** A set of units whose numbers are added into one published number. */
export interface RecordSet {
	/** The last part of the key: `sum`, `max`, `panel-2025`. */
	readonly name: string;
	readonly label: string;
	readonly units: Iterable<string>;
	/** The number must not be shown, whatever its value. */
	readonly isWithheld?: boolean;
	/** What a reader knows of each unit in it, and of each other unit of the first set. */
	readonly unitBounds?: { readonly inside: UnitBounds; readonly outside: UnitBounds };
}

export interface RecordSetSystem {
	/** `2026/S1/socialtjanst` */
	readonly prefix: string;
	readonly rule: 'persons' | 'open';
	readonly values: UnitValues;
	/** First the sets that lend their key to later ones that hold the same records. */
	readonly sets: readonly RecordSet[];
}

/** Both ends included. */
export interface UnitBounds {
	readonly least: number;
	readonly most: number;
}

/** A set with the key of the number over it. */
interface KeyedSet extends NamedSet {
	readonly key: string;
}

interface NamedSet {
	readonly name: string;
	readonly label: string;
	/** Only units with a number above 0: two sets that differ in zeros alone hold the same records. */
	readonly units: ReadonlySet<string>;
	readonly isWithheld?: boolean;
	readonly known?: UnitBounds;
}

/**
 * Adds the numbers over several sets of units together with everything that a reader could compute from them: the
 * difference of every set and a set inside it, and the smallest parts they all consist of. Sets that hold the same
 * records get the same key.
 *
 * @returns the key of each set by its name
 */
export function addRecordSets(set: TableSet, system: RecordSetSystem): Map<string, string> {
	const given = system.sets.map((one) => onlyPositive(one, system.values));
	const family = [...given, ...differences(given, system)];
	const withheld = given.filter((one) => one.isWithheld);
	const keys = new Map<string, string>();
	const distinct: KeyedSet[] = [];
	for (const one of family) {
		let known = distinct.find((other) => isSameSet(other, one));
		if (!known) {
			const isWithheld = withheld.some((other) => isSameSet(other, one));
			known = { ...one, key: addCell(set, system, { ...one, isWithheld }) };
			distinct.push(known);
		}
		keys.set(one.name, known.key);
	}
	relateNested(set, given, keys);
	relateToAtoms(set, { system, given, distinct });
	return keys;
}

function onlyPositive(set: RecordSet, values: UnitValues): NamedSet {
	const units = [...set.units].filter((unit) => (values.get(unit)?.value ?? 0) > 0);
	const { name, label, isWithheld = false, unitBounds } = set;
	const known = unitBounds ? { known: timesUnits(unitBounds.inside, units.length) } : {};
	return { name, label, units: new Set(units), isWithheld, ...known };
}

/** What makes two sets the same number: the units whose persons they count. */
function isSameSet(one: NamedSet, other: NamedSet): boolean {
	return one.units.size === other.units.size && isSubset(one.units, other.units);
}

function timesUnits({ least, most }: UnitBounds, units: number): UnitBounds {
	return { least: least * units, most: units === 0 ? 0 : most * units };
}

function differences(sets: readonly NamedSet[], { sets: given }: RecordSetSystem): NamedSet[] {
	return nestedPairs(sets).map(([outer, inner]) => {
		const units = new Set([...outer.units].filter((unit) => !inner.units.has(unit)));
		const { unitBounds } = given.find(({ name }) => name === inner.name) ?? {};
		const isOfAll = outer.name === given[0]?.name;
		return {
			name: differenceName(outer, inner),
			label: `${outer.label} minus ${inner.label}`,
			units,
			...(isOfAll && unitBounds ? { known: timesUnits(unitBounds.outside, units.size) } : {})
		};
	});
}

/** Sets without persons are zeros, which need no difference: it would be the outer set itself. */
function nestedPairs(sets: readonly NamedSet[]): [NamedSet, NamedSet][] {
	return sets.flatMap((outer) =>
		sets
			.filter((inner) => inner.units.size > 0 && inner.units.size < outer.units.size)
			.filter((inner) => isSubset(inner.units, outer.units))
			.map((inner): [NamedSet, NamedSet] => [outer, inner])
	);
}

function isSubset(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
	for (const unit of inner) if (!outer.has(unit)) return false;
	return true;
}

function differenceName(outer: NamedSet, inner: NamedSet): string {
	return `${outer.name}-utan-${inner.name}`;
}

function addCell(set: TableSet, system: RecordSetSystem, one: NamedSet): string {
	return set.cell({
		key: `${system.prefix}/${one.name}`,
		value: sumOf(system.values, one.units),
		rule: one.isWithheld ? 'withheld' : system.rule,
		...(system.rule === 'persons' ? set.behind(system.values, one.units) : {}),
		...(one.known ? { known: one.known } : {}),
		label: one.label
	});
}

function relateNested(set: TableSet, given: readonly NamedSet[], keys: ReadonlyMap<string, string>): void {
	for (const [outer, inner] of nestedPairs(given)) {
		const total = keys.get(outer.name);
		const part = keys.get(inner.name);
		const rest = keys.get(differenceName(outer, inner));
		if (total !== undefined && part !== undefined && rest !== undefined) set.relate(total, [part, rest]);
	}
}

/** Units that lie in exactly the same sets, by the names of these. */
function smallestParts(given: readonly NamedSet[]): Map<string, Set<string>> {
	// Which sets a unit lies in, as a number with a bit for each set: names are made once a part and not once a unit.
	const placing = new Map<string, number>();
	given.forEach(({ units }, place) => {
		for (const unit of units) placing.set(unit, (placing.get(unit) ?? 0) + 2 ** place);
	});
	const parts = new Map<number, Set<string>>();
	for (const [unit, bits] of placing) {
		const part = parts.get(bits);
		if (part) part.add(unit);
		else parts.set(bits, new Set([unit]));
	}
	const nameOf = (bits: number): string =>
		given
			.filter((_, place) => Math.floor(bits / 2 ** place) % 2 === 1)
			.map(({ name }) => name)
			.join('+');
	return new Map([...parts].map(([bits, units]) => [nameOf(bits), units]));
}

/** The smallest parts: units that lie in exactly the same sets. */
function relateToAtoms(
	set: TableSet,
	found: {
		readonly system: RecordSetSystem;
		readonly given: readonly NamedSet[];
		readonly distinct: readonly KeyedSet[];
	}
): void {
	const atoms = smallestParts(found.given);
	const keyOfAtom = new Map<string, string>();
	for (const [name, units] of atoms) {
		const atom = { name: `del-${name}`, label: `del av ${found.distinct[0]?.label ?? name}`, units };
		const known = found.distinct.find((one) => isSameSet(one, atom));
		keyOfAtom.set(name, known?.key ?? addCell(set, found.system, atom));
	}
	for (const one of found.distinct) {
		const parts = [...atoms].filter(([, units]) => isSubset(units, one.units));
		if (parts.length > 1) {
			set.relate(
				`${found.system.prefix}/${one.name}`,
				parts.map(([name]) => keyOfAtom.get(name) ?? '')
			);
		}
	}
}
