import { at } from './numbers.ts';
import type { SuppressionProblem } from './suppressionProblem.ts';

/**
 * Ever larger surroundings of a cell to look for a move in: the few cheapest neighbours of each equation, more of
 * them, and at last everything that hangs together with the cell. A small program is solved a hundred times faster.
 */
export function* moveScopes(
	problem: SuppressionProblem,
	isUnknown: Uint8Array,
	cell: number
): Generator<readonly number[]> {
	let previous = 0;
	for (const width of [4, 12, Infinity]) {
		const scope = surroundings({ problem, isUnknown, width }, cell);
		if (scope.length > previous) yield scope;
		previous = scope.length;
	}
}

/** A system of at most this many cells is searched whole at once. */
const wholeSearch = 400;
const rings = 4;

interface Neighbourhood {
	readonly problem: SuppressionProblem;
	readonly isUnknown: Uint8Array;
	/** How many neighbours of an equation are taken. */
	readonly width: number;
}

function surroundings(neighbourhood: Neighbourhood, cell: number): readonly number[] {
	const whole = reach({ ...neighbourhood, width: Infinity }, cell, Infinity);
	if (neighbourhood.width === Infinity || whole.size <= wholeSearch) return sorted(whole);
	return sorted(closed(neighbourhood, reach(neighbourhood, cell, rings)));
}

function sorted(cells: ReadonlySet<number>): number[] {
	return [...cells].sort((a, b) => a - b);
}

function reach(neighbourhood: Neighbourhood, cell: number, depth: number): Set<number> {
	const found = new Set([cell]);
	const seenRows = new Set<number>();
	let frontier = [cell];
	for (let ring = 0; ring < depth && frontier.length > 0; ring++) {
		const next: number[] = [];
		for (const row of frontier.flatMap((member) => rowsOf(neighbourhood.problem, member))) {
			if (seenRows.has(row)) continue;
			seenRows.add(row);
			for (const neighbour of cheapest(neighbourhood, row)) {
				if (found.has(neighbour)) continue;
				found.add(neighbour);
				next.push(neighbour);
			}
		}
		frontier = next;
	}
	return found;
}

/** Adds the cells where two chosen equations cross: without them no rectangle closes. */
function closed({ problem, isUnknown }: Neighbourhood, found: Set<number>): Set<number> {
	const rows = new Set([...found].flatMap((cell) => rowsOf(problem, cell)));
	const crossings = new Map<number, number>();
	for (const row of rows)
		for (const cell of cellsOf(problem, row)) crossings.set(cell, (crossings.get(cell) ?? 0) + 1);
	for (const [cell, count] of crossings)
		if (count >= 2 && takesPart(problem, isUnknown, cell)) found.add(cell);
	return found;
}

function cheapest({ problem, isUnknown, width }: Neighbourhood, row: number): number[] {
	const members = cellsOf(problem, row).filter((cell) => takesPart(problem, isUnknown, cell));
	if (members.length <= width) return members;
	const price = (cell: number) => (isUnknown[cell] ? 0 : at(problem.cost, cell));
	const ranked = members.toSorted((a, b) => price(a) - price(b) || a - b);
	const total = at(problem.byRow.members, at(problem.byRow.starts, row));
	return [...new Set([...ranked.slice(0, width), ...(members.includes(total) ? [total] : [])])];
}

function takesPart(problem: SuppressionProblem, isUnknown: Uint8Array, cell: number): boolean {
	return isUnknown[cell] === 1 || problem.mayHide[cell] === 1;
}

function cellsOf({ byRow }: SuppressionProblem, row: number): number[] {
	return [...byRow.members.subarray(at(byRow.starts, row), at(byRow.starts, row + 1))];
}

function rowsOf({ byCell }: SuppressionProblem, cell: number): number[] {
	return [...byCell.members.subarray(at(byCell.starts, cell), at(byCell.starts, cell + 1))];
}
