import type { Direction } from './movePool.ts';
import { at } from './numbers.ts';
import type { SuppressionProblem } from './suppressionProblem.ts';

/** A hidden cell must be able to be so much more and, as far as the bounds leave room, so much less. */
export interface Need {
	readonly cell: number;
	readonly direction: Direction;
	readonly distance: number;
}

/** One of these is enough for a cell that need only be able to be another number. */
export function looseNeeds(cell: number): Need[] {
	return [1, -1].map((direction) => ({ cell, direction: direction === 1 ? 1 : -1, distance: 1 }));
}

export function needsOf(problem: SuppressionProblem, cell: number): Need[] {
	if (!problem.isGuarded[cell]) return [];
	const needs: Need[] = [];
	const above = at(problem.upper, cell) - at(problem.value, cell);
	const below = at(problem.value, cell) - at(problem.floor, cell);
	const distance = at(problem.distance, cell);
	if (above > 0) needs.push({ cell, direction: 1, distance: Math.min(distance, above) });
	// The rules ask how much more it must be able to be; for less, one step leaves the value open.
	if (below > 0) needs.push({ cell, direction: -1, distance: 1 });
	return needs;
}
