import {
	keysInPlan,
	type IndicatorCell,
	type IndicatorTable,
	type IndicatorTableSet,
	type Relation
} from '#lib/disclosure/tables/indicatorTable.ts';
import { addedContributions, contributionsOf, restContributions } from './contributions.ts';
import type { SectorRound, UnitValues } from './unitAnswers.ts';
import { waivedBy, type ToldNumber } from './waivers.ts';

type NewCell = Omit<IndicatorCell, 'isVirtual'>;

type Organised = Pick<NewCell, 'contributions' | 'waivedBy'>;

/** A number that a sector's answers of one round are counted into. */
interface NumberOfRound {
	readonly round: SectorRound;
	readonly told: ToldNumber;
}

/** Gathers cells, relations and tables of one report and keeps what the set promises. */
export interface TableSet {
	/** Adds a cell and returns its key. @throws when the key already stands for another value. */
	cell(cell: NewCell): string;
	/** total = Σ parts. @throws when the cells do not agree with it, or are not there. */
	relate(total: string, parts: readonly string[]): void;
	table(table: IndicatorTable): void;
	/**
	 * The organisations behind a number of persons, for its cell, and those of them that have agreed to it; nothing where
	 * no rule asks for them. @param isIn of which units; all when absent
	 */
	behind(of: NumberOfRound, values: () => UnitValues, isIn?: (unit: number) => boolean): Organised;
	/** The same for what is left of a number beside a part of it. */
	behindRest(of: NumberOfRound, whole: () => UnitValues, part: () => UnitValues): Organised;
	/** The same for the sum of numbers that are cells already. */
	behindSum(keys: readonly string[]): Organised;
	/** A cell that no table shows becomes virtual. */
	finish(): IndicatorTableSet;
}

export function startTableSet(): TableSet {
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
		behind: (of, values, isIn) =>
			of.round.withoutContributions
				? {}
				: organised(of, contributionsOf(of.round.answers.units, values(), isIn)),
		behindRest: (of, whole, part) =>
			of.round.withoutContributions
				? {}
				: organised(of, restContributions(of.round.answers.units, whole(), part())),
		behindSum: (keys) => addedOrganised(keys.flatMap((key) => cells.get(key) ?? [])),
		finish: () => ({
			cells: withVirtualCells(cells, [...tables.values()]),
			relations: [...relations.values()],
			tables: [...tables.values()]
		})
	};
}

function organised({ round, told }: NumberOfRound, contributions: NewCell['contributions']): Organised {
	const willing = waivedBy(round, told);
	return contributions ? { contributions, ...(willing.length > 0 ? { waivedBy: willing } : {}) } : {};
}

/** An organisation has agreed to a sum when it has agreed to every part that it put something in. */
function addedOrganised(parts: readonly NewCell[]): Organised {
	const known = parts.flatMap(({ contributions }) => (contributions ? [contributions] : []));
	if (known.length === 0 || known.length < parts.length) return {};
	const contributions = addedContributions(known);
	const hasAgreed = (holder: string): boolean =>
		parts.every(
			(part) =>
				part.waivedBy?.includes(holder) === true ||
				part.contributions?.every((one) => one.holder !== holder) === true
		);
	const willing = contributions.map(({ holder }) => holder).filter(hasAgreed);
	return { contributions, ...(willing.length > 0 ? { waivedBy: willing } : {}) };
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
