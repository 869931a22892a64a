import type { LinearProgram, LinearSolver, OpenProgram } from './linearSolver.ts';
import { at } from './numbers.ts';

/** Programs of more columns than this, three a cell, take branch and bound minutes. */
const mostColumnsExact = 3000;

/** The share of the fractional columns that is settled at once while diving. */
const settledAtOnce = 0.25;

const hair = 1e-6;

/**
 * A cheap whole-number solution: the cheapest where branch and bound proves it within the solver's counted limit,
 * otherwise by diving from the linear optimum, in which the columns named are settled one after the other and the rest
 * follow from them. Undefined when diving ends where there is none.
 */
export function wholeSolution(
	program: LinearProgram,
	leading: readonly number[],
	solver: LinearSolver
): Float64Array | undefined {
	return cheapest(program, solver) ?? dived(program, leading, solver);
}

function cheapest(program: LinearProgram, solver: LinearSolver): Float64Array | undefined {
	if (program.cost.length > mostColumnsExact) return undefined;
	const open = solver.open(program);
	try {
		open.makeIntegral();
		return open.solve()?.columns.map(Math.round);
	} finally {
		open.close();
	}
}

function dived(
	program: LinearProgram,
	leading: readonly number[],
	solver: LinearSolver
): Float64Array | undefined {
	const open = solver.open(program);
	try {
		let point = open.solve()?.columns;
		while (point) {
			const { fractional, rounded } = fractionalAmong(leading, point);
			if (fractional.length === 0) return isWhole(point) ? point.map(Math.round) : undefined;
			point = nextPoint(open, program, { fractional, rounded });
		}
		return undefined;
	} finally {
		open.close();
	}
}

/** Fractional columns, those nearest to a whole number first, with that number. */
function fractionalAmong(
	leading: readonly number[],
	point: Float64Array
): { fractional: readonly number[]; rounded: ReadonlyMap<number, number> } {
	const far = (column: number) => Math.abs(at(point, column) - Math.round(at(point, column)));
	const fractional = leading.filter((column) => far(column) > hair).sort((a, b) => far(a) - far(b) || a - b);
	return {
		fractional,
		rounded: new Map(fractional.map((column) => [column, Math.round(at(point, column))]))
	};
}

/** Several columns settled at once; where that leaves no solution only the nearest, and then the other way. */
function nextPoint(
	open: OpenProgram,
	program: LinearProgram,
	{ fractional, rounded }: ReturnType<typeof fractionalAmong>
): Float64Array | undefined {
	const settle = (
		columns: readonly number[],
		valueOf: (column: number) => [lower: number, upper: number]
	) => {
		for (const column of columns) {
			const [lower, upper] = valueOf(column);
			open.setColumn(column, { cost: at(program.cost, column), lower, upper });
		}
		return open.solve()?.columns;
	};
	const near = (column: number): [number, number] => [rounded.get(column) ?? 0, rounded.get(column) ?? 0];
	const step = fractional.slice(0, Math.ceil(settledAtOnce * fractional.length));
	const [first = 0, ...others] = step;
	const found = settle(step, near);
	if (found) return found;
	settle(others, (column) => [at(program.lower, column), at(program.upper, column)]);
	const other = at(program.lower, first) + at(program.upper, first) - (rounded.get(first) ?? 0);
	return settle([first], near) ?? settle([first], () => [other, other]);
}

function isWhole(point: Float64Array): boolean {
	return point.every((value) => Math.abs(value - Math.round(value)) <= hair);
}
