import type { JointSystem } from '#lib/disclosure/jointSystem.ts';
import type { LinearSolver } from '#lib/disclosure/solver/linearSolver.ts';
import { moveProgram } from './findMove.ts';
import { MoveScopes } from './moveScope.ts';
import type { Need } from './needs.ts';
import { at } from '#lib/disclosure/solver/numbers.ts';
import type { DisclosurePolicy, PublicationLedger, Unprotected } from '#lib/disclosure/protection.ts';
import { remediesFor } from './remedies.ts';
import type { SuppressionProblem } from './suppressionProblem.ts';

export interface Exposures {
	readonly problem: SuppressionProblem;
	readonly unmet: readonly Need[];
	readonly policy: DisclosurePolicy;
	readonly ledger: PublicationLedger;
	/** Remedies are looked for around so many cells: each is a handful of searches. Default 3. */
	readonly mostWithRemedies?: number;
}

/** Each cell that no hiding can protect, once, with the equations of both directions and what would help. */
export function explainExposures(
	system: JointSystem,
	exposures: Exposures,
	solver: LinearSolver
): Unprotected[] {
	const { problem, unmet, policy, ledger, mostWithRemedies = 3 } = exposures;
	const scopes = new MoveScopes(problem);
	const label = (cell: number) => system.cells[cell]?.label ?? '';
	return [...Map.groupBy(unmet, (need) => need.cell)].map(([cell, needs], place) => {
		const rows = new Set(
			needs.flatMap((need) => exposingRows(need, { problem, scope: scopes.whole(cell) }, solver))
		);
		const key = problem.keys[cell] ?? '';
		const members = [...new Set([...rows].flatMap((row) => [...membersOf(problem, row)]))];
		const before = members.filter((one) => typeof ledger.get(problem.keys[one] ?? '') === 'number');
		return {
			key,
			label: label(cell),
			equations: [...rows].map((row) => equation(problem, { row, cell }, label)),
			members: members.map((one) => problem.keys[one] ?? ''),
			publishedBefore: before.map(label),
			remedies: place < mostWithRemedies ? remediesFor(key, { system, policy, ledger }, solver) : []
		};
	});
}

/**
 * Which equations give a cell away. They are those with a dual value when the cell is pushed as far as it goes although
 * everything that may be hidden is hidden.
 */
function exposingRows(
	need: Need,
	{ problem, scope }: { problem: SuppressionProblem; scope: readonly number[] },
	solver: LinearSolver
): number[] {
	const all = Uint8Array.from(problem.mayHide, (may, i) => may | at(problem.isUnknown, i));
	const program = moveProgram(need.reader, { ...need, isUnknown: all, scope });
	const place = scope.indexOf(need.cell);
	const own = 2 * place + (need.direction > 0 ? 0 : 1);
	program.lower[own] = 0;
	program.cost.fill(0);
	program.cost[own] = -1;
	const duals = solver.minimise(program)?.rowDuals ?? new Float64Array();
	return rowsInOrder(problem, scope).filter((_, i) => Math.abs(duals[i] ?? 0) > 1e-7);
}

/** The rows in the order in which the program numbers them. */
function rowsInOrder({ byCell }: SuppressionProblem, scope: readonly number[]): number[] {
	return [
		...new Set(
			scope.flatMap((cell) => [
				...byCell.members.subarray(at(byCell.starts, cell), at(byCell.starts, cell + 1))
			])
		)
	];
}

function membersOf({ byRow }: SuppressionProblem, row: number): Int32Array {
	return byRow.members.subarray(at(byRow.starts, row), at(byRow.starts, row + 1));
}

/** "Polisen = Alla − Socialtjänsten − Skolan": solved for the cell when it takes part. */
function equation(
	problem: SuppressionProblem,
	{ row, cell }: { row: number; cell: number },
	label: (cell: number) => string
): string {
	const [total = 0, ...parts] = membersOf(problem, row);
	if (!parts.includes(cell)) return `${label(total)} = ${parts.map(label).join(' + ')}`;
	const others = parts.filter((part) => part !== cell);
	return `${label(cell)} = ${[total, ...others].map(label).join(' − ')}`;
}
