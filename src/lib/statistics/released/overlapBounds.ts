import type { LinearSolver } from '#lib/disclosure/solver/linearSolver.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import { knownAlsoBy, overlapGroups, shareAnswers } from './overlapSystem.ts';
import type { OverlapGroup, OverlapSystem, SectorKnowledge, ShareAnswer } from './overlapSystem.ts';
import { combined, PersonProgram, scaled } from './personProgram.ts';
import type { Terms } from './personProgram.ts';

/** Ends of a number of persons; `most` is null where a number that it rests on is hidden. */
export interface PersonBounds {
	readonly least: number;
	readonly most: number | null;
}

/** How many distinct persons several sectors know of together, for all that they have told. */
export interface DistinctPersons {
	/** Contradictory: no persons can be known as the sectors say that they are. */
	readonly outcome: 'bounds' | 'contradictory';
	/** Empty when contradictory. */
	readonly groups: readonly (PersonBounds & {
		readonly group: OverlapGroup;
		/** The same if whoever is said to be known to others is known to a unit that has told its number; null when nobody can be. */
		readonly ifAllCounted: PersonBounds | null;
	})[];
	/** The sectors whose answers to the overlap item have been used. `isCounted`: all that they say is known must be counted. */
	readonly statements: readonly { readonly sector: Sector; readonly isCounted: boolean }[];
}

/** What the words are taken to mean, as shares of a unit's persons. Both ends included. */
export const shareRanges: Readonly<Record<ShareAnswer, { readonly least: number; readonly most: number }>> = {
	alla: { least: 1, most: 1 },
	de_flesta: { least: 1 / 2, most: 1 },
	ungefar_halften: { least: 1 / 3, most: 2 / 3 },
	nagra: { least: 0, most: 1 / 2 },
	ingen: { least: 0, most: 0 },
	okand: { least: 0, most: 1 }
};

/**
 * The tightest interval for the number of distinct persons, in each group that two sectors or more know of: Fréchet
 * bounds as a linear program over the sets of sectors that a person may be known by. Undefined when no sector has told
 * of overlap, so that nothing is added to what the sums and the largest units say.
 */
export function overlapBounds(system: OverlapSystem, solver: LinearSolver): DistinctPersons | undefined {
	const statements = system.sectors.flatMap((knowledge) =>
		tells(knowledge.shares) ? [{ sector: knowledge.sector, isCounted: areComplete(system, knowledge) }] : []
	);
	if (statements.length === 0) return undefined;
	const bounds = boundsOf(system, solver);
	if (!bounds) return { outcome: 'contradictory', groups: [], statements };
	const sectors = system.sectors.map((knowledge) => ({ ...knowledge, isComplete: true }));
	const counted = boundsOf({ ...system, sectors }, solver);
	return {
		outcome: 'bounds',
		groups: [...bounds].map(([group, ends]) => ({
			group,
			...ends,
			ifAllCounted: counted?.get(group) ?? null
		})),
		statements
	};
}

/** The ends in each group that two sectors or more know of; undefined when the answers contradict each other. */
function boundsOf(system: OverlapSystem, solver: LinearSolver): Map<OverlapGroup, PersonBounds> | undefined {
	const { program, persons } = statedProgram(system);
	const bounds = new Map<OverlapGroup, PersonBounds>();
	for (const group of overlapGroups.filter((one) => sectorsOf(system, one).length > 1)) {
		const range = program.range(persons[group], solver);
		if (!range) return undefined;
		bounds.set(group, { least: range.least, most: isBounded(system, group) ? range.most : null });
	}
	return bounds;
}

function tells(shares: SectorKnowledge['shares']): shares is NonNullable<SectorKnowledge['shares']> {
	return shares !== undefined && shareAnswers.some((answer) => answer !== 'okand' && shares[answer] > 0);
}

function sectorsOf({ sectors }: OverlapSystem, group: OverlapGroup): SectorKnowledge[] {
	return sectors.filter(({ numbers }) => numbers[group] !== undefined);
}

/** A person may be known also by a unit that has not answered. So it counts only where all of them have. */
function areComplete({ sectors }: OverlapSystem, { sector }: SectorKnowledge): boolean {
	return knownAlsoBy[sector].every((other) =>
		sectors.some((knowledge) => knowledge.sector === other && knowledge.isComplete)
	);
}

function isBounded(system: OverlapSystem, group: OverlapGroup): boolean {
	const isShown = ({ numbers }: SectorKnowledge) => numbers[group]?.sum !== undefined;
	return system.totals[group] !== undefined || sectorsOf(system, group).every(isShown);
}

interface StatedProgram {
	readonly program: PersonProgram;
	/** The number of distinct persons. */
	readonly persons: Readonly<Record<OverlapGroup, Terms>>;
}

/** A set of sectors that know of the same persons, and its column. */
interface Atom {
	readonly knownBy: ReadonlySet<Sector>;
	readonly column: number;
}

function statedProgram(system: OverlapSystem): StatedProgram {
	const program = new PersonProgram();
	const atoms = { vuxna: atomsOf(program, system, 'vuxna'), barn: atomsOf(program, system, 'barn') };
	const sums = new Map(system.sectors.map(({ sector }): [Sector, Terms[]] => [sector, []]));
	for (const group of overlapGroups) {
		const added = sectorsOf(system, group).map((knowledge) => {
			const sum = addSum(program, { knowledge, group, persons: knownBy(atoms[group], knowledge.sector) });
			sums.get(knowledge.sector)?.push(sum);
			return sum;
		});
		const total = system.totals[group];
		if (total !== undefined) program.equals(combined(...added), total);
	}
	const all = [...atoms.vuxna, ...atoms.barn];
	for (const knowledge of system.sectors) {
		const { sector } = knowledge;
		addStatement(program, {
			knowledge,
			sum: combined(...(sums.get(sector) ?? [])),
			persons: knownBy(all, sector),
			shared: knownBy(sharedWith(all, sector), sector),
			isCounted: areComplete(system, knowledge)
		});
	}
	return { program, persons: { vuxna: columnsOf(atoms.vuxna), barn: columnsOf(atoms.barn) } };
}

function atomsOf(program: PersonProgram, system: OverlapSystem, group: OverlapGroup): Atom[] {
	const names = sectorsOf(system, group).map(({ sector }) => sector);
	const sets = names.reduce<Sector[][]>(
		(found, name) => [...found, ...found.map((set) => [...set, name])],
		[[]]
	);
	return sets
		.filter((set) => set.length > 0)
		.map((set) => ({ knownBy: new Set(set), column: program.column() }));
}

function columnsOf(atoms: readonly Atom[]): Terms {
	return new Map(atoms.map(({ column }) => [column, 1]));
}

function knownBy(atoms: readonly Atom[], sector: Sector): Terms {
	return columnsOf(atoms.filter((atom) => atom.knownBy.has(sector)));
}

/** The persons who are known by one of the sectors that the overlap item of a sector asks about. */
function sharedWith(atoms: readonly Atom[], sector: Sector): Atom[] {
	return atoms.filter((atom) => knownAlsoBy[sector].some((other) => atom.knownBy.has(other)));
}

/** The persons of a sector are at least its largest unit's and at most its units' numbers added up, whose column is returned. */
function addSum(
	program: PersonProgram,
	of: { readonly knowledge: SectorKnowledge; readonly group: OverlapGroup; readonly persons: Terms }
): Terms {
	const { sum, least = 0 } = of.knowledge.numbers[of.group] ?? {};
	const added: Terms = new Map([[program.column(sum ?? least, sum), 1]]);
	program.atLeast(of.persons, least);
	program.atLeast(combined(added, scaled(of.persons, -1)), 0);
	return added;
}

/**
 * What the units of a sector say of its persons. Each answer has a column: the numbers, added up, of the units that gave
 * it. A unit's persons are among the sector's, so what holds of the largest of those units holds of their mean.
 */
function addStatement(
	program: PersonProgram,
	of: {
		readonly knowledge: SectorKnowledge;
		readonly sum: Terms;
		readonly persons: Terms;
		readonly shared: Terms;
		readonly isCounted: boolean;
	}
): void {
	const { shares, numbers } = of.knowledge;
	if (!tells(shares)) return;
	const largest = Object.values(numbers).map((one) => one.largest ?? Infinity);
	const mostOfUnit = largest.reduce((sum, number) => sum + number, 0);
	const columns = shareAnswers
		.filter((answer) => shares[answer] > 0)
		.map((answer) => {
			const units = shares[answer];
			const most = units * mostOfUnit;
			return {
				units,
				range: shareRanges[answer],
				column: program.column(0, isFinite(most) ? most : undefined)
			};
		});
	program.equals(combined(new Map(columns.map(({ column }) => [column, 1])), scaled(of.sum, -1)), 0);
	const alone = combined(of.persons, scaled(of.shared, -1));
	const known = of.isCounted ? [{ terms: of.shared, other: alone, end: 'least' as const }] : [];
	for (const { terms, other, end } of [...known, { terms: alone, other: of.shared, end: 'most' as const }]) {
		// At least this part of each unit's persons are there, and so at most the rest of them are elsewhere.
		const part = (range: { least: number; most: number }) => (end === 'least' ? range.least : 1 - range.most);
		program.atLeast(
			combined(new Map(columns.map(({ column, range }) => [column, 1 - part(range)])), scaled(other, -1)),
			0
		);
		for (const { column, units, range } of columns) {
			program.atLeast(combined(terms, new Map([[column, -part(range) / units]])), 0);
		}
	}
}
