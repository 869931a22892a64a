import { at } from '#lib/disclosure/solver/numbers.ts';
import type { SuppressionProblem } from './suppressionProblem.ts';

/**
 * Surroundings of a cell to look for a move in. A small program is solved a hundred times faster than the whole
 * system, and the nearest cells almost always hold the cheapest move.
 */
export class MoveScopes {
	readonly #problem: SuppressionProblem;
	/** Cells of each row that may take part, cheapest first, as one list. */
	readonly #byPrice: Int32Array;
	readonly #component: Int32Array;
	readonly #members: readonly (readonly number[])[];
	readonly #cellMark: Int32Array;
	#mark = 0;

	constructor(problem: SuppressionProblem) {
		this.#problem = problem;
		this.#byPrice = cheapestFirst(problem);
		this.#component = components(problem);
		this.#members = membersOf(this.#component, problem);
		this.#cellMark = new Int32Array(problem.keys.length);
	}

	/** The cells that can change, in parts that have no equation in common. */
	parts(): readonly (readonly number[])[] {
		return this.#members;
	}

	/** The few cheapest neighbours of each equation, more of them, and at last all that hangs together with the cell. */
	*around(cell: number, isUnknown: Uint8Array): Generator<readonly number[]> {
		const whole = this.#members[at(this.#component, cell)] ?? [cell];
		if (whole.length > wholeSearch)
			for (const width of widths) yield this.#box(cell, { isUnknown, width, within: this.#problem.mayHide });
		if (whole.length > largestNear) yield this.#neighbourhood(cell, isUnknown);
		yield whole;
	}

	/** The unknown cells near the cell, and all that hang together with it if they are few, for a move that hides nothing new. */
	*unknownAround(cell: number, isUnknown: Uint8Array): Generator<readonly number[]> {
		const whole = this.whole(cell);
		if (whole.length > wholeSearch)
			yield this.#box(cell, { isUnknown, width: widestPruning, within: isUnknown }).filter(
				(other) => isUnknown[other] === 1
			);
		const unknown = whole.filter((other) => isUnknown[other] === 1);
		if (whole.length <= wholeSearch || unknown.length <= largestPruning) yield unknown;
	}

	/** All cells that hang together with the cell. */
	whole(cell: number): readonly number[] {
		return this.#members[at(this.#component, cell)] ?? [cell];
	}

	/**
	 * The cell's rows with `width` neighbours each, and then every cell where two of the rows cross that the box
	 * touches, as often as the cell has rows: without the far corners no rectangle closes.
	 */
	#box(cell: number, reach: Reach): number[] {
		this.#mark++;
		const found = [cell];
		this.#cellMark[cell] = this.#mark;
		this.#forRowsOf(cell, (row) => {
			for (const neighbour of this.#nearest(row, reach)) this.#take(neighbour, found);
		});
		const rows = at(this.#problem.byCell.starts, cell + 1) - at(this.#problem.byCell.starts, cell);
		for (let step = 1; step < rows; step++) {
			const before = found.length;
			this.#addCrossings(found, reach);
			if (found.length === before || found.length > widest) break;
		}
		return found.sort((a, b) => a - b);
	}

	/** The cells fewest equations away, until there are so many. */
	#neighbourhood(cell: number, isUnknown: Uint8Array): number[] {
		this.#mark++;
		const found: number[] = [];
		this.#take(cell, found);
		for (let next = 0; next < found.length && found.length < largestNear; next++)
			this.#forRowsOf(found[next] ?? cell, (row) => {
				const { starts, members } = this.#problem.byRow;
				for (let k = at(starts, row); k < at(starts, row + 1); k++) {
					const other = at(members, k);
					if (at(isUnknown, other) === 1 || at(this.#problem.mayHide, other) === 1) this.#take(other, found);
				}
			});
		return found.sort((a, b) => a - b);
	}

	#take(cell: number, found: number[]): void {
		if (this.#cellMark[cell] === this.#mark) return;
		this.#cellMark[cell] = this.#mark;
		found.push(cell);
	}

	#forRowsOf(cell: number, visit: (row: number) => void): void {
		const { starts, members } = this.#problem.byCell;
		for (let k = at(starts, cell); k < at(starts, cell + 1); k++) visit(at(members, k));
	}

	#nearest(row: number, { isUnknown, width, within }: Reach): number[] {
		const { starts, members } = this.#problem.byRow;
		const chosen: number[] = [];
		const end = at(starts, row + 1);
		for (const wanted of [1, 0])
			for (let k = at(starts, row); k < end && chosen.length < width; k++) {
				const cell = at(this.#byPrice, k);
				if (cell >= 0 && at(isUnknown, cell) === wanted && (wanted === 1 || at(within, cell) === 1))
					chosen.push(cell);
			}
		const total = at(members, at(starts, row));
		if (at(isUnknown, total) === 1 || at(within, total) === 1) chosen.push(total);
		return chosen;
	}

	#addCrossings(found: number[], { isUnknown, within }: Reach): void {
		const counts = new Map<number, number>();
		const { starts, members } = this.#problem.byRow;
		const rows = new Set<number>();
		for (const cell of found) this.#forRowsOf(cell, (row) => rows.add(row));
		for (const row of rows)
			for (let k = at(starts, row); k < at(starts, row + 1); k++) {
				const cell = at(members, k);
				counts.set(cell, (counts.get(cell) ?? 0) + 1);
			}
		for (const [cell, count] of counts)
			if (count >= 2 && (at(isUnknown, cell) === 1 || at(within, cell) === 1)) this.#take(cell, found);
	}
}

interface Reach {
	readonly isUnknown: Uint8Array;
	/** Neighbours of each equation. */
	readonly width: number;
	/** 1 for the cells that may be taken besides the unknown ones. */
	readonly within: Uint8Array;
}

/** A system of at most this many cells is searched whole at once. */
const wholeSearch = 300;
/** Unknown neighbours of each equation while pruning. */
const widestPruning = 5;
/** Unknown cells of the largest whole part that is searched while pruning: a program of so many takes some 10 ms. */
const largestPruning = 800;
/** A box of more cells than this is not widened further. */
const widest = 1500;
/** Cells of the largest program but that of a whole part. */
export const largestNear = 2500;
/** Neighbours of each equation in ever wider boxes. */
const widths = [3, 6];

function takesPart(problem: SuppressionProblem, isUnknown: Uint8Array, cell: number): boolean {
	return at(isUnknown, cell) === 1 || at(problem.mayHide, cell) === 1;
}

/** The members of each row by rising cost; −1 for those that can never change. */
function cheapestFirst(problem: SuppressionProblem): Int32Array {
	const { starts, members } = problem.byRow;
	const sorted = members.slice();
	for (let row = 0; row + 1 < starts.length; row++)
		sorted
			.subarray(at(starts, row), at(starts, row + 1))
			.sort((a, b) => at(problem.cost, a) - at(problem.cost, b) || a - b);
	return sorted.map((cell) => (takesPart(problem, problem.isUnknown, cell) ? cell : -1));
}

/** The number of the connected part that each cell stands in; −1 for cells that can never change. */
function components(problem: SuppressionProblem): Int32Array {
	const component = new Int32Array(problem.keys.length).fill(-1);
	const isRowSeen = new Uint8Array(problem.byRow.starts.length);
	let count = 0;
	for (let first = 0; first < component.length; first++) {
		if (component[first] !== -1 || !takesPart(problem, problem.isUnknown, first)) continue;
		const stack = [first];
		component[first] = count;
		for (let cell = stack.pop(); cell !== undefined; cell = stack.pop()) {
			for (let k = at(problem.byCell.starts, cell); k < at(problem.byCell.starts, cell + 1); k++) {
				const row = at(problem.byCell.members, k);
				if (isRowSeen[row]) continue;
				isRowSeen[row] = 1;
				for (let m = at(problem.byRow.starts, row); m < at(problem.byRow.starts, row + 1); m++) {
					const next = at(problem.byRow.members, m);
					if (component[next] !== -1 || !takesPart(problem, problem.isUnknown, next)) continue;
					component[next] = count;
					stack.push(next);
				}
			}
		}
		count++;
	}
	return component;
}

function membersOf(component: Int32Array, problem: SuppressionProblem): number[][] {
	const members: number[][] = [];
	component.forEach((number, cell) => {
		if (number >= 0) (members[number] ??= []).push(cell);
	});
	return members.length > 0 ? members : problem.keys.map((_, cell) => [cell]);
}
