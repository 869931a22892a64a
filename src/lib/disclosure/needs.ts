import type { Direction } from './movePool.ts';
import { at } from './numbers.ts';
import type { SuppressionProblem } from './suppressionProblem.ts';

/** A hidden cell must be able to be so much more and, as far as the bounds leave room, so much less. */
export interface Need {
	readonly cell: number;
	readonly direction: Direction;
	readonly distance: number;
	/** The system as the reader sees it whom the cell is kept from. */
	readonly reader: SuppressionProblem;
}

/** One of these is enough for a cell that need only be able to be another number. */
export function looseNeeds(reader: SuppressionProblem, cell: number): Need[] {
	return ([1, -1] as const).map((direction) => ({ cell, direction, distance: 1, reader }));
}

/** What is needed of the cell against the public and against each insider. */
export function needsOf(problem: SuppressionProblem, cell: number): Need[] {
	if (!problem.isGuarded[cell]) return [];
	return [problem, ...(problem.insiders ?? [])].flatMap((reader) => needsAgainst(reader, cell));
}

function needsAgainst(reader: SuppressionProblem, cell: number): Need[] {
	const needs: Need[] = [];
	const above = at(reader.upper, cell) - at(reader.value, cell);
	const below = at(reader.value, cell) - at(reader.floor, cell);
	const distance = at(reader.distance, cell);
	if (above > 0) needs.push({ cell, direction: 1, distance: Math.min(distance, above), reader });
	// The rules ask how much more it must be able to be; for less, one step leaves the value open.
	if (below > 0) needs.push({ cell, direction: -1, distance: 1, reader });
	return needs;
}
