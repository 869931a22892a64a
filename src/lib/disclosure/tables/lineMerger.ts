import type { CellPlan, IndicatorCell, IndicatorTableSet, Relation } from './indicatorTable.ts';
import { byCodeUnit } from '#lib/disclosure/jointSystem.ts';
import { entry } from '#lib/disclosure/solver/numbers.ts';
import type { TableLine } from './tableLines.ts';

/** Puts two lines of tables together: numbers that are parts of one total become their sum, and what has no sum is left out. */
export class LineMerger {
	readonly #cells: ReadonlyMap<string, IndicatorCell>;
	/** The totals that a cell is a part of. */
	readonly #totals = new Map<string, Set<string>>();
	readonly #sums = new Map<string, { cell: IndicatorCell; relation: Relation }>();

	constructor({ cells, relations }: IndicatorTableSet) {
		this.#cells = new Map(cells.map((cell) => [cell.key, cell]));
		for (const { total, parts } of relations)
			for (const part of parts)
				this.#totals.set(part, (this.#totals.get(part) ?? new Set<string>()).add(total));
	}

	/** The sums made so far, and what they are sums of. */
	cells(): IndicatorCell[] {
		return [...this.#sums.values()].map(({ cell }) => cell);
	}

	relations(): Relation[] {
		return [...this.#sums.values()].map(({ relation }) => relation);
	}

	merged(one: TableLine, other: TableLine): TableLine {
		return {
			...one,
			id: `${one.id}+${other.id}`,
			title: `${one.title} + ${other.title}`,
			cells: one.cells.map((plan, i) => this.#mergedPlan(plan, other.cells[i] ?? { kind: 'empty' }))
		};
	}

	#mergedPlan(one: CellPlan, other: CellPlan): CellPlan {
		if (one.kind === 'count' && other.kind === 'count') {
			const key = this.#sum(one.key, other.key);
			if (key !== undefined) return { kind: 'count', key };
		}
		if (one.kind === 'share' && other.kind === 'share' && one.base === other.base) {
			const part = this.#sum(one.part, other.part);
			if (part !== undefined) return { kind: 'share', part, base: one.base };
		}
		return withoutSum(one, other);
	}

	/** Undefined when the two are no parts of one total, and so may count the same persons. */
	#sum(one: string, other: string): string | undefined {
		if (one === other) return undefined;
		const [first, second] = [entry(this.#cells, one), entry(this.#cells, other)];
		const totals = this.#totals.get(other);
		const isDisjoint = [...(this.#totals.get(one) ?? [])].some((total) => totals?.has(total));
		if (!isDisjoint || first.rule !== second.rule || first.group !== undefined) return undefined;
		const parts = [one, other].toSorted(byCodeUnit);
		const key = parts.join(' + ');
		this.#sums.set(key, { cell: sumOf(key, first, second), relation: { total: key, parts } });
		return key;
	}
}

function withoutSum(one: CellPlan, other: CellPlan): CellPlan {
	if (one.kind === 'withheld' || other.kind === 'withheld') return { kind: 'withheld' };
	const isSameText = one.kind === 'text' && other.kind === 'text' && one.text === other.text;
	return isSameText ? one : { kind: 'empty' };
}

function sumOf(key: string, one: IndicatorCell, other: IndicatorCell): IndicatorCell {
	const { rule, weight } = one;
	const contributions = [one, other].flatMap((cell) => cell.contributions ?? []);
	const hasAll = one.contributions !== undefined && other.contributions !== undefined;
	const [least, most] = [boundsOf(one), boundsOf(other)].reduce(([a, b], [c, d]) => [a + c, b + d]);
	return {
		key,
		rule,
		label: `${one.label} + ${other.label}`,
		value: one.value + other.value,
		...(hasAll ? { contributions: byHolder(contributions) } : {}),
		...(hasAll ? { waivedBy: waivers(one, other) } : {}),
		...(one.known || other.known ? { known: { least, most } } : {}),
		...(weight === undefined ? {} : { weight })
	};
}

function boundsOf({ known }: IndicatorCell): [number, number] {
	return known ? [known.least, known.most] : [0, Infinity];
}

type Contributions = NonNullable<IndicatorCell['contributions']>;

function byHolder(contributions: Contributions): Contributions {
	return [...Map.groupBy(contributions, ({ holder }) => holder)].map(([holder, own]) => ({
		holder,
		value: own.reduce((sum, { value }) => sum + value, 0)
	}));
}

/** Who has waived both numbers, or the one that they contributed to. */
function waivers(one: IndicatorCell, other: IndicatorCell): string[] {
	const hasAgreed = (holder: string) => (cell: IndicatorCell) =>
		cell.waivedBy?.includes(holder) === true ||
		!cell.contributions?.some((share) => share.holder === holder && share.value > 0);
	const holders = new Set([...(one.waivedBy ?? []), ...(other.waivedBy ?? [])]);
	return [...holders].filter((holder) => [one, other].every(hasAgreed(holder)));
}
