import type { Direction } from './movePool.ts';
import { at } from '#lib/disclosure/solver/numbers.ts';
import type { SuppressionProblem } from './suppressionProblem.ts';

/** A hidden cell must, as far as the bounds leave room, be able to be so much more and so much less. */
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

/** The problem without asking of cells hidden for others' sake that they can be less, where that may be given up. */
export function eased(problem: SuppressionProblem): SuppressionProblem {
	const { mayBeLeast, insiders = [] } = problem;
	if (!mayBeLeast.includes(1)) return problem;
	const easedView = <View extends SuppressionProblem>(view: View): View => ({
		...view,
		below: view.below.map((distance, cell) => (mayBeLeast[cell] ? 0 : distance))
	});
	return { ...easedView(problem), insiders: insiders.map(easedView) };
}

/** What is needed of the cell against the public and against each insider. */
export function needsOf(problem: SuppressionProblem, cell: number): Need[] {
	if (!problem.isGuarded[cell]) return [];
	return [problem, ...(problem.insiders ?? [])].flatMap((reader) => needsAgainst(reader, cell));
}

function needsAgainst(reader: SuppressionProblem, cell: number): Need[] {
	const needs: Need[] = [];
	const above = Math.min(at(reader.above, cell), at(reader.upper, cell) - at(reader.value, cell));
	const below = Math.min(at(reader.below, cell), at(reader.value, cell) - at(reader.floor, cell));
	if (above > 0) needs.push({ cell, direction: 1, distance: above, reader });
	if (below > 0) needs.push({ cell, direction: -1, distance: below, reader });
	return needs;
}
