import type { DesignChange, PlannedSplit } from './designReview.ts';
import type { IndicatorCell, IndicatorTableSet } from '#lib/disclosure/tables/indicatorTable.ts';
import { linesOf } from '#lib/disclosure/tables/tableLines.ts';

/** The numbers of a split that stand beside each other, one for each category that has one, in the order of the categories. */
export type SplitNumbers = readonly (IndicatorCell | undefined)[];

/** What a split divides, once for each total that it divides, in however many tables it stands. */
export function splitNumbers({ cells, tables }: IndicatorTableSet, { places }: PlannedSplit): SplitNumbers[] {
	const byKey = new Map(cells.map((cell) => [cell.key, cell]));
	const found = new Map<string, SplitNumbers>();
	for (const place of places) {
		const table = tables.find(({ id }) => id === place.table);
		if (!table) continue;
		const lines = linesOf(table, place.by);
		const own = place.lines.map((id) => lines.find((line) => line.id === id)?.cells ?? []);
		for (const crossing of own[0]?.keys() ?? []) {
			const plans = own.map((line) => line[crossing]);
			const numbers = plans.map((plan) => (plan?.kind === 'count' ? byKey.get(plan.key) : undefined));
			if (numbers.filter(Boolean).length > 1)
				found.set(numbers.map((cell) => cell?.key ?? '').join(), numbers);
		}
	}
	return [...found.values()];
}

/**
 * What the change takes from the reader, in bits: how many yes-or-no questions about which category each person belongs to
 * can no longer be answered (N · entropy before, less after). Merging two small categories loses little.
 */
export function informationLost(
	numbers: readonly SplitNumbers[],
	{ categories }: PlannedSplit,
	change: DesignChange
): number {
	const gone = change.kind === 'merge' ? change.categories.map((one) => categories.indexOf(one)) : undefined;
	const bits = numbers.map((split) => {
		const merged = gone ? gone.map((place) => split[place]) : split;
		const values = merged.map((cell) => cell?.value ?? 0);
		return spread(values.reduce((a, b) => a + b, 0)) - values.reduce((sum, value) => sum + spread(value), 0);
	});
	return bits.reduce((a, b) => a + b, 0);
}

function spread(persons: number): number {
	return persons === 0 ? 0 : persons * Math.log2(persons);
}
