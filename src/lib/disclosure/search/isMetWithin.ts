import type { LinearSolver } from '#lib/disclosure/solver/linearSolver.ts';
import { findMove, findWholeMove } from './findMove.ts';
import type { MovePool } from './movePool.ts';
import type { Need } from './needs.ts';

export interface HiddenPart {
	/** 1 where the number is hidden. */
	readonly pattern: Uint8Array;
	/** The hidden cells of the part, in ascending order. */
	readonly scope: readonly number[];
	/** Where the witness is kept. */
	readonly pool: MovePool;
}

/** Whether there is a whole-number witness of the need among what is hidden already. */
export function isMetWithin(need: Need, { pattern, scope, pool }: HiddenPart, solver: LinearSolver): boolean {
	if (pool.witness(need, pattern)) return true;
	const request = { ...need, isUnknown: pattern, scope };
	const move = findMove(need.reader, request, solver);
	const whole = move === 'fractional' ? findWholeMove(need.reader, request, solver) : move;
	if (whole === undefined || whole === 'impossible') return false;
	pool.add(whole);
	return true;
}
