import type { Direction } from './movePool.ts';
import { at } from './numbers.ts';
import type { SuppressionProblem } from './suppressionProblem.ts';

/** A hidden cell must be able to be one more and, where the bounds leave room, one less. */
export interface Need {
	readonly cell: number;
	readonly direction: Direction;
}

export function needsOf(problem: SuppressionProblem, cell: number): Need[] {
	if (!problem.isGuarded[cell]) return [];
	const needs: Need[] = [];
	if (at(problem.value, cell) < at(problem.upper, cell)) needs.push({ cell, direction: 1 });
	if (at(problem.value, cell) > at(problem.floor, cell)) needs.push({ cell, direction: -1 });
	return needs;
}
