import type { Highs } from 'highs';
import { createModel, openProgram } from './highsProgram.ts';
import type { Extremes, LinearOptimum, LinearProgram, LinearSolver } from './linearSolver.ts';
import { at } from './numbers.ts';

/** Where a whole-number search is given up. Counted, not timed, so that the outcome is the same on every machine. */
const mostNodes = 200;

const primalSimplex = 4;

let runtime: Promise<Highs> | undefined;

/** HiGHS compiled to WebAssembly. Loaded at first use: it takes some 50 ms and 20 MB. */
export async function loadHighsSolver(): Promise<LinearSolver> {
	runtime ??= import('highs').then((module) => module.default());
	const highs = await runtime;
	return {
		minimise: (program) => minimise(highs, program),
		extremes: (program, mayContinue = () => true) => extremes(highs, program, mayContinue),
		open: (program) => openProgram(highs, program)
	};
}

function minimise(highs: Highs, program: LinearProgram): LinearOptimum | undefined {
	const model = createModel(highs, program);
	if (program.isIntegral) model.options.set({ mip_max_nodes: mostNodes, mip_rel_gap: 0.5 });
	try {
		model.run();
		// The status is lost by the next change of the model, so it is read first.
		const status = model.getModelStatus();
		if (status === highs.constants.modelStatus.infeasible) return undefined;
		if (status !== highs.constants.modelStatus.optimal) {
			if (program.isIntegral) return undefined;
			throw new Error(`HiGHS stopped with status ${status}`);
		}
		const solution = model.getSolution();
		return { columns: solution.colValue, rowDuals: solution.rowDual };
	} finally {
		// The model lives in WebAssembly memory, which no garbage collector frees.
		model.dispose();
	}
}

/** One model for all columns: after the first, each starts from the last optimum and takes a few steps. */
function extremes(highs: Highs, program: LinearProgram, mayContinue: () => boolean): Extremes | undefined {
	const model = createModel(highs, program);
	const low = new Float64Array(program.cost.length).fill(NaN);
	const high = low.slice();
	// A change of cost leaves the last point feasible, which is where the primal method starts.
	model.options.set({ simplex_strategy: primalSimplex });
	const seen = { low: program.upper.slice(), high: program.lower.slice() };
	const pushed = (column: number, sign: 1 | -1): number | undefined => {
		model.changeColCost(column, sign);
		model.run();
		// The status is lost by the next change of the model, so it is read first.
		const status = model.getModelStatus();
		const reached = sign * model.getObjectiveValue();
		if (status === highs.constants.modelStatus.optimal) remember(seen, model.getSolution().colValue);
		model.changeColCost(column, 0);
		if (status === highs.constants.modelStatus.infeasible) return undefined;
		return status === highs.constants.modelStatus.optimal ? reached : -sign * Infinity;
	};
	try {
		for (let column = 0; column < low.length && mayContinue(); column++) {
			const [least, most] = [at(program.lower, column), at(program.upper, column)];
			// Where a point already met reaches the bound, no program can do better.
			const lowest = at(seen.low, column) <= least ? least : pushed(column, 1);
			const highest = at(seen.high, column) >= most ? most : pushed(column, -1);
			if (lowest === undefined || highest === undefined) return undefined;
			low[column] = lowest;
			high[column] = highest;
		}
		return { low, high };
	} finally {
		model.dispose();
	}
}

function remember(seen: { low: Float64Array; high: Float64Array }, point: Float64Array): void {
	point.forEach((value, column) => {
		if (value < at(seen.low, column)) seen.low[column] = value;
		if (value > at(seen.high, column)) seen.high[column] = value;
	});
}
