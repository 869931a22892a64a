import { keysInPlan, type CellPlan, type IndicatorTable, type IndicatorTableSet } from './indicatorTable.ts';
import type { ReleasedCell, ReleasedTable } from './releasedTable.ts';
import { sealTable } from './sealTable.ts';

/** What a release may print: the numbers of the cells that are not hidden. */
export interface ReleasableNumbers {
	readonly value: (key: string) => number;
	readonly isHidden: (key: string) => boolean;
	readonly minimumShareBase: number;
}

/** The only maker of released tables; called by `protect` once every hidden cell is certified. */
export function releaseTable(table: IndicatorTable, numbers: ReleasableNumbers): ReleasedTable {
	return sealTable({
		...table,
		rows: table.rows.map((row) => ({
			id: row.id,
			title: row.title,
			cells: row.cells.map((plan) => releaseCell(plan, numbers))
		}))
	});
}

function releaseCell(plan: CellPlan, numbers: ReleasableNumbers): ReleasedCell {
	switch (plan.kind) {
		case 'count':
			return numbers.isHidden(plan.key) ? hidden : { kind: 'number', value: numbers.value(plan.key) };
		case 'interval':
			return numbers.isHidden(plan.low) || numbers.isHidden(plan.high)
				? hidden
				: { kind: 'interval', low: numbers.value(plan.low), high: numbers.value(plan.high) };
		case 'share':
			return releaseShare(plan, numbers);
		case 'withheld':
			return hidden;
		case 'text':
		case 'empty':
			return plan;
	}
}

const hidden: ReleasedCell = { kind: 'hidden' };

function releaseShare(plan: CellPlan & { kind: 'share' }, numbers: ReleasableNumbers): ReleasedCell {
	const base = numbers.value(plan.base);
	if (numbers.isHidden(plan.part) || numbers.isHidden(plan.base)) return hidden;
	if (base < numbers.minimumShareBase) return hidden;
	// Where numbers are perturbed a part may be printed above its base.
	return { kind: 'share', value: Math.min(100, Math.round((100 * numbers.value(plan.part)) / base)) };
}

/** The cells whose numbers the released tables print or give away: an interval prints two, a share tells of two. */
export function printedKeys(
	set: Pick<IndicatorTableSet, 'tables'>,
	hiddenCells: Pick<ReadonlySet<string>, 'has'>
): Set<string> {
	const plans = set.tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
	return new Set(
		plans
			.map(keysInPlan)
			.filter((keys) => !keys.some((key) => hiddenCells.has(key)))
			.flat()
	);
}
