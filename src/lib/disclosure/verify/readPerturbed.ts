import type { CellPlan, IndicatorCell } from '#lib/disclosure/tables/indicatorTable.ts';
import type { Perturbation } from '#lib/disclosure/perturbation/perturbation.ts';
import type { Proof, ReadersView } from './readersView.ts';
import type { ReleasedCell } from '#lib/disclosure/tables/releasedTable.ts';
import { boundsOf, isOpenZero, mustBeHidden } from './restatedRules.ts';

/** Which numbers the reader is told are printed a little off, and how far at most. */
interface ToldOff {
	readonly reach: Perturbation['reach'];
	readonly isPerturbed: (key: string) => boolean;
}

/** Reads a perturbed release as a reader does. Part of the verifier: shares nothing with what made the release. */
export function readPerturbed({
	set,
	tables,
	...rest
}: Pick<Proof, 'set' | 'policy' | 'tables'> & ToldOff): PerturbedReading {
	return readPrinted({ ...set, ...rest, printed: new Map(readTables({ set, tables })) });
}

export interface PrintedNumbers extends ToldOff, Pick<Proof, 'policy'> {
	/** The true numbers. */
	readonly cells: readonly IndicatorCell[];
	readonly relations: ReadersView['relations'];
	/** What is printed of each cell that stands somewhere, null where it is hidden. */
	readonly printed: ReadonlyMap<string, number | null>;
}

export interface PerturbedReading {
	readonly view: ReadersView;
	readonly faults: string[];
}

/** As readPerturbed, of numbers that stand in no table of ours. */
export function readPrinted(numbers: PrintedNumbers): PerturbedReading {
	const { relations, policy, printed, reach, isPerturbed } = numbers;
	const cells = new Map(numbers.cells.map((cell) => [cell.key, cell]));
	const isExact = (key: string) => typeof printed.get(key) === 'number' && !isPerturbed(key);
	const isSettled = (key: string) =>
		!isPerturbed(key) && isOpenZero(cells.get(key), { policy, ledger: new Map() });
	const sensitive = new Set(numbers.cells.filter((cell) => mustBeHidden(cell, policy)).map(({ key }) => key));
	const hidden = [...printed.keys()].filter((key) => printed.get(key) === null);
	const boundsOfKey = (key: string) => {
		const number = isPerturbed(key) ? (printed.get(key) ?? undefined) : undefined;
		if (number !== undefined) return boundsAround(number, reach(key));
		return boundsOf(cells.get(key), { policy, ledger: new Map() });
	};
	const exposed = [...sensitive].filter(isExact).map((key) => `${key} is printed against the rules`);
	const wrong = [...printed].flatMap(([key, number]) =>
		number === null ? [] : faultsOfNumber(key, { number, value: cells.get(key)?.value ?? NaN })
	);
	return {
		faults: [...exposed, ...wrong],
		view: {
			values: new Map(numbers.cells.map(({ key, value }) => [key, value])),
			relations,
			known: new Set([...cells.keys()].filter((key) => isExact(key) || isSettled(key))),
			guarded: new Set([...hidden, ...sensitive]),
			bounds: boundsOfKey,
			asked: (key) => (sensitive.has(key) ? undefined : policy.complementary),
			isSettled
		}
	};

	function faultsOfNumber(key: string, { number, value }: { number: number; value: number }): string[] {
		if (!isPerturbed(key)) return number === value ? [] : [`${key} is wrong`];
		const { low, high } = boundsOfKey(key);
		// A bound that leaves no room is no excuse here: it is our own.
		if (low === high) return [`${key} is printed as it is`];
		return value >= low && value <= high ? [] : [`${key} is too far from the true number`];
	}
}

/** Every number that the tables print, null where they hide it. A share prints none that it does not stand beside. */
function readTables({ set, tables }: Pick<Proof, 'set' | 'tables'>): [string, number | null][] {
	return set.tables.flatMap((table, t) =>
		table.rows.flatMap((row, r) =>
			row.cells.flatMap((plan, c) => readCell(plan, tables[t]?.rows[r]?.cells[c] ?? { kind: 'empty' }))
		)
	);
}

function readCell(plan: CellPlan, cell: ReleasedCell): [string, number | null][] {
	if (plan.kind === 'count' && cell.kind === 'hidden') return [[plan.key, null]];
	if (plan.kind === 'count' && cell.kind === 'number') return [[plan.key, cell.value]];
	if (plan.kind !== 'interval' || cell.kind !== 'interval') return [];
	return Object.entries({ [plan.low]: cell.low, [plan.high]: cell.high });
}

/** Nobody is printed as 0, and what is printed as 0 may be somebody. */
function boundsAround(number: number, reach: number): { low: number; high: number } {
	return number === 0 ? { low: 0, high: reach } : { low: Math.max(1, number - reach), high: number + reach };
}
