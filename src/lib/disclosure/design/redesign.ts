import type { DesignChange, PlannedSplit, SplitPlace } from './designReview.ts';
import {
	keysInPlan,
	type IndicatorTable,
	type IndicatorTableSet
} from '#lib/disclosure/tables/indicatorTable.ts';
import { LineMerger } from '#lib/disclosure/tables/lineMerger.ts';
import { plannedSplits } from './plannedSplits.ts';
import { linesOf, withLines, type TableLine } from '#lib/disclosure/tables/tableLines.ts';

/**
 * The set with the change made in every table that has the split. What is no longer printed stays in the system as virtual
 * cells: what can be computed of it is protected all the same. A change whose split the set lacks changes nothing.
 */
export function redesigned(set: IndicatorTableSet, change: DesignChange): IndicatorTableSet {
	const split = plannedSplits(set).find(({ id }) => id === change.split);
	if (!split) return set;
	const merger = new LineMerger(set);
	const tables = set.tables
		.map((table) =>
			split.places
				.filter((place) => place.table === table.id)
				.reduce((one, place) => changed(one, { change, split, place, merger }), table)
		)
		.filter(({ rows, columns }) => rows.length > 0 && columns.length > 0);
	return withVirtual({
		before: set,
		after: {
			cells: [...set.cells, ...merger.cells()],
			relations: [...set.relations, ...merger.relations()],
			tables
		}
	});
}

function changed(
	table: IndicatorTable,
	{
		change,
		split,
		place,
		merger
	}: { change: DesignChange; split: PlannedSplit; place: SplitPlace; merger: LineMerger }
): IndicatorTable {
	const lines = linesOf(table, place.by);
	if (change.kind === 'drop') {
		const left = lines.filter(({ id }) => !place.lines.includes(id));
		return withLines(table, place.by, left);
	}
	const [one, other] = change.categories.map((category) => {
		const id = place.lines[split.categories.indexOf(category)];
		return lines.find((line) => line.id === id);
	});
	if (!one || !other) return table;
	const both = merger.merged(one, other);
	const after = lines.flatMap((line): TableLine[] => (line === one ? [both] : line === other ? [] : [line]));
	return withLines(table, place.by, after);
}

/** What was printed and is no longer is not shown, so it must not be counted on as known. */
function withVirtual({
	before,
	after
}: {
	before: IndicatorTableSet;
	after: IndicatorTableSet;
}): IndicatorTableSet {
	const [then, now] = [before, after].map(plannedKeys);
	const cells = after.cells.map((cell) =>
		then?.has(cell.key) && !now?.has(cell.key) ? { ...cell, isVirtual: true } : cell
	);
	return { ...after, cells };
}

function plannedKeys({ tables }: IndicatorTableSet): Set<string> {
	return new Set(tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(keysInPlan))));
}
