import { columnMatrix } from '#lib/disclosure/solver/columnMatrix.ts';
import type { LinearProgram, LinearSolver } from '#lib/disclosure/solver/linearSolver.ts';

/** Σ coefficient · variable. */
export type Expression = readonly (readonly [variable: number, coefficient: number])[];

interface Row {
	readonly expression: Expression;
	readonly low: number;
	readonly high: number;
}

/** Values of the variables that agree with every row. */
export type World = Float64Array;

/** What is known of whole numbers that cannot be read: bounds and linear rows. */
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

	/** The same program, to ask a question of: what is added to it is not added to this one. */
	copy(): WholeProgram {
		const copy = new WholeProgram();
		copy.#low.push(...this.#low);
		copy.#high.push(...this.#high);
		copy.#rows.push(...this.#rows);
		return copy;
	}

	/**
	 * A world, and one in which the expressions are rather large. Undefined when there is none, and when the solver gave up
	 * within its counted limit: whoever asks for doubt must not take it as given.
	 */
	world(solver: LinearSolver, rather: readonly Expression[] = []): World | undefined {
		const program = solver.open(this.#program(rather));
		try {
			program.makeIntegral('first');
			const world = program.solve()?.columns.map(Math.round);
			return world && this.#agrees(world) ? world : undefined;
		} finally {
			program.close();
		}
	}

	/** The solver counts in fractions, and lets a row be broken by a hair: a world is one when every row holds in whole numbers. */
	#agrees(world: World): boolean {
		const isWithin = world.every((value, variable) => {
			return value >= (this.#low[variable] ?? 0) && value <= (this.#high[variable] ?? 0);
		});
		return (
			isWithin &&
			this.#rows.every(({ expression, low, high }) => {
				const value = valueIn(world, expression);
				return value >= low && value <= high;
			})
		);
	}

	#program(rather: readonly Expression[]): LinearProgram {
		const rows = this.#rows;
		const columns: [row: number, coefficient: number][][] = this.#low.map(() => []);
		rows.forEach(({ expression }, row) => {
			const sums = new Map<number, number>();
			for (const [variable, coefficient] of expression)
				sums.set(variable, (sums.get(variable) ?? 0) + coefficient);
			for (const [variable, coefficient] of sums)
				if (coefficient !== 0) columns[variable]?.push([row, coefficient]);
		});
		const cost = new Float64Array(columns.length);
		for (const [variable, coefficient] of rather.flat()) cost[variable] = (cost[variable] ?? 0) - coefficient;
		return {
			rows: rows.length,
			cost,
			lower: Float64Array.from(this.#low),
			upper: Float64Array.from(this.#high),
			...columnMatrix(columns),
			rowBounds: {
				lower: Float64Array.from(rows, ({ low }) => low),
				upper: Float64Array.from(rows, ({ high }) => high)
			}
		};
	}
}

export function valueIn(world: World, expression: Expression): number {
	return expression.reduce((sum, [variable, coefficient]) => sum + coefficient * (world[variable] ?? 0), 0);
}
