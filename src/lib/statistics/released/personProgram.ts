import type { LinearSolver } from '#lib/disclosure/solver/linearSolver.ts';

/** coefficient · column, added up. */
export type Terms = ReadonlyMap<number, number>;

/** No municipality has more: HiGHS searches whole numbers between ends, and a hidden number has none. */
const mostPersons = 1_000_000;

/** What is nearer to a whole number than this is that number. */
const hair = 1e-6;

/** A small program in numbers of persons: columns with bounds, and rows that say that a sum is at least something. */
export class PersonProgram {
	readonly #lower: number[] = [];
	readonly #upper: number[] = [];
	readonly #rows: { readonly terms: Terms; readonly least: number }[] = [];

	column(least = 0, most = mostPersons): number {
		this.#lower.push(least);
		this.#upper.push(most);
		return this.#lower.length - 1;
	}

	atLeast(terms: Terms, least: number): void {
		if (terms.size > 0) this.#rows.push({ terms, least });
	}

	equals(terms: Terms, value: number): void {
		this.atLeast(terms, value);
		this.atLeast(scaled(terms, -1), -value);
	}

	/**
	 * The least and the most that a sum of columns can be in whole persons; undefined when no numbers agree with the rows.
	 * Where the search for whole numbers gives up, the ends for parts of persons hold, which are no narrower.
	 */
	range(sum: Terms, solver: LinearSolver): { readonly least: number; readonly most: number } | undefined {
		const least = this.#extreme(sum, 1, solver);
		const most = this.#extreme(sum, -1, solver);
		if (least === undefined || most === undefined) return undefined;
		// Adding 0 makes the solver’s −0 a 0.
		const whole = { least: Math.ceil(least - hair) + 0, most: Math.floor(-most + hair) + 0 };
		return whole.least > whole.most ? undefined : whole;
	}

	#extreme(sum: Terms, sign: 1 | -1, solver: LinearSolver): number | undefined {
		const columns = this.#lower.length;
		const program = solver.open({
			rows: 0,
			cost: Float64Array.from({ length: columns }, (_, column) => sign * (sum.get(column) ?? 0)),
			lower: Float64Array.from(this.#lower),
			upper: Float64Array.from(this.#upper),
			starts: new Int32Array(columns + 1),
			indices: new Int32Array(0),
			values: new Float64Array(0)
		});
		try {
			for (const { terms, least } of this.#rows) {
				const inOrder = [...terms].toSorted(([one], [other]) => one - other);
				program.addRow(
					inOrder.map(([column]) => column),
					inOrder.map(([, value]) => value),
					least
				);
			}
			const parts = program.solve()?.objective;
			if (parts === undefined) return undefined;
			program.makeIntegral();
			return program.solve()?.objective ?? parts;
		} finally {
			program.close();
		}
	}
}

export function scaled(terms: Terms, factor: number): Terms {
	return new Map([...terms].map(([column, value]) => [column, factor * value]));
}

/** Adds sums together; what cancels out is left out. */
export function combined(...sums: readonly Terms[]): Terms {
	const all = new Map<number, number>();
	for (const terms of sums) {
		for (const [column, value] of terms) all.set(column, (all.get(column) ?? 0) + value);
	}
	return new Map([...all].filter(([, value]) => value !== 0));
}
