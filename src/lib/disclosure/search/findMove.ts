import { equationMatrix } from './equationMatrix.ts';
import type { LinearOptimum, LinearProgram, LinearSolver } from '#lib/disclosure/solver/linearSolver.ts';
import { at } from '#lib/disclosure/solver/numbers.ts';
import type { Move, SuppressionProblem } from './suppressionProblem.ts';

/** Which cell shall be able to change, in what direction, and which cells may be hidden for it. */
export interface MoveRequest {
	readonly cell: number;
	readonly direction: 1 | -1;
	readonly distance: number;
	/** 1 where the cell is unknown already, and so costs next to nothing. */
	readonly isUnknown: Uint8Array;
	/** The cells that may take part, in ascending order. */
	readonly scope: readonly number[];
}

/** Hidden cells are not quite free: a move through few cells is easier to reuse and to check. */
const unknownCost = 0.001;

/**
 * A cheap whole-number move of the cell by one step or more, within the scope. `impossible` when there is none,
 * `fractional` when the linear optimum is not whole and a whole one must be searched for.
 */
export function findMove(
	problem: SuppressionProblem,
	request: MoveRequest,
	solver: LinearSolver
): Move | 'impossible' | 'fractional' {
	const program = moveProgram(problem, request);
	for (let attempt = 0; attempt < attempts; attempt++) {
		const optimum = solver.minimise(
			attempt === 0 ? program : { ...program, cost: shifted(program.cost, attempt) }
		);
		if (!optimum) return 'impossible';
		const move = wholeMultiple(problem, request, optimum);
		if (move) return move;
	}
	return 'fractional';
}

/** Other corners of the same program are most often whole; a search for whole numbers costs a thousand times more. */
const attempts = 3;

/** The costs moved a little apart, the same way each time. */
function shifted(cost: Float64Array, attempt: number): Float64Array {
	return cost.map((price, column) => price * (1 + (((column >> 1) * 7919 * attempt) % 101) / 300));
}

/** A whole-number move by branch and bound; undefined when none is found within the solver's limit. */
export function findWholeMove(
	problem: SuppressionProblem,
	request: MoveRequest,
	solver: LinearSolver
): Move | undefined {
	const optimum = solver.minimise({ ...moveProgram(problem, request), isIntegral: true });
	const move = optimum && wholeMove(request.scope, optimum, 1);
	return move && reaches(request, move) && keepsEquations(problem, move) ? move : undefined;
}

/** The optimum of a table is whole in nearly all cases, and otherwise most often a half or a third of a whole move. */
function wholeMultiple(
	problem: SuppressionProblem,
	request: MoveRequest,
	optimum: LinearOptimum
): Move | undefined {
	for (let factor = 1; factor <= 6; factor++) {
		const move = wholeMove(request.scope, optimum, factor);
		if (!move || !reaches(request, move)) continue;
		if (keepsEquations(problem, move) && keepsBounds(problem, move)) return move;
	}
	return undefined;
}

/** The solver's word is not taken for it that the move does what was asked. */
function reaches({ cell, direction, distance }: MoveRequest, { cells, deltas }: Move): boolean {
	const place = cells.indexOf(cell);
	return place >= 0 && direction * at(deltas, place) >= distance;
}

export function keepsBounds(problem: SuppressionProblem, move: Move): boolean {
	return move.cells.every((cell, i) => {
		const delta = at(move.deltas, i);
		return Math.abs(delta) <= room(problem, cell, delta);
	});
}

const sides = [1, -1] as const;

/** Two columns a cell of the scope: how far it rises and how far it falls. */
export function moveProgram(problem: SuppressionProblem, request: MoveRequest): LinearProgram {
	const { scope } = request;
	const cost = new Float64Array(2 * scope.length);
	const upper = new Float64Array(2 * scope.length);
	const lower = new Float64Array(2 * scope.length);
	scope.forEach((cell, j) => {
		const price = request.isUnknown[cell] ? unknownCost : at(problem.cost, cell);
		for (const [side, sign] of sides.entries()) {
			const column = 2 * j + side;
			cost[column] = price;
			upper[column] = room(problem, cell, sign);
			if (cell === request.cell) {
				upper[column] = sign === request.direction ? request.distance : 0;
				lower[column] = upper[column];
			}
		}
	});
	return { ...equationMatrix(problem, scope, sides), cost, lower, upper };
}

/** How far a cell can rise (+1) or fall (−1) without leaving what the reader knows of it. */
export function room(problem: SuppressionProblem, cell: number, sign: number): number {
	return sign > 0
		? at(problem.upper, cell) - at(problem.value, cell)
		: at(problem.value, cell) - at(problem.lower, cell);
}

function wholeMove(scope: readonly number[], optimum: LinearOptimum, factor: number): Move | undefined {
	const cells: number[] = [];
	const deltas: number[] = [];
	for (const [j, cell] of scope.entries()) {
		const exact = factor * (at(optimum.columns, 2 * j) - at(optimum.columns, 2 * j + 1));
		const delta = Math.round(exact);
		if (Math.abs(exact - delta) > 1e-6) return undefined;
		if (delta === 0) continue;
		cells.push(cell);
		deltas.push(delta);
	}
	return { cells: Int32Array.from(cells), deltas: Float64Array.from(deltas) };
}

/** Exact, in whole numbers: what the solver rounds must not become a false proof. */
export function keepsEquations(problem: SuppressionProblem, move: Move): boolean {
	const sums = new Map<number, number>();
	move.cells.forEach((cell, i) => {
		for (let k = at(problem.byCell.starts, cell); k < at(problem.byCell.starts, cell + 1); k++) {
			const row = at(problem.byCell.members, k);
			const change = at(problem.byCell.coefficients, k) * at(move.deltas, i);
			sums.set(row, (sums.get(row) ?? 0) + change);
		}
	});
	return [...sums.values()].every((sum) => sum === 0);
}
