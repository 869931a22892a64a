import { tightenBounds } from '#lib/disclosure/solver/tightenBounds.ts';
import { columnMatrix } from '#lib/disclosure/solver/columnMatrix.ts';
import { entry } from '#lib/disclosure/solver/numbers.ts';
import { loadHighsSolver } from '#lib/disclosure/solver/highsSolver.ts';
import type { Relation } from '#lib/disclosure/tables/indicatorTable.ts';
import type { LinearProgram } from '#lib/disclosure/solver/linearSolver.ts';

/** Anybody's pattern: what is shown, what is hidden, and what adds up. */
export interface PublishedPattern {
	/** The value of each cell. Of a hidden cell it is only used to judge the interval; without it, only exact is too narrow. */
	readonly values: ReadonlyMap<string, number>;
	readonly hidden: ReadonlySet<string>;
	readonly relations: readonly Relation[];
	/** Least value that the reader knows a hidden cell to have: 1 where zeros are always shown, else 0. */
	readonly lower: 0 | 1;
	/** Of each number that is printed a little off, what the reader is told: the true one lies between. It needs no value. */
	readonly told?: ReadonlyMap<string, ToldBounds>;
	/** Asked before each cell. When it says no, the cells left have no interval. */
	readonly mayContinue?: () => boolean;
}

export interface ToldBounds {
	readonly low: number;
	readonly high: number;
}

/** What a reader can conclude of a cell that he does not see as it is: it is at least `low` and at most `high`. */
export interface ConcludedInterval {
	readonly key: string;
	readonly low: number;
	readonly high: number;
}

export interface PatternAudit {
	readonly intervals: readonly ConcludedInterval[];
	/** Such cells that a reader can compute. */
	readonly exact: readonly string[];
	/**
	 * Hidden cells that cannot be one more, or not one less although the bound leaves room, and whatever is exact. Of a
	 * number printed a little off only that is judged.
	 */
	readonly tooNarrow: readonly string[];
}

/**
 * The interval of every hidden cell, and of every number printed a little off, over all relations together, by two linear
 * programs a cell. Whole numbers are taken into account by rounding inwards.
 * @throws {RangeError} when the shown numbers contradict each other.
 */
export async function auditPattern(pattern: PublishedPattern): Promise<PatternAudit> {
	const solver = await loadHighsSolver();
	const intervals: ConcludedInterval[] = [];
	const unknown = new Set([...pattern.hidden, ...(pattern.told?.keys() ?? [])]);
	for (const part of connectedParts(pattern.relations, unknown)) {
		const program = tightenBounds(readersProgram(pattern, { part, unknown }));
		const bounds = program && solver.extremes(program, pattern.mayContinue);
		if (!bounds)
			throw new RangeError(
				`inga tal stämmer med det som visas kring ${part.keys[0] ?? ''}, när dolda tal är minst ${String(pattern.lower)}${pattern.told ? ' och övriga mellan low och high' : ''}`
			);
		part.keys.forEach((key, i) => {
			if (Number.isNaN(bounds.low[i])) return;
			intervals.push({ key, low: roundedUp(bounds.low[i] ?? 0), high: roundedDown(bounds.high[i] ?? 0) });
		});
	}
	intervals.sort((a, b) => (a.key < b.key ? -1 : 1));
	return {
		intervals,
		exact: intervals.filter(({ low, high }) => low === high).map(({ key }) => key),
		tooNarrow: intervals.filter((interval) => isTooNarrow(interval, pattern)).map(({ key }) => key)
	};
}

/** The solver's answer may be off by a hair. Adding zero turns −0 into 0. */
const hair = 1e-6;
const roundedUp = (bound: number): number => Math.ceil(bound - hair) + 0;
const roundedDown = (bound: number): number => Math.floor(bound + hair) + 0;

function isTooNarrow(
	{ key, low, high }: ConcludedInterval,
	{ values, told, lower }: PublishedPattern
): boolean {
	const value = told?.has(key) ? undefined : values.get(key);
	if (value === undefined) return low === high;
	return high < value + 1 || (value > lower && low > value - 1);
}

interface ConnectedPart {
	readonly keys: readonly string[];
	readonly relations: readonly Relation[];
}

/** Unknown cells that share a relation, directly or through others. Each part is a program of its own. */
function connectedParts(relations: readonly Relation[], unknown: ReadonlySet<string>): ConnectedPart[] {
	const touching = relations.filter(
		({ total, parts }) => unknown.has(total) || parts.some((part) => unknown.has(part))
	);
	const leader = new Map<string, string>([...unknown].map((key) => [key, key]));
	const find = (key: string): string => {
		let root = key;
		while (leader.get(root) !== root) root = entry(leader, root);
		leader.set(key, root);
		return root;
	};
	for (const { total, parts } of touching) {
		const [first = total, ...others] = unknownOf({ total, parts }, unknown);
		for (const other of others) leader.set(find(other), find(first));
	}
	const keys = Map.groupBy(unknown, find);
	const groups = Map.groupBy(touching, (relation) => find(unknownOf(relation, unknown)[0] ?? ''));
	return [...keys].map(([root, own]) => ({ keys: own, relations: groups.get(root) ?? [] }));
}

function unknownOf({ total, parts }: Relation, unknown: ReadonlySet<string>): string[] {
	return [total, ...parts].filter((key) => unknown.has(key));
}

function readersProgram(
	{ values, told, lower }: PublishedPattern,
	{ part, unknown }: { part: ConnectedPart; unknown: ReadonlySet<string> }
): LinearProgram {
	const column = new Map(part.keys.map((key, i) => [key, i]));
	const entries: [number, number][][] = part.keys.map(() => []);
	const rightSide = new Float64Array(part.relations.length);
	part.relations.forEach((relation, row) => {
		const add = (key: string, sign: number) => {
			if (unknown.has(key)) entries[entry(column, key)]?.push([row, sign]);
			else rightSide[row] = (rightSide[row] ?? 0) - sign * (values.get(key) ?? 0);
		};
		add(relation.total, 1);
		for (const key of relation.parts) add(key, -1);
	});
	return {
		rows: part.relations.length,
		cost: new Float64Array(part.keys.length),
		lower: Float64Array.from(part.keys, (key) => told?.get(key)?.low ?? lower),
		upper: Float64Array.from(part.keys, (key) => told?.get(key)?.high ?? Infinity),
		...columnMatrix(entries),
		rightSide
	};
}
