import {
	keysInPlan,
	type IndicatorCell,
	type IndicatorTable,
	type IndicatorTableSet,
	type Relation
} from '#lib/disclosure/tables/indicatorTable.ts';
import { contributionsOf } from './unitAnswers.ts';
import type { SectorRound, UnitValues } from './unitAnswers.ts';

type NewCell = Omit<IndicatorCell, 'isVirtual'>;

/** Gathers cells, relations and tables of one report and keeps what the set promises. */
export interface TableSet {
	/** Adds a cell and returns its key. @throws when the key already stands for another value. */
	cell(cell: NewCell): string;
	/** total = Σ parts. @throws when the cells do not agree with it, or are not there. */
	relate(total: string, parts: readonly string[]): void;
	table(table: IndicatorTable): void;
	/** The organisations behind a number of persons, for its cell; nothing where no rule asks for them. */
	behind(
		round: SectorRound,
		values: () => UnitValues,
		isIn?: (unit: number) => boolean
	): Pick<NewCell, 'contributions'>;
	/** A cell that no table shows becomes virtual. */
	finish(): IndicatorTableSet;
}

export function startTableSet({ withoutContributions = false } = {}): TableSet {
	const cells = new Map<string, NewCell>();
	const relations = new Map<string, Relation>();
	const tables = new Map<string, IndicatorTable>();
	return {
		cell(cell) {
			const earlier = cells.get(cell.key);
			if (earlier && earlier.value !== cell.value) {
				throw new Error(`The key ${cell.key} stands for ${earlier.value} and for ${cell.value}`);
			}
			// The same number may first be met where its contributors are not known.
			if (!earlier || (!earlier.contributions && cell.contributions)) cells.set(cell.key, cell);
			return cell.key;
		},
		relate(total, parts) {
			if (parts.length === 1 && parts[0] === total) return;
			checkRelation({ total, parts }, cells);
			relations.set([total, ...parts.toSorted()].join('\n'), { total, parts });
		},
		table(table) {
			if (tables.has(table.id)) throw new Error(`Two tables have the id ${table.id}`);
			tables.set(table.id, table);
		},
		behind: ({ answers: { units } }, values, isIn) =>
			withoutContributions ? {} : { contributions: contributionsOf(units, values(), isIn) },
		finish: () => ({
			cells: withVirtualCells(cells, [...tables.values()]),
			relations: [...relations.values()],
			tables: [...tables.values()]
		})
	};
}

function valueOf(key: string, cells: ReadonlyMap<string, NewCell>): number {
	const cell = cells.get(key);
	if (!cell) throw new Error(`No cell has the key ${key}`);
	return cell.value;
}

function checkRelation({ total, parts }: Relation, cells: ReadonlyMap<string, NewCell>): void {
	if (new Set([total, ...parts]).size !== parts.length + 1) {
		throw new Error(`The relation of ${total} names a cell twice: ${parts.join(', ')}`);
	}
	const sum = parts.reduce((subtotal, part) => subtotal + valueOf(part, cells), 0);
	const whole = valueOf(total, cells);
	if (sum !== whole) throw new Error(`${total} is ${whole}, its parts are ${sum}`);
}

function withVirtualCells(
	cells: ReadonlyMap<string, NewCell>,
	tables: readonly IndicatorTable[]
): IndicatorCell[] {
	const plans = tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
	const shown = new Set(plans.flatMap(keysInPlan));
	for (const key of shown) valueOf(key, cells);
	return [...cells.values()].map((cell) => (shown.has(cell.key) ? cell : { ...cell, isVirtual: true }));
}
