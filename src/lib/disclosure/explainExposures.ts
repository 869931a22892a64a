import type { JointSystem } from './jointSystem.ts';
import type { LinearSolver } from './linearSolver.ts';
import { moveProgram } from './findMove.ts';
import { MoveScopes } from './moveScope.ts';
import type { Need } from './needs.ts';
import { at } from './numbers.ts';
import type { Unprotected } from './protection.ts';
import type { SuppressionProblem } from './suppressionProblem.ts';

/** Each cell that no hiding can protect, once, with the equations of both directions. */
export function explainExposures(
	system: JointSystem,
	{ problem, unmet }: { problem: SuppressionProblem; unmet: readonly Need[] },
	solver: LinearSolver
): Unprotected[] {
	const byCell = Map.groupBy(unmet, (need) => need.cell);
	return [...byCell.values()].map((needs) => {
		const exposures = needs.map((need) => explainExposure(system, { problem, need }, solver));
		const [first = { key: '', label: '' }] = exposures;
		return { ...first, equations: [...new Set(exposures.flatMap((exposure) => exposure.equations))] };
	});
}

/**
 * Which equations give a cell away, in words. They are those with a dual value when the cell is pushed as far as
 * it goes although everything that may be hidden is hidden.
 */
function explainExposure(
	system: JointSystem,
	{ problem, need }: { problem: SuppressionProblem; need: Need },
	solver: LinearSolver
): Unprotected {
	const all = Uint8Array.from(problem.mayHide, (may, i) => may | at(problem.isUnknown, i));
	const scope = new MoveScopes(problem).whole(need.cell);
	const program = moveProgram(need.reader, { ...need, isUnknown: all, scope });
	const place = scope.indexOf(need.cell);
	const own = 2 * place + (need.direction > 0 ? 0 : 1);
	program.lower[own] = 0;
	program.cost.fill(0);
	program.cost[own] = -1;
	const duals = solver.minimise(program)?.rowDuals ?? new Float64Array();
	const rows = rowsInOrder(problem, scope).filter((_, i) => Math.abs(duals[i] ?? 0) > 1e-7);
	const label = labels(system);
	return {
		key: problem.keys[need.cell] ?? '',
		label: label(need.cell),
		equations: rows.map((row) => equation(problem, { row, cell: need.cell }, label))
	};
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

function labels(system: JointSystem): (cell: number) => string {
	return (cell) => system.cells[cell]?.label ?? '';
}

/** "Polisen = Alla − Socialtjänsten − Skolan": solved for the cell when it takes part. */
function equation(
	{ byRow }: SuppressionProblem,
	{ row, cell }: { row: number; cell: number },
	label: (cell: number) => string
): string {
	const [total = 0, ...parts] = byRow.members.subarray(at(byRow.starts, row), at(byRow.starts, row + 1));
	if (!parts.includes(cell)) return `${label(total)} = ${parts.map(label).join(' + ')}`;
	const others = parts.filter((part) => part !== cell);
	return `${label(cell)} = ${[total, ...others].map(label).join(' − ')}`;
}
