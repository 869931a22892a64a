import type { Highs, Model } from 'highs';
import type { LinearProgram, OpenProgram } from './linearSolver.ts';

/** Where a search for the cheapest whole-number solution is given up. Counted, so that every machine stops alike. */
const mostNodes = 2000;

/** How far from the cheapest a solution may be that is taken at once. */
const anyGap = 1e30;

/** The model of a program in the memory of WebAssembly, which no garbage collector frees: whoever makes it disposes of it. */
export function createModel(highs: Highs, program: LinearProgram): Model {
	const columns = program.cost.length;
	const rightSide = program.rightSide ?? new Float64Array(program.rows);
	const model = highs.createModel({
		numCols: columns,
		numRows: program.rows,
		colCost: program.cost,
		colLower: program.lower,
		colUpper: program.upper,
		rowLower: program.rowBounds?.lower ?? rightSide,
		rowUpper: program.rowBounds?.upper ?? rightSide,
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
	return model;
}

export function openProgram(highs: Highs, program: LinearProgram): OpenProgram {
	const model = createModel(highs, program);
	const all = { kind: 'range', from: 0, to: program.cost.length - 1 } as const;
	return {
		setBounds: (lower, upper) => {
			model.changeColsBounds(all, lower, upper);
		},
		setColumn: (column, { cost, lower, upper }) => {
			model.changeColBounds(column, lower, upper);
			model.changeColCost(column, cost);
		},
		addRow: (columns, values, least) => {
			const entries = { indices: Int32Array.from(columns), values: Float64Array.from(values) };
			model.addRow(least, Infinity, entries);
		},
		makeIntegral: (wanted = 'cheapest') => {
			model.changeColsIntegrality(all, new Int32Array(program.cost.length).fill(1));
			model.options.set({ mip_max_nodes: mostNodes, mip_rel_gap: wanted === 'first' ? anyGap : 0 });
		},
		solve: () => {
			model.run();
			// The status is lost by the next change of the model, so it is read first.
			if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return undefined;
			const objective = model.getObjectiveValue();
			const { colValue, colDual } = model.getSolution();
			return { objective, columns: colValue, reducedCosts: colDual };
		},
		close: () => {
			model.dispose();
		}
	};
}
