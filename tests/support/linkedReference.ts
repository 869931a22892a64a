import type { IndicatorCell, IndicatorTableSet, Relation } from '#lib/disclosure/tables/indicatorTable.ts';
import { referenceRows } from './referenceTables.ts';

type Row = Readonly<Record<string, string>>;

/** A variable of a table: its columns from the coarsest level to the finest. */
type Levels = readonly string[];

const sex = ['sex'];
const age = ['age_l', 'age_m', 'age_h'];
const civil = ['lms_l', 'lms_h'];
const tables: readonly (readonly Levels[])[] = [
	[sex, age, civil],
	[sex, age, ['hst_l', 'hst_m', 'hst_h']],
	[sex, age, ['fst_l', 'fst_m', 'fst_h']],
	[sex, civil, ['hst_l', 'hst_m', 'hst_h']]
];

/** One value of a variable: the rows that have it, and the values it is the sum of. */
interface Code {
	readonly name: string;
	readonly has: (row: Row) => boolean;
	readonly children: readonly string[];
}

export interface LinkedReference {
	readonly set: IndicatorTableSet;
	/** Every place in the four tables with the key of its cell; a place in two tables is counted once. */
	readonly places: ReadonlyMap<string, string>;
}

/**
 * The four linked tables of Statistics Norway's d53. A cell is the set of rows that it counts, so that the same set in two
 * tables, or a total with a single part, is one cell. Combinations that nobody has are no cells (extend0 = FALSE).
 */
export function linkedReference(): LinkedReference {
	const rows = referenceRows('ssb/data_d53.csv').filter((row) => Number(row['freq']) > 0);
	const cells = new Map<string, IndicatorCell>();
	const relations = new Map<string, Relation>();
	const places = new Map<string, string>();
	for (const variables of tables) {
		const codes = variables.map((levels) => codesOf(levels, rows));
		const keyOf = keysOfRowSets(rows, cells);
		for (const combination of product(codes)) {
			const total = keyOf(combination);
			if (total === undefined) continue;
			places.set(
				combination
					.map(({ name }) => name)
					.filter((name) => name !== 'Total')
					.toSorted()
					.join('|'),
				total
			);
			combination.forEach((code, place) => {
				const list = codes[place] ?? [];
				const parts = code.children.flatMap((child) => {
					const part = list.find(({ name }) => name === child);
					return part ? (keyOf(combination.with(place, part)) ?? []) : [];
				});
				if (parts.length > 1) relations.set(`${total} = ${parts.toSorted().join(' + ')}`, { total, parts });
			});
		}
	}
	const set = { cells: [...cells.values()], relations: [...relations.values()], tables: [] };
	return { set, places };
}

function codesOf(levels: Levels, rows: readonly Row[]): Code[] {
	const named = (level: string, code: string) => `${level}:${code}`;
	const valuesAt = (level: string, among: readonly Row[]) => [
		...new Set(among.map((row) => row[level] ?? ''))
	];
	const [coarsest = ''] = levels;
	const all: Code = {
		name: 'Total',
		has: () => true,
		children: valuesAt(coarsest, rows).map((code) => named(coarsest, code))
	};
	const others = levels.flatMap((level, depth) =>
		valuesAt(level, rows).map((code): Code => {
			const has = (row: Row) => row[level] === code;
			const finer = levels[depth + 1];
			const children =
				finer === undefined ? [] : valuesAt(finer, rows.filter(has)).map((one) => named(finer, one));
			return { name: named(level, code), has, children };
		})
	);
	return [all, ...others];
}

function product(lists: readonly (readonly Code[])[]): Code[][] {
	return lists.reduce<Code[][]>(
		(tuples, list) => tuples.flatMap((tuple) => list.map((code) => [...tuple, code])),
		[[]]
	);
}

/** The key of a combination, undefined when no row has it; its cell is added when it is new. */
function keysOfRowSets(
	rows: readonly Row[],
	cells: Map<string, IndicatorCell>
): (combination: readonly Code[]) => string | undefined {
	const members = new Map<Code, Set<number>>();
	const known = new Map<string, string | undefined>();
	const rowsOf = (code: Code): Set<number> => {
		const own = members.get(code) ?? new Set(rows.flatMap((row, i) => (code.has(row) ? [i] : [])));
		members.set(code, own);
		return own;
	};
	return (combination) => {
		const label = combination.map(({ name }) => name).join('|');
		if (known.has(label)) return known.get(label);
		const [first, ...others] = combination.map(rowsOf);
		const set = [...(first ?? [])].filter((row) => others.every((own) => own.has(row)));
		const key = set.length === 0 ? undefined : set.join();
		known.set(label, key);
		if (key !== undefined && !cells.has(key)) {
			const value = set.reduce((sum, row) => sum + Number(rows[row]?.['freq']), 0);
			cells.set(key, { key, value, rule: 'persons', label });
		}
		return key;
	};
}
