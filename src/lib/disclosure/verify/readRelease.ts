import type { CellPlan } from '#lib/disclosure/tables/indicatorTable.ts';
import { insidersOf } from './insiderViews.ts';
import type { Proof, ReadersView } from './readersView.ts';
import type { ReleasedCell } from '#lib/disclosure/tables/releasedTable.ts';
import { boundsOf, distances, isOpenZero, mustBeHidden } from './restatedRules.ts';

/** Reads a release as a reader does. Part of the verifier: shares nothing with what made the release. */
export function readRelease(proof: Proof): { view: ReadersView; faults: string[] } {
	const { set, policy, ledger } = proof;
	const cells = new Map(set.cells.map((cell) => [cell.key, cell]));
	const printed = [...readTables(proof), ...[...ledger].filter(([key]) => cells.has(key))];
	const isSettled = (key: string) => typeof ledger.get(key) === 'number' || isOpenZero(cells.get(key), proof);
	const shown = printed.filter(([, number]) => number !== null);
	const known = new Set([...shown.map(([key]) => key), ...[...cells.keys()].filter(isSettled)]);
	const hidden = new Set(printed.filter(([, number]) => number === null).map(([key]) => key));
	const sensitive = new Set(set.cells.filter((cell) => mustBeHidden(cell, policy)).map(({ key }) => key));
	const exposed = [...sensitive].filter((key) => known.has(key) && typeof ledger.get(key) !== 'number');
	const twice = [...hidden].filter((key) => known.has(key));
	const wrong = shown.filter(([key, number]) => cells.get(key)?.value !== number);
	return {
		faults: [
			...twice.map((key) => `${key} is both shown and hidden`),
			...wrong.map(([key]) => `${key} is wrong`),
			...exposed.map((key) => `${key} is printed against the rules`)
		],
		view: {
			values: new Map(set.cells.map((cell) => [cell.key, cell.value])),
			relations: set.relations,
			known,
			guarded: new Set([...hidden, ...sensitive]),
			bounds: (key) => boundsOf(cells.get(key), { policy, ledger }),
			distance: distances(cells, policy),
			insiders: insidersOf(set.cells, policy),
			asked: (key) => (sensitive.has(key) || ledger.get(key) === null ? undefined : policy.complementary),
			isSettled
		}
	};
}

type Printed = readonly [key: string, number: number | null];

/** Every number that the tables print, null where they hide it. An interval prints two; a share stands beside both of its. */
function readTables({ set, tables }: Proof): Printed[] {
	const values = new Map(set.cells.map((cell) => [cell.key, cell.value]));
	return set.tables.flatMap((table, t) =>
		table.rows.flatMap((row, r) =>
			row.cells.flatMap((plan, c) => {
				const cell = tables[t]?.rows[r]?.cells[c];
				return cell ? readCell(plan, cell, values) : [];
			})
		)
	);
}

function readCell(plan: CellPlan, cell: ReleasedCell, values: ReadersView['values']): Printed[] {
	if (plan.kind === 'count' && cell.kind === 'hidden') return [[plan.key, null]];
	if (plan.kind === 'count' && cell.kind === 'number') return [[plan.key, cell.value]];
	if (plan.kind === 'share' && cell.kind === 'share')
		return [plan.part, plan.base].map((key) => [key, values.get(key) ?? 0]);
	if (plan.kind !== 'interval' || cell.kind !== 'interval') return [];
	return Object.entries({ [plan.low]: cell.low, [plan.high]: cell.high });
}
