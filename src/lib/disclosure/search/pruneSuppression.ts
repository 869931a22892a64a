import { findMove } from './findMove.ts';
import type { LinearSolver } from '#lib/disclosure/solver/linearSolver.ts';
import type { MovePool } from './movePool.ts';
import type { MoveScopes } from './moveScope.ts';
import { needsOf, type Need } from './needs.ts';
import { at } from '#lib/disclosure/solver/numbers.ts';
import type { SuppressionProblem } from './suppressionProblem.ts';

/** Programs solved at most while pruning; counted, not timed, so that the pattern is the same on every machine. */
const mostPrograms = 1000;

/** Shows those of the cells again that were hidden in vain, dearest first, as long as every other hidden cell keeps its witnesses. */
export function pruneSuppression(
	problem: SuppressionProblem,
	{
		isUnknown,
		pool,
		scopes,
		cells
	}: { isUnknown: Uint8Array; pool: MovePool; scopes: MoveScopes; cells: readonly number[] },
	solver: LinearSolver
): void {
	const candidates = cells
		.filter((cell) => isUnknown[cell] === 1 && problem.isUnknown[cell] === 0 && at(problem.group, cell) < 0)
		.sort((a, b) => at(problem.cost, b) - at(problem.cost, a) || a - b);
	let programs = 0;
	const isWitnessed = (need: Need): boolean => {
		if (pool.witness(need, isUnknown)) return true;
		for (const scope of scopes.unknownAround(need.cell, isUnknown)) {
			if (programs >= mostPrograms) return false;
			programs++;
			const move = findMove(need.reader, { ...need, isUnknown, scope }, solver);
			if (typeof move !== 'object') continue;
			pool.add(move);
			return true;
		}
		return false;
	};
	for (const cell of candidates) {
		const lost = pool.dependants(cell, isUnknown).filter((other) => other !== cell);
		const witnessedBefore = lost.flatMap((other) =>
			needsOf(problem, other).filter((need) => pool.witness(need, isUnknown))
		);
		isUnknown[cell] = 0;
		if (!witnessedBefore.every(isWitnessed)) isUnknown[cell] = 1;
	}
}
