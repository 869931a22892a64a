import type { PlannedSplit, SplitPlace } from './designReview.ts';
import type {
	IndicatorCell,
	IndicatorTable,
	IndicatorTableSet
} from '#lib/disclosure/tables/indicatorTable.ts';
import { entry } from '#lib/disclosure/solver/numbers.ts';

/** A number in a table. */
interface Standing {
	readonly key: string;
	readonly table: IndicatorTable;
	readonly row: number;
	readonly column: number;
}

/**
 * The splits of a set of tables: where parts of one total, numbers of persons all, stand in one row or one column of a
 * table. The titles of their lines are the categories.
 */
export function plannedSplits(set: IndicatorTableSet): PlannedSplit[] {
	const standings = standingsOf(set);
	const cells = new Map(set.cells.map((cell) => [cell.key, cell]));
	const found = new Map<string, { place: SplitPlace; categories: string[] }>();
	for (const { parts } of set.relations) {
		const split = parts.filter((part) => isSplit(entry(cells, part)));
		for (const one of crossedLines(split.flatMap((part) => standings.get(part) ?? [])))
			found.set(JSON.stringify(one.place), one);
	}
	const places = [...found.values()].filter((one, _, all) => !all.some((other) => isWithin(one, other)));
	return [...Map.groupBy(places, ({ categories }) => categories.join(' / '))].map(([id, same]) => {
		const categories = same[0]?.categories ?? [];
		return { id, categories, isScale: isScale(categories), places: same.map(({ place }) => place) };
	});
}

function isSplit({ rule, isVirtual = false }: IndicatorCell): boolean {
	return rule === 'persons' && !isVirtual;
}

function standingsOf({ tables }: IndicatorTableSet): Map<string, Standing[]> {
	const standings = new Map<string, Standing[]>();
	for (const table of tables)
		for (const [row, { cells }] of table.rows.entries())
			for (const [column, plan] of cells.entries())
				if (plan.kind === 'count')
					standings.set(plan.key, [
						...(standings.get(plan.key) ?? []),
						{ key: plan.key, table, row, column }
					]);
	return standings;
}

/** The lines of each table in which at least two of the parts stand beside or under each other. */
function crossedLines(standings: readonly Standing[]): { place: SplitPlace; categories: string[] }[] {
	return [...Map.groupBy(standings, ({ table }) => table)].flatMap(([table, own]) =>
		(['rows', 'columns'] as const).flatMap((by) => {
			const lineOf = ({ row, column }: Standing) => (by === 'rows' ? row : column);
			const crossing = Map.groupBy(own, ({ row, column }) => (by === 'rows' ? column : row));
			return [...crossing.values()].flatMap((list) => {
				// The same number may stand twice in a row: a sum that is the largest part too.
				const once = new Map(list.toReversed().map((standing) => [standing.key, lineOf(standing)]));
				const lines = [...new Set(once.values())]
					.sort((a, b) => a - b)
					.flatMap((line) => table[by][line] ?? []);
				if (lines.length < 2) return [];
				const place = { table: table.id, by, lines: lines.map(({ id }) => id) };
				return [{ place, categories: lines.map(({ title }) => title) }];
			});
		})
	);
}

/** Where a column lacks a part that its neighbours have, theirs is the split. */
function isWithin({ place: one }: { place: SplitPlace }, { place: other }: { place: SplitPlace }): boolean {
	const isSame = one.table === other.table && one.by === other.by;
	return (
		isSame && one.lines.length < other.lines.length && one.lines.every((line) => other.lines.includes(line))
	);
}

/** "18–24 år", "60 år eller äldre", and perhaps "Okänd". */
function isScale(categories: readonly string[]): boolean {
	const others = categories.filter((title) => !/\d/.test(title));
	return categories.length > 2 && others.length <= 1;
}
