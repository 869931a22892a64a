import type { LinearProgram } from '#lib/disclosure/solver/linearSolver.ts';
import { at } from '#lib/disclosure/solver/numbers.ts';
import type { SuppressionProblem } from './suppressionProblem.ts';

/**
 * The equations between the cells, for a program with a column for each cell and sign, in that order. Rows are numbered
 * as the cells first name them; cells that are not there do not change.
 */
export function equationMatrix(
	{ byCell }: SuppressionProblem,
	cells: readonly number[],
	signs: readonly (1 | -1)[]
): Pick<LinearProgram, 'rows' | 'starts' | 'indices' | 'values'> {
	const rowNumber = new Map<number, number>();
	const starts = [0];
	const indices: number[] = [];
	const values: number[] = [];
	for (const cell of cells)
		for (const sign of signs) {
			for (let k = at(byCell.starts, cell); k < at(byCell.starts, cell + 1); k++) {
				const row = at(byCell.members, k);
				if (!rowNumber.has(row)) rowNumber.set(row, rowNumber.size);
				indices.push(rowNumber.get(row) ?? 0);
				values.push(sign * at(byCell.coefficients, k));
			}
			starts.push(indices.length);
		}
	return {
		rows: rowNumber.size,
		starts: Int32Array.from(starts),
		indices: Int32Array.from(indices),
		values: Float64Array.from(values)
	};
}
