import {
	keysInPlan,
	type IndicatorCell,
	type IndicatorTableSet,
	type Relation
} from '#lib/disclosure/tables/indicatorTable.ts';
import type { PublicationLedger } from './protection.ts';

/**
 * All cells of a release and the relations between them, each once, in the order of their keys. One system for
 * everything, since a cell that is safe in its own table can be computed from two tables together.
 */
export interface JointSystem {
	readonly cells: readonly IndicatorCell[];
	readonly relations: readonly Relation[];
}

/** @throws {RangeError} when the set contradicts itself: that is a fault of its maker, never of the figures. */
export function jointSystem(set: IndicatorTableSet): JointSystem {
	const merged = new Map<string, IndicatorCell>();
	for (const cell of set.cells) {
		const other = merged.get(cell.key);
		merged.set(cell.key, other ? mergedCell(other, cell) : checkedCell(cell));
	}
	const relations = new Map<string, Relation>();
	for (const relation of set.relations) {
		if (relation.parts.length === 0 && merged.get(relation.total)?.value === 0) continue;
		checkRelation(relation, merged);
		relations.set(`${relation.total} = ${relation.parts.toSorted().join(' + ')}`, relation);
	}
	for (const key of set.tables.flatMap((table) =>
		table.rows.flatMap((row) => row.cells.flatMap(keysInPlan))
	)) {
		const cell = merged.get(key);
		if (!cell) throw new RangeError(`A table refers to the unknown cell ${key}`);
		if (cell.isVirtual) throw new RangeError(`A table shows the virtual cell ${key}`);
	}
	return {
		cells: [...merged.values()].sort((a, b) => byCodeUnit(a.key, b.key)),
		relations: [...relations].sort(([a], [b]) => byCodeUnit(a, b)).map(([, relation]) => relation)
	};
}

/** Not localeCompare: the order must be the same on every machine. */
export function byCodeUnit(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function checkedCell(cell: IndicatorCell): IndicatorCell {
	if (!Number.isSafeInteger(cell.value) || cell.value < 0)
		throw new RangeError(`The cell ${cell.key} is not a whole number from 0 and up`);
	if ((cell.rule === 'opinions' || cell.rule === 'themes') && !cell.base)
		throw new RangeError(`The opinion cell ${cell.key} has no base`);
	return cell;
}

const strictness = { open: 0, opinions: 1, themes: 1, amounts: 2, persons: 3, withheld: 4 } as const;

/** The same number met twice keeps the stricter of the two descriptions. */
function mergedCell(first: IndicatorCell, second: IndicatorCell): IndicatorCell {
	if (first.value !== second.value)
		throw new RangeError(`The cell ${first.key} has two values: they are not the same records`);
	const [strict, other] =
		strictness[checkedCell(second).rule] > strictness[first.rule] ? [second, first] : [first, second];
	// Shown in one table and computed in another: then it is shown.
	return { ...other, ...strict, isVirtual: first.isVirtual === true && second.isVirtual === true };
}

function checkRelation(relation: Relation, cells: ReadonlyMap<string, IndicatorCell>): void {
	const valueOf = (key: string): number => {
		const cell = cells.get(key);
		if (!cell) throw new RangeError(`A relation refers to the unknown cell ${key}`);
		return cell.value;
	};
	const sum = relation.parts.reduce((total, part) => total + valueOf(part), 0);
	if (new Set([relation.total, ...relation.parts]).size !== relation.parts.length + 1)
		throw new RangeError(`The relation of ${relation.total} names a cell twice`);
	if (sum !== valueOf(relation.total))
		throw new RangeError(`${relation.total} is ${valueOf(relation.total)} but its parts add up to ${sum}`);
}

/** What earlier releases settle: a number shown is known for ever, a hidden one stays hidden. */
export function ledgerEntry(ledger: PublicationLedger, cell: IndicatorCell): 'shown' | 'hidden' | 'new' {
	const before = ledger.get(cell.key);
	if (before === undefined) return 'new';
	if (before === null) return 'hidden';
	if (before !== cell.value)
		throw new RangeError(
			`The cell ${cell.key} was published with another value: a correction needs its own key`
		);
	return 'shown';
}
