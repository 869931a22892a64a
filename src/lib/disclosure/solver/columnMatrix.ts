import type { LinearProgram } from './linearSolver.ts';
import { at } from './numbers.ts';

/** What stands in one column of a matrix: coefficients in rows. */
export type ColumnTerms = readonly (readonly [row: number, coefficient: number])[];

/** A matrix given column by column, as the solver reads it. */
export function columnMatrix(
	columns: readonly ColumnTerms[]
): Pick<LinearProgram, 'starts' | 'indices' | 'values'> {
	const starts = new Int32Array(columns.length + 1);
	columns.forEach((terms, column) => (starts[column + 1] = at(starts, column) + terms.length));
	const terms = columns.flat();
	return {
		starts,
		indices: Int32Array.from(terms, ([row]) => row),
		values: Float64Array.from(terms, ([, coefficient]) => coefficient)
	};
}
