import { eliminated } from './elimination.ts';
import { findMove, findWholeMove } from './findMove.ts';
import { isMetWithin } from './isMetWithin.ts';
import type { LinearSolver } from '#lib/disclosure/solver/linearSolver.ts';
import { MovePool } from './movePool.ts';
import { largestNear, MoveScopes } from './moveScope.ts';
import { eased, looseNeeds, needsOf, type Need } from './needs.ts';
import { at } from '#lib/disclosure/solver/numbers.ts';
import {
	costOfChoice,
	optimalSuppression,
	type PartOptimum,
	type SearchedPart
} from './optimalSuppression.ts';
import type { ReportProgress } from '#lib/disclosure/protection.ts';
import { pruneSuppression } from './pruneSuppression.ts';
import type { Move, SuppressionProblem } from './suppressionProblem.ts';

export interface Suppression {
	readonly isUnknown: Uint8Array;
	readonly pool: MovePool;
	/** Needs that no hiding can meet. */
	readonly unmet: readonly Need[];
	/** What is known of how much less could have been hidden, for each part that is small enough to know it. */
	readonly optima: readonly PartOptimum[];
}

interface SearchState {
	readonly isUnknown: Uint8Array;
	readonly pool: MovePool;
	readonly scopes: MoveScopes;
	readonly report?: ReportProgress;
}

/** Hides cells until each unknown cell that is guarded has its witnesses, then looks for a cheaper way to do it. */
export function suppress(
	problem: SuppressionProblem,
	solver: LinearSolver,
	report: ReportProgress = () => undefined
): Suppression {
	const isUnknown = problem.isUnknown.slice();
	const pool = new MovePool();
	const scopes = new MoveScopes(problem);
	const state = { isUnknown, pool, scopes, report };
	const cells = problem.keys.map((_, i) => i);
	const unmet = hideUntilCertified(problem, { ...state, cells }, solver);
	pruneSuppression(problem, { ...state, cells }, solver);
	const parts = unmet.length === 0 ? scopes.parts() : [];
	const optima = parts.flatMap((members, done) => {
		report({ step: 'improving', done, of: parts.length });
		return improve(problem, { ...state, members }, solver);
	});
	const loose = cells.filter((cell) => problem.isLoose[cell] === 1);
	unmet.push(
		...hideUntilCertified(problem, { isUnknown, pool, scopes, cells: loose, demands: eitherNeed }, solver)
	);
	return { isUnknown, pool, unmet, optima };
}

/** What a cell must be able to do. Of each demand one need is enough. */
type Demands = (problem: SuppressionProblem, cell: number) => readonly (readonly Need[])[];

const everyNeed: Demands = (problem, cell) => needsOf(problem, cell).map((need) => [need]);

/** For a cell that need only be able to be another number. */
const eitherNeed: Demands = (problem, cell) => [looseNeeds(problem, cell)];

/** That a cell hidden for another's sake can be less is asked for as long as it can be had. */
function isGivenUp({ mayBeLeast }: SuppressionProblem, { cell, direction }: Need): boolean {
	return direction === -1 && mayBeLeast[cell] === 1;
}

/** The needs of the cells, and of those hidden for them, that nothing can meet. */
function hideUntilCertified(
	problem: SuppressionProblem,
	{
		cells,
		demands = everyNeed,
		...state
	}: SearchState & { readonly cells: readonly number[]; readonly demands?: Demands },
	solver: LinearSolver
): Need[] {
	const { isUnknown, pool } = state;
	const unmet: Need[] = [];
	// What must be able to go far hides cells that serve the others too.
	const queue = cells
		.filter((cell) => isUnknown[cell] === 1)
		.sort((a, b) => at(problem.above, b) - at(problem.above, a) || a - b);
	for (let done = 0; done < queue.length; done++) {
		state.report?.({ step: 'searching', done, of: queue.length });
		for (const needs of demands(problem, queue[done] ?? 0)) {
			if (needs.some((need) => pool.witness(need, isUnknown))) continue;
			const move = firstMove(needs, state, solver);
			if (!move) {
				unmet.push(...needs.filter((need) => !isGivenUp(problem, need)));
				continue;
			}
			pool.add(move);
			queue.push(...hide(problem, isUnknown, move.cells));
		}
	}
	return unmet;
}

/** Parts of more cells than this have no exact search: it would take minutes. */
const mostCellsExact = 300;

/** Parts of more cells than this are not begun from an elimination: it would take as long as all the rest. */
const mostCellsEliminated = 5000;

/** The cheapest pattern of a small part; for a larger one the cheaper of two. */
function improve(
	problem: SuppressionProblem,
	{ members, ...state }: SearchState & { readonly members: readonly number[] },
	solver: LinearSolver
): PartOptimum[] {
	const { isUnknown, pool } = state;
	if (costOfChoice(problem, isUnknown, members) === 0 || members.length > mostCellsEliminated) return [];
	if (members.length > mostCellsExact) {
		tryElimination(problem, { ...state, members }, solver);
		return [];
	}
	const part = { members, isUnknown, pool };
	const optimum = takeCheapest(problem, { ...part, mostPrograms }, solver);
	if (!members.some((cell) => problem.mayBeLeast[cell] === 1)) return [optimum];
	return [takeCheapestEased(problem, part, solver)];
}

/** Programs of the reader solved at most for one part, and for one part again when less is asked of it. */
const mostPrograms = 5000;
const mostProgramsEased = 1500;

function takeCheapest(problem: SuppressionProblem, part: SearchedPart, solver: LinearSolver): PartOptimum {
	const optimum = optimalSuppression(problem, part, solver);
	const { hidden } = optimum;
	if (hidden) {
		for (const cell of part.members)
			part.isUnknown[cell] = Number(problem.isUnknown[cell] === 1 || hidden.has(cell));
	}
	return optimum;
}

/** Once more, without asking of what is hidden for others' sake that it can be less: it begins from the pattern that can. */
function takeCheapestEased(
	problem: SuppressionProblem,
	part: Omit<SearchedPart, 'mostPrograms'>,
	solver: LinearSolver
): PartOptimum {
	const optimum = takeCheapest(eased(problem), { ...part, mostPrograms: mostProgramsEased }, solver);
	const { members, isUnknown, pool } = part;
	const scope = members.filter((cell) => isUnknown[cell] === 1);
	// What was not asked for is proven all the same, where the pattern leaves room for it.
	const needs = scope
		.filter((cell) => problem.mayBeLeast[cell] === 1)
		.flatMap((cell) => needsOf(problem, cell));
	for (const need of needs) isMetWithin(need, { pattern: isUnknown, scope, pool }, solver);
	return optimum;
}

/** Searches once more from what an elimination hides, and takes that pattern if it is cheaper. */
function tryElimination(
	problem: SuppressionProblem,
	{ isUnknown, pool, scopes, members }: SearchState & { readonly members: readonly number[] },
	solver: LinearSolver
): void {
	// Cells of a group are hidden together, with cells of other parts.
	if (members.some((cell) => at(problem.group, cell) >= 0)) return;
	const trial = isUnknown.slice();
	for (const cell of members) trial[cell] = at(problem.isUnknown, cell);
	for (const cell of eliminated(problem, members, pool)) trial[cell] = 1;
	const state = { isUnknown: trial, pool, scopes, cells: members };
	if (hideUntilCertified(problem, state, solver).length > 0) return;
	pruneSuppression(problem, state, solver);
	if (costOfChoice(problem, trial, members) < costOfChoice(problem, isUnknown, members)) isUnknown.set(trial);
}

/** A move for the first of the needs that has one. */
function firstMove(
	needs: readonly Need[],
	state: Omit<SearchState, 'pool'>,
	solver: LinearSolver
): Move | undefined {
	for (const need of needs) {
		const move = searchMove({ ...state, need }, solver);
		if (move) return move;
	}
	return undefined;
}

function searchMove(
	{ need, isUnknown, scopes }: Omit<SearchState, 'pool'> & { readonly need: Need },
	solver: LinearSolver
): Move | undefined {
	const fractional: (readonly number[])[] = [];
	const wholeMove = (): Move | undefined => {
		for (let scope = fractional.shift(); scope; scope = fractional.shift()) {
			const move = findWholeMove(need.reader, { ...need, isUnknown, scope }, solver);
			if (move) return move;
		}
		return undefined;
	};
	for (const scope of scopes.around(need.cell, isUnknown)) {
		// A whole part may need hundreds of megabytes, which WebAssembly never gives back: whole persons nearby come first.
		const near = scope.length > largestNear ? wholeMove() : undefined;
		if (near) return near;
		const move = findMove(need.reader, { ...need, isUnknown, scope }, solver);
		if (typeof move === 'object') return move;
		if (move === 'fractional') fractional.push(scope);
	}
	return wholeMove();
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
