import type { Highs, Model } from 'highs';
import type { Extremes, LinearOptimum, LinearProgram, LinearSolver } from './linearSolver.ts';

/** Where a whole-number search is given up. Counted, not timed, so that the outcome is the same on every machine. */
const mostNodes = 200;

let runtime: Promise<Highs> | undefined;

/** HiGHS compiled to WebAssembly. Loaded at first use: it takes some 50 ms and 20 MB. */
export async function loadHighsSolver(): Promise<LinearSolver> {
	runtime ??= import('highs').then((module) => module.default());
	const highs = await runtime;
	return {
		minimise: (program) => minimise(highs, program),
		extremes: (program) => extremes(highs, program)
	};
}

function createModel(highs: Highs, program: LinearProgram): Model {
	const columns = program.cost.length;
	const rightSide = program.rightSide ?? new Float64Array(program.rows);
	const model = highs.createModel({
		numCols: columns,
		numRows: program.rows,
		colCost: program.cost,
		colLower: program.lower,
		colUpper: program.upper,
		rowLower: rightSide,
		rowUpper: rightSide,
		matrix: {
			format: 'csc',
			numRows: program.rows,
			numCols: columns,
			starts: program.starts,
			indices: program.indices,
			values: program.values
		},
		...(program.isIntegral ? { integrality: new Int32Array(columns).fill(1) } : {})
	});
	model.options.set({ output_flag: false });
	if (program.isIntegral) model.options.set({ mip_max_nodes: mostNodes, mip_rel_gap: 0.5 });
	return model;
}

function minimise(highs: Highs, program: LinearProgram): LinearOptimum | undefined {
	const model = createModel(highs, program);
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
function extremes(highs: Highs, program: LinearProgram): Extremes | undefined {
	const model = createModel(highs, program);
	const low = new Float64Array(program.cost.length);
	const high = new Float64Array(program.cost.length);
	try {
		for (let column = 0; column < low.length; column++) {
			for (const [bound, sign] of [
				[low, 1],
				[high, -1]
			] as const) {
				model.changeColCost(column, sign);
				model.run();
				const status = model.getModelStatus();
				if (status === highs.constants.modelStatus.infeasible) return undefined;
				bound[column] =
					status === highs.constants.modelStatus.optimal
						? sign * model.getObjectiveValue()
						: -sign * Infinity;
			}
			model.changeColCost(column, 0);
		}
		return { low, high };
	} finally {
		model.dispose();
	}
}
