import type { NumberDetail } from '#lib/organisations/waiver.ts';
import type { TableSet } from './tableSet.ts';
import { smallestParts, type UnitParts } from './unitParts.ts';
import type { SectorRound, UnitSet, UnitValues } from './unitAnswers.ts';

/** A set of units whose numbers are added into one published number. */
export interface RecordSet {
	/** The last part of the key: `sum`, `max`, `panel-2025`. */
	readonly name: string;
	readonly label: string;
	readonly units: UnitSet;
	/** What it is to the organisations behind it. */
	readonly detail: NumberDetail;
	/** The number must not be shown, whatever its value. */
	readonly isWithheld?: boolean;
	/** What a reader knows of each unit in it, and of each other unit of the first set. */
	readonly unitBounds?: { readonly inside: UnitBounds; readonly outside: UnitBounds };
}

export interface RecordSetSystem {
	readonly round: SectorRound;
	/** `2026/S1/socialtjanst` */
	readonly prefix: string;
	readonly rule: 'persons' | 'open';
	/** The questions whose numbers they are. */
	readonly items: readonly string[];
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
	/**
	 * The smallest parts that it consists of. Only units with a number above 0 are in any: two sets that differ in zeros alone
	 * hold the same records.
	 */
	readonly parts: ReadonlySet<number>;
	/** What the numbers are to the organisations behind it that it can be computed from. */
	readonly details: readonly NumberDetail[];
	readonly isWithheld?: boolean;
	readonly known?: UnitBounds;
}

/** A system with the smallest parts of its sets. */
interface DividedSystem extends RecordSetSystem {
	readonly divided: UnitParts;
}

/**
 * Adds the numbers over several sets of units together with everything that a reader could compute from them: the
 * difference of every set and a set inside it, and the smallest parts they all consist of. Sets that hold the same
 * records get the same key.
 *
 * @returns the key of each set by its name
 */
export function addRecordSets(set: TableSet, whole: RecordSetSystem): Map<string, string> {
	const divided = smallestParts(
		whole.values,
		whole.sets.map(({ units }) => units)
	);
	const system: DividedSystem = { ...whole, divided };
	const given = system.sets.map((one, place) => named(one, { place, divided }));
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

function named(set: RecordSet, at: { readonly place: number; readonly divided: UnitParts }): NamedSet {
	const { name, label, detail, isWithheld = false, unitBounds } = set;
	const inside = at.divided.parts.flatMap(({ sets }, part) => (sets.has(at.place) ? [part] : []));
	const parts = new Set(inside);
	const known = unitBounds ? { known: timesUnits(unitBounds.inside, unitsIn(at.divided, parts)) } : {};
	return { name, label, parts, details: [detail], isWithheld, ...known };
}

function unitsIn({ parts }: UnitParts, chosen: ReadonlySet<number>): number {
	return [...chosen].reduce((sum, part) => sum + (parts[part]?.units ?? 0), 0);
}

/** What makes two sets the same number: the units whose persons they count. */
function isSameSet(one: Pick<NamedSet, 'parts'>, other: Pick<NamedSet, 'parts'>): boolean {
	return one.parts.size === other.parts.size && isSubset(one.parts, other.parts);
}

function isSubset(inner: ReadonlySet<number>, outer: ReadonlySet<number>): boolean {
	return [...inner].every((part) => outer.has(part));
}

function timesUnits({ least, most }: UnitBounds, units: number): UnitBounds {
	return { least: least * units, most: units === 0 ? 0 : most * units };
}

function differences(sets: readonly NamedSet[], { sets: given, divided }: DividedSystem): NamedSet[] {
	return nestedPairs(sets).map(([outer, inner]) => {
		const parts = new Set([...outer.parts].filter((part) => !inner.parts.has(part)));
		const { unitBounds } = given.find(({ name }) => name === inner.name) ?? {};
		const isOfAll = outer.name === given[0]?.name;
		return {
			name: differenceName(outer, inner),
			label: `${outer.label} minus ${inner.label}`,
			parts,
			details: [...outer.details, ...inner.details],
			...(isOfAll && unitBounds ? { known: timesUnits(unitBounds.outside, unitsIn(divided, parts)) } : {})
		};
	});
}

/** Sets without persons are zeros, which need no difference: it would be the outer set itself. */
function nestedPairs(sets: readonly NamedSet[]): [NamedSet, NamedSet][] {
	return sets.flatMap((outer) =>
		sets
			.filter((inner) => inner.parts.size > 0 && inner.parts.size < outer.parts.size)
			.filter((inner) => isSubset(inner.parts, outer.parts))
			.map((inner): [NamedSet, NamedSet] => [outer, inner])
	);
}

function differenceName(outer: NamedSet, inner: NamedSet): string {
	return `${outer.name}-utan-${inner.name}`;
}

function addCell(set: TableSet, system: DividedSystem, one: NamedSet): string {
	const { round, items } = system;
	const { parts, partOf } = system.divided;
	const isIn = (unit: number): boolean => one.parts.has(partOf[unit] ?? -1);
	return set.cell({
		key: `${system.prefix}/${one.name}`,
		value: [...one.parts].reduce((sum, part) => sum + (parts[part]?.sum ?? 0), 0),
		rule: one.isWithheld ? 'withheld' : system.rule,
		...(system.rule === 'persons'
			? set.behind({ round, told: { items, details: one.details } }, () => system.values, isIn)
			: {}),
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

/** The smallest parts: units that lie in exactly the same sets. */
function relateToAtoms(
	set: TableSet,
	found: {
		readonly system: DividedSystem;
		readonly given: readonly NamedSet[];
		readonly distinct: readonly KeyedSet[];
	}
): void {
	const keyOfPart = found.system.divided.parts.map(({ sets }, part) => {
		const inside = found.given.filter((_, place) => sets.has(place));
		const name = inside.map((one) => one.name).join('+');
		const label = `del av ${found.distinct[0]?.label ?? name}`;
		const details = found.given.flatMap((one) => one.details);
		const atom = { name: `del-${name}`, label, parts: new Set([part]), details };
		const known = found.distinct.find((one) => isSameSet(one, atom));
		return known?.key ?? addCell(set, found.system, atom);
	});
	for (const one of found.distinct) {
		if (one.parts.size > 1) {
			set.relate(
				`${found.system.prefix}/${one.name}`,
				keyOfPart.filter((_, part) => one.parts.has(part))
			);
		}
	}
}
