import highs, { type Highs } from 'highs';

/** Σ coefficient · variable. */
export type Expression = readonly (readonly [variable: number, coefficient: number])[];

interface Row {
	readonly expression: Expression;
	readonly low: number;
	readonly high: number;
}

/** Values of the variables that agree with every row. */
export type World = Float64Array;

let runtime: Promise<Highs> | undefined;

/** What is known of whole numbers that cannot be read: bounds and linear rows, solved by HiGHS. */
export class WholeProgram {
	readonly #low: number[] = [];
	readonly #high: number[] = [];
	readonly #rows: Row[] = [];

	variable(low: number, high: number): number {
		this.#low.push(low);
		return this.#high.push(high) - 1;
	}

	variables(count: number, low: number, high: number): number[] {
		return Array.from({ length: count }, () => this.variable(low, high));
	}

	/** low ≤ expression ≤ high */
	row(expression: Expression, low: number, high: number): void {
		this.#rows.push({ expression, low, high });
	}

	equals(expression: Expression, value: number): void {
		this.row(expression, value, value);
	}

	/** product = factor · switch, where 0 ≤ factor ≤ most and the switch is 0 or 1. */
	product(factor: number, onOff: number, most: number): number {
		const product = this.variable(0, most);
		this.row([[product, 1], [factor, -1]], -most, 0); // prettier-ignore
		this.row([[product, 1], [onOff, -most]], -most, 0); // prettier-ignore
		this.row([[product, 1], [factor, -1], [onOff, -most]], -most, most); // prettier-ignore
		return product;
	}

	raiseTo(variable: number, least: number): void {
		this.#low[variable] = Math.max(least, this.#low[variable] ?? 0);
	}

	/**
	 * A world in which the expression lies within the bounds; undefined when there is none.
	 * @throws when the solver can tell neither within its limit, so that a test never passes by giving up.
	 */
	async world(expression: Expression, low: number, high: number): Promise<World | undefined> {
		runtime ??= highs();
		const solver = await runtime;
		const rows = [...this.#rows, { expression, low, high }];
		const model = solver.createModel(this.#model(rows));
		try {
			model.options.set({ output_flag: false, mip_max_nodes: 20_000 });
			model.run();
			// The status is lost by the next change of the model, so it is read first.
			const status = model.getModelStatus();
			if (status === solver.constants.modelStatus.infeasible) return undefined;
			if (status !== solver.constants.modelStatus.optimal)
				throw new Error(`The attacker gave up: HiGHS ${status}`);
			return model.getSolution().colValue.map(Math.round);
		} finally {
			model.dispose();
		}
	}

	#model(rows: readonly Row[]) {
		const columns: [number, number][][] = this.#low.map(() => []);
		rows.forEach(({ expression }, place) => {
			const sums = new Map<number, number>();
			for (const [variable, coefficient] of expression)
				sums.set(variable, (sums.get(variable) ?? 0) + coefficient);
			for (const [variable, coefficient] of sums)
				if (coefficient !== 0) columns[variable]?.push([place, coefficient]);
		});
		const starts = [0];
		for (const column of columns) starts.push((starts.at(-1) ?? 0) + column.length);
		const entries = columns.flat();
		return {
			numCols: columns.length,
			numRows: rows.length,
			colCost: new Float64Array(columns.length),
			colLower: Float64Array.from(this.#low),
			colUpper: Float64Array.from(this.#high),
			rowLower: Float64Array.from(rows, ({ low }) => low),
			rowUpper: Float64Array.from(rows, ({ high }) => high),
			matrix: {
				format: 'csc' as const,
				numRows: rows.length,
				numCols: columns.length,
				starts: Int32Array.from(starts),
				indices: Int32Array.from(entries, ([row]) => row),
				values: Float64Array.from(entries, ([, value]) => value)
			},
			integrality: new Int32Array(columns.length).fill(1)
		};
	}
}

export function valueIn(world: World, expression: Expression): number {
	return expression.reduce((sum, [variable, coefficient]) => sum + coefficient * (world[variable] ?? 0), 0);
}
