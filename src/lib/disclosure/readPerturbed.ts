import type { CellPlan, IndicatorTableSet } from './indicatorTable.ts';
import type { Perturbation } from './perturbation.ts';
import type { ReadersView } from './readersView.ts';
import type { ReleasedCell, ReleasedTable } from './releasedTable.ts';

/**
 * Reads a perturbed release as a reader does, from its tables, for the verifier. `base` tells what is known of numbers that
 * the method leaves alone, and which must not be known. Part of the verifier.
 */
export function readPerturbed(
	{
		set,
		tables,
		reach
	}: { set: IndicatorTableSet; tables: readonly ReleasedTable[]; reach: Perturbation['reach'] },
	base: Pick<ReadersView, 'guarded' | 'bounds' | 'isSettled' | 'isLoose'> & {
		readonly isPerturbed: (key: string) => boolean;
	}
): { view: ReadersView; faults: string[] } {
	const values = new Map(set.cells.map(({ key, value }) => [key, value]));
	const printed = new Map(numbersIn(set, tables));
	const faults = [...printed].flatMap(([key, number]) => {
		const value = values.get(key) ?? NaN;
		if (!base.isPerturbed(key)) return number === value ? [] : [`${key} is wrong`];
		const { low, high } = boundsAround(number, reach(key));
		return value >= low && value <= high ? [] : [`${key} is too far from the true number`];
	});
	return {
		faults,
		view: {
			values,
			relations: set.relations,
			known: new Set(
				[...values.keys()].filter(
					(key) => !base.isPerturbed(key) && (printed.has(key) || base.isSettled(key))
				)
			),
			guarded: base.guarded,
			isSettled: base.isSettled,
			...(base.isLoose ? { isLoose: base.isLoose } : {}),
			bounds: (key) => {
				const number = base.isPerturbed(key) ? printed.get(key) : undefined;
				return number === undefined ? base.bounds(key) : boundsAround(number, reach(key));
			}
		}
	};
}

/** Every number that the tables print as it is; a share and a hidden place print none. */
function numbersIn(
	{ tables: plans }: IndicatorTableSet,
	tables: readonly ReleasedTable[]
): [string, number][] {
	return plans.flatMap((table, t) =>
		table.rows.flatMap((row, r) =>
			row.cells.flatMap((plan, c) => printedBy(plan, tables[t]?.rows[r]?.cells[c] ?? { kind: 'empty' }))
		)
	);
}

function printedBy(plan: CellPlan, cell: ReleasedCell): [string, number][] {
	if (plan.kind === 'count' && cell.kind === 'number') return [[plan.key, cell.value]];
	if (plan.kind !== 'interval' || cell.kind !== 'interval') return [];
	return Object.entries({ [plan.low]: cell.low, [plan.high]: cell.high });
}

/** Nobody is printed as 0, and what is printed as 0 may be somebody. */
function boundsAround(number: number, reach: number): { low: number; high: number } {
	return number === 0 ? { low: 0, high: reach } : { low: Math.max(1, number - reach), high: number + reach };
}
