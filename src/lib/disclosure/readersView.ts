import { attackOnContributors } from './attackOnContributors.ts';
import type { CellPlan, IndicatorCell, IndicatorTableSet, Relation } from './indicatorTable.ts';
import type { Certificate, DisclosurePolicy, PublicationLedger } from './protection.ts';
import type { ReleasedCell, ReleasedTable } from './releasedTable.ts';

export interface Proof {
	readonly set: IndicatorTableSet;
	readonly policy: DisclosurePolicy;
	readonly ledger: PublicationLedger;
	readonly tables: readonly ReleasedTable[];
	readonly certificates: readonly Certificate[];
}

/** What stands against the reader: true values, what is known of them, and what must stay unknown. */
export interface ReadersView {
	readonly values: ReadonlyMap<string, number>;
	readonly relations: readonly Relation[];
	/** Numbers that the reader has before him. */
	readonly known: ReadonlySet<string>;
	/** Cells that need a proof. */
	readonly guarded: ReadonlySet<string>;
	/** Known without any equation, of a cell that is not shown. */
	readonly bounds: (key: string) => { readonly low: number; readonly high: number };
	/** How far above (1) or below (−1) its value a cell must be able to lie; 1 when absent. */
	readonly distance?: (key: string, direction: 1 | -1) => number;
	/** Whether it is enough that the cell can be another number, more or less; never when absent. */
	readonly isLoose?: (key: string) => boolean;
	/** Those who read with figures of their own in hand; none when absent. */
	readonly insiders?: readonly Insider[];
	/** Numbers that no pattern can hide: zeros that are always shown, and what was published before. */
	readonly isSettled: (key: string) => boolean;
}

export interface Insider {
	readonly holders: readonly string[];
	/** What they put in the cell, by key. */
	readonly shares: ReadonlyMap<string, number>;
}

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
	const twice = [...hidden].filter((key) => known.has(key)).map((key) => `${key} is both shown and hidden`);
	const wrong = shown
		.filter(([key, number]) => cells.get(key)?.value !== number)
		.map(([key]) => `${key} is wrong`);
	return {
		faults: [...twice, ...wrong, ...exposed.map((key) => `${key} is printed against the rules`)],
		view: {
			values: new Map(set.cells.map((cell) => [cell.key, cell.value])),
			relations: set.relations,
			known,
			guarded: new Set([...hidden, ...sensitive]),
			bounds: (key) => boundsOf(cells.get(key), policy.zeros),
			distance: distances(cells, policy),
			insiders: insidersOf(set.cells, policy),
			isLoose: (key) => policy.complementary === 'either' && !sensitive.has(key) && ledger.get(key) !== null,
			isSettled
		}
	};
}

/** Every organisation that put in something and, if asked for, every two of them. */
export function insidersOf(
	cells: readonly Pick<IndicatorCell, 'key' | 'contributions'>[],
	policy: Pick<DisclosurePolicy, 'insiders' | 'mergedHolders'>
): Insider[] {
	const { insiders = 'none' } = policy;
	if (insiders === 'none') return [];
	const all = [...sharesByHolder(cells, policy)].map(([holder, shares]) => ({ holders: [holder], shares }));
	const pairs = all.flatMap((one, i) => all.slice(i + 1).map((other) => joined(one, other)));
	return insiders === 'pairs' ? [...all, ...pairs] : all;
}

function sharesByHolder(
	cells: readonly Pick<IndicatorCell, 'key' | 'contributions'>[],
	{ mergedHolders = [] }: Pick<DisclosurePolicy, 'mergedHolders'>
): Map<string, Map<string, number>> {
	const byHolder = new Map<string, Map<string, number>>();
	for (const { key, contributions = [] } of cells)
		for (const { holder, value } of contributions) {
			const name = mergedHolders.find((group) => group.includes(holder))?.[0] ?? holder;
			const shares = byHolder.get(name) ?? new Map<string, number>();
			byHolder.set(name, shares.set(key, (shares.get(key) ?? 0) + value));
		}
	return byHolder;
}

function joined(one: Insider, other: Insider): Insider {
	const shares = new Map(one.shares);
	for (const [key, share] of other.shares) shares.set(key, (shares.get(key) ?? 0) + share);
	return { holders: [...one.holders, ...other.holders].sort(), shares };
}

/** Every number that the tables print, null where they hide it. An interval prints two; a share stands beside both of its. */
function readTables({ set, tables }: Proof): [string, number | null][] {
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

function readCell(
	plan: CellPlan,
	cell: ReleasedCell,
	values: ReadersView['values']
): [string, number | null][] {
	if (plan.kind === 'count' && cell.kind === 'hidden') return [[plan.key, null]];
	if (plan.kind === 'count' && cell.kind === 'number') return [[plan.key, cell.value]];
	if (plan.kind === 'share' && cell.kind === 'share')
		return [plan.part, plan.base].map((key) => [key, values.get(key) ?? 0]);
	if (plan.kind !== 'interval' || cell.kind !== 'interval') return [];
	return Object.entries({ [plan.low]: cell.low, [plan.high]: cell.high });
}

function isOpenZero(cell: IndicatorCell | undefined, { policy, ledger }: Proof): boolean {
	return cell?.value === 0 && policy.zeros === 'open' && ledger.get(cell.key) !== null && isPlain(cell);
}

function mustBeHidden(cell: IndicatorCell, policy: Proof['policy']): boolean {
	const { rule, value } = cell;
	if (rule === 'persons' && value > 0 && value < policy.threshold) return true;
	if (rule === 'persons' || rule === 'amounts') return attackOnContributors(cell, policy).succeeds;
	return rule === 'withheld' || (rule === 'opinions' && tellsOfOpinions(cell, policy));
}

function tellsOfOpinions({ value, base }: IndicatorCell, policy: Proof['policy']): boolean {
	if (!base || base.answers === 0) return false;
	const isThin = base.answers < policy.minimumAnswers || base.organisations < policy.minimumOrganisations;
	return isThin || (value > 0 && base.answers - value <= (policy.opinionCoalition ?? 0));
}

function distances(
	cells: ReadonlyMap<string, IndicatorCell>,
	policy: DisclosurePolicy
): (key: string, direction: 1 | -1) => number {
	const { level, threshold } = policy;
	return (key, direction) => {
		const cell = cells.get(key);
		if (!cell) return 1;
		const { above, below } = attackOnContributors(cell, policy);
		if (direction < 0) return below;
		const mustReachThreshold =
			level === 'threshold' && cell.rule === 'persons' && cell.value > 0 && cell.value < threshold;
		return Math.max(mustReachThreshold ? threshold - cell.value : 1, above);
	};
}

function isPlain({ isVirtual, group, rule }: IndicatorCell): boolean {
	return isVirtual !== true && group === undefined && (rule === 'persons' || rule === 'open');
}

function boundsOf(
	cell: IndicatorCell | undefined,
	zeros: DisclosurePolicy['zeros']
): { low: number; high: number } {
	if (!cell) return { low: 0, high: 0 };
	const { least = 0, most = Infinity } = cell.known ?? {};
	const low = zeros === 'open' && cell.value > 0 && isPlain(cell) ? 1 : 0;
	return { low: Math.max(low, least), high: Math.min(cell.base?.answers ?? Infinity, most) };
}
