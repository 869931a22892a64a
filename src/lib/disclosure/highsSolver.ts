import type { Highs } from 'highs';
import type { LinearOptimum, LinearProgram, LinearSolver } from './linearSolver.ts';

let runtime: Promise<Highs> | undefined;

/** HiGHS compiled to WebAssembly. Loaded at first use: it takes some 50 ms and 20 MB. */
export async function loadHighsSolver(): Promise<LinearSolver> {
	runtime ??= import('highs').then((module) => module.default());
	const highs = await runtime;
	return { minimise: (program) => minimise(highs, program) };
}

function minimise(highs: Highs, program: LinearProgram): LinearOptimum | undefined {
	const columns = program.cost.length;
	const zeros = new Float64Array(program.rows);
	const model = highs.createModel({
		numCols: columns,
		numRows: program.rows,
		colCost: program.cost,
		colLower: program.lower,
		colUpper: program.upper,
		rowLower: zeros,
		rowUpper: zeros,
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
	try {
		model.options.set({ output_flag: false });
		model.run();
		// The status is lost by the next change of the model, so it is read first.
		const status = model.getModelStatus();
		if (status === highs.constants.modelStatus.infeasible) return undefined;
		if (status !== highs.constants.modelStatus.optimal)
			throw new Error(`HiGHS stopped with status ${status}`);
		const solution = model.getSolution();
		return { columns: solution.colValue, rowDuals: solution.rowDual };
	} finally {
		// The model lives in WebAssembly memory, which no garbage collector frees.
		model.dispose();
	}
}
