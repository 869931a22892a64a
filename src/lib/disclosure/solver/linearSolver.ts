/** min cost·x where matrix·x = right side and lower ≤ x ≤ upper. The matrix is given column by column. */
export interface LinearProgram {
	readonly rows: number;
	readonly cost: Float64Array;
	readonly lower: Float64Array;
	readonly upper: Float64Array;
	readonly starts: Int32Array;
	readonly indices: Int32Array;
	readonly values: Float64Array;
	/** One number a row; zeros when absent. */
	readonly rightSide?: Float64Array;
	/** Instead of a right side: each row's least and most, infinite where nothing bounds it. */
	readonly rowBounds?: { readonly lower: Float64Array; readonly upper: Float64Array };
	/** Whole-number solutions only. Slower; asked for when the linear optimum is fractional. */
	readonly isIntegral?: boolean;
}

export interface LinearOptimum {
	readonly columns: Float64Array;
	/** How strongly each row holds the optimum back; empty for whole-number programs. */
	readonly rowDuals: Float64Array;
}

export interface LinearSolver {
	/** Undefined when the program has no solution. @throws when the solver stops for another reason. */
	minimise(program: LinearProgram): LinearOptimum | undefined;
	/** Least and greatest value of each column on its own, −Infinity and Infinity where nothing bounds it, NaN where stopped. */
	extremes(program: LinearProgram, mayContinue?: () => boolean): Extremes | undefined;
	/** Keeps a program to change and solve again, each time from its last optimum. Whoever opens it closes it. */
	open(program: LinearProgram): OpenProgram;
}

export interface OpenProgram {
	setBounds(lower: Float64Array, upper: Float64Array): void;
	setColumn(column: number, terms: { cost: number; lower: number; upper: number }): void;
	/** values·x of the columns, in ascending order, is at least `least`. */
	addRow(columns: readonly number[], values: readonly number[], least: number): void;
	/** From now on all columns are whole numbers. With `first`, whatever solution is met first will do, not the cheapest. */
	makeIntegral(wanted?: 'cheapest' | 'first'): void;
	/** Undefined when there is no solution, or none was proven the best within the solver's counted limit. */
	solve(): OpenOptimum | undefined;
	close(): void;
}

export interface OpenOptimum {
	readonly objective: number;
	readonly columns: Float64Array;
	/** What one more of each column would cost; empty for whole-number programs. */
	readonly reducedCosts: Float64Array;
}

export interface Extremes {
	readonly low: Float64Array;
	readonly high: Float64Array;
}
