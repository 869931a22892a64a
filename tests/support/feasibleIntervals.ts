import type { IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';

interface FeasibleInterval {
	readonly key: string;
	readonly value: number;
	readonly low: number;
	readonly high: number;
	/** The least value that follows from the lower bounds of the parts, and from what was published before. */
	readonly floor: number;
}

/**
 * What a reader can conclude, by trying every whole-number world within `span` of the true one. Only the free inner
 * cells are tried; totals follow. Written without any part of the program that it judges.
 */
export function feasibleIntervals(
	set: IndicatorTableSet,
	hidden: ReadonlySet<string>,
	{ lower, span, settled }: { lower: number; span: number; settled?: ReadonlyMap<string, number | null> }
): FeasibleInterval[] {
	const truth = new Map(set.cells.map((c) => [c.key, c.value]));
	const totals = new Set(set.relations.map((relation) => relation.total));
	const leaves = set.cells.map((c) => c.key).filter((key) => !totals.has(key));
	const lowest = (key: string) =>
		hidden.has(key) ? Math.min(lower, truth.get(key) ?? 0) : (truth.get(key) ?? 0);
	const range = new Map([...hidden].map((key) => [key, { low: Infinity, high: -Infinity }]));
	const world = new Map<string, number>();
	const tryLeaf = (i: number): void => {
		const leaf = leaves[i];
		if (leaf === undefined) {
			visit();
			return;
		}
		const value = truth.get(leaf) ?? 0;
		for (const candidate of hidden.has(leaf) ? steps(value, lowest(leaf), span) : [value]) {
			world.set(leaf, candidate);
			if (!breaksClosedRelation(leaf)) tryLeaf(i + 1);
		}
		world.delete(leaf);
	};
	tryLeaf(0);
	return [...range].map(([key, bounds]) => ({
		key,
		value: truth.get(key) ?? 0,
		...bounds,
		floor: floorOf(key)
	}));

	function visit(): void {
		const full = completed(set, world);
		for (const { key } of set.cells) {
			const value = full.get(key) ?? 0;
			if (hidden.has(key) ? value < lowest(key) : value !== truth.get(key)) return;
		}
		for (const { total, parts } of set.relations)
			if (parts.reduce((s, part) => s + (full.get(part) ?? 0), 0) !== full.get(total)) return;
		for (const [key, bounds] of range) {
			bounds.low = Math.min(bounds.low, full.get(key) ?? 0);
			bounds.high = Math.max(bounds.high, full.get(key) ?? 0);
		}
	}

	/** True when a shown total of leaves only is already wrong: saves most of the worlds. */
	function breaksClosedRelation(leaf: string): boolean {
		return set.relations.some(
			({ total, parts }) =>
				!hidden.has(total) &&
				parts.includes(leaf) &&
				parts.every((part) => world.has(part)) &&
				parts.reduce((s, part) => s + (world.get(part) ?? 0), 0) !== truth.get(total)
		);
	}

	function floorOf(key: string): number {
		const own = lowestWhateverIsHidden(key);
		const sums = set.relations
			.filter(({ total }) => total === key)
			.map(({ parts }) => parts.reduce((s, part) => s + floorOf(part), 0));
		return Math.max(own, ...sums);
	}

	function lowestWhateverIsHidden(key: string): number {
		return settled?.get(key) ?? Math.min(lower, truth.get(key) ?? 0);
	}
}

function steps(value: number, lowest: number, span: number): number[] {
	const all = Array.from({ length: 2 * span + 1 }, (_, i) => value - span + i);
	return all.filter((candidate) => candidate >= lowest);
}

/** Leaves given, totals summed; the first relation of a total wins, the others are checked by the caller. */
function completed(set: IndicatorTableSet, leaves: ReadonlyMap<string, number>): Map<string, number> {
	const full = new Map(leaves);
	for (let changed = true; changed;) {
		changed = false;
		for (const { total, parts } of set.relations) {
			if (full.has(total) || !parts.every((part) => full.has(part))) continue;
			full.set(
				total,
				parts.reduce((s, part) => s + (full.get(part) ?? 0), 0)
			);
			changed = true;
		}
	}
	return full;
}
