import { findMove, findWholeMove } from './findMove.ts';
import type { LinearSolver } from './linearSolver.ts';
import { MovePool } from './movePool.ts';
import { MoveScopes } from './moveScope.ts';
import { needsOf, type Need } from './needs.ts';
import { at } from './numbers.ts';
import { pruneSuppression } from './pruneSuppression.ts';
import type { Move, SuppressionProblem } from './suppressionProblem.ts';

export interface Suppression {
	readonly isUnknown: Uint8Array;
	readonly pool: MovePool;
	/** Needs that no hiding can meet. */
	readonly unmet: readonly Need[];
}

/** Hides cells until each unknown cell that is guarded has its witnesses, then shows again what was hidden in vain. */
export function suppress(problem: SuppressionProblem, solver: LinearSolver): Suppression {
	const isUnknown = problem.isUnknown.slice();
	const pool = new MovePool(problem);
	const scopes = new MoveScopes(problem);
	const unmet: Need[] = [];
	const queue = problem.keys.map((_, i) => i).filter((cell) => isUnknown[cell] === 1);
	for (let cell = queue.shift(); cell !== undefined; cell = queue.shift()) {
		for (const need of needsOf(problem, cell)) {
			if (pool.witness(need, isUnknown)) continue;
			const move = searchMove(problem, { need, isUnknown, scopes }, solver);
			if (!move) {
				unmet.push(need);
				continue;
			}
			pool.add(move);
			queue.push(...hide(problem, isUnknown, move.cells));
		}
	}
	pruneSuppression(problem, { isUnknown, pool }, solver);
	return { isUnknown, pool, unmet };
}

function searchMove(
	problem: SuppressionProblem,
	{ need, isUnknown, scopes }: { need: Need; isUnknown: Uint8Array; scopes: MoveScopes },
	solver: LinearSolver
): Move | undefined {
	const fractional: (readonly number[])[] = [];
	for (const scope of scopes.around(need.cell, isUnknown)) {
		const move = findMove(problem, { ...need, isUnknown, scope }, solver);
		if (typeof move === 'object') return move;
		if (move === 'fractional') fractional.push(scope);
	}
	for (const scope of fractional) {
		const move = findWholeMove(problem, { ...need, isUnknown, scope }, solver);
		if (move) return move;
	}
	return undefined;
}

/** Hides the cells and what belongs to their groups; gives the newly hidden ones. */
function hide(problem: SuppressionProblem, isUnknown: Uint8Array, cells: Int32Array): number[] {
	const groups = new Set([...cells].map((cell) => at(problem.group, cell)).filter((group) => group >= 0));
	const mates = groups.size === 0 ? [] : problem.keys.keys().filter((i) => groups.has(at(problem.group, i)));
	const fresh = [...new Set([...cells, ...mates])].filter(
		(cell) => isUnknown[cell] === 0 && problem.mayHide[cell] === 1
	);
	for (const cell of fresh) isUnknown[cell] = 1;
	return fresh;
}
