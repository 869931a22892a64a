import { keepsEquations } from './findMove.ts';
import type { MovePool } from './movePool.ts';
import { at, entry } from '#lib/disclosure/solver/numbers.ts';
import type { Move, SuppressionProblem } from './suppressionProblem.ts';

/**
 * The largest prime under 2^26: products stay exact in a double. A combination that is zero only modulo this prime makes
 * the pattern a little worse, never unsafe, since every cell is certified afterwards.
 */
const prime = 67_108_859;

/** A linear form: coordinate → coefficient modulo the prime, never 0. */
type Form = Map<number, number>;

/**
 * Which cells of a part to hide so that no sensitive one is a combination of those shown (Langsrud 2024): all are shown
 * in turn, totals and large ones first, but for those that would give one away. Bounds are not minded, so it is a start
 * for the search and no pattern to publish. The worlds that are left are offered as moves.
 */
export function eliminated(
	problem: SuppressionProblem,
	members: readonly number[],
	pool: MovePool
): readonly number[] {
	const space = new Worlds(members);
	for (const equation of equationsOf(problem, members)) space.restrict(space.formOf(equation));
	const guarded = members.filter((cell) => problem.isUnknown[cell] === 1 && problem.isGuarded[cell] === 1);
	const dearestFirst = members
		.filter((cell) => problem.isUnknown[cell] === 0)
		.sort((a, b) => at(problem.cost, b) - at(problem.cost, a) || a - b);
	const hidden = dearestFirst.filter((cell) => {
		if (space.gives(cell, guarded)) return true;
		space.restrict(space.rowOf(cell));
		return false;
	});
	for (const move of space.moves()) if (keepsEquations(problem, move)) pool.add(move);
	return hidden;
}

/** The equations between the members: cells that cannot change have no place in them. */
function equationsOf({ byCell }: SuppressionProblem, members: readonly number[]): [number, number][][] {
	const equations = new Map<number, [number, number][]>();
	for (const cell of members)
		for (let k = at(byCell.starts, cell); k < at(byCell.starts, cell + 1); k++) {
			const row = at(byCell.members, k);
			const terms = equations.get(row);
			const term: [number, number] = [cell, at(byCell.coefficients, k)];
			if (terms) terms.push(term);
			else equations.set(row, [term]);
		}
	return [...equations.values()];
}

/** Every way in which the members can change together, each as a form in coordinates that are free. */
class Worlds {
	readonly #rows: Map<number, Form>;
	/** The cells whose form has the coordinate. */
	readonly #holders: Map<number, Set<number>>;

	constructor(members: readonly number[]) {
		this.#rows = new Map(members.map((cell) => [cell, new Map([[cell, 1]])]));
		this.#holders = new Map(members.map((cell) => [cell, new Set([cell])]));
	}

	rowOf(cell: number): Form {
		return new Map(this.#row(cell));
	}

	formOf(terms: readonly (readonly [cell: number, coefficient: number])[]): Form {
		const form: Form = new Map();
		for (const [cell, coefficient] of terms) addTo(form, this.#row(cell), coefficient);
		return form;
	}

	/** From now on the form is zero in every world: one coordinate is expressed in the others and disappears. */
	restrict(form: Form): void {
		const pivot = this.#rarest(form);
		if (pivot === undefined) return;
		const inverse = inverseOf(entry(form, pivot));
		for (const cell of [...(this.#holders.get(pivot) ?? [])]) {
			const row = this.#row(cell);
			addTo(row, form, -modulo(entry(row, pivot) * inverse));
			this.#noteHolder(cell, form.keys());
		}
		this.#holders.delete(pivot);
	}

	/** Whether one of the guarded cells is known once the cell is. */
	gives(cell: number, guarded: readonly number[]): boolean {
		const row = this.#row(cell);
		const [coordinate] = row.keys();
		const holders = coordinate === undefined ? undefined : this.#holders.get(coordinate);
		if (!holders) return false;
		return guarded.some((one) => holders.has(one) && isMultiple(this.#row(one), row));
	}

	/** One move for each coordinate that is left. */
	moves(): Move[] {
		return [...this.#holders].map(([coordinate, holders]) => {
			const cells = [...holders].sort((a, b) => a - b);
			return {
				cells: Int32Array.from(cells),
				deltas: Float64Array.from(cells, (cell) => signed(this.#rows.get(cell)?.get(coordinate) ?? 0))
			};
		});
	}

	#row(cell: number): Form {
		return entry(this.#rows, cell);
	}

	#noteHolder(cell: number, coordinates: Iterable<number>): void {
		const row = this.#row(cell);
		for (const coordinate of coordinates)
			if (row.has(coordinate)) this.#holders.get(coordinate)?.add(cell);
			else this.#holders.get(coordinate)?.delete(cell);
	}

	/** The coordinate in fewest rows keeps the forms short. */
	#rarest(form: Form): number | undefined {
		let rarest: number | undefined;
		let fewest = Infinity;
		for (const coordinate of form.keys()) {
			const count = this.#holders.get(coordinate)?.size ?? 0;
			if (count >= fewest) continue;
			rarest = coordinate;
			fewest = count;
		}
		return rarest;
	}
}

function addTo(form: Form, other: Form, factor: number): void {
	for (const [coordinate, coefficient] of other) {
		const sum = modulo((form.get(coordinate) ?? 0) + modulo(coefficient * factor));
		if (sum === 0) form.delete(coordinate);
		else form.set(coordinate, sum);
	}
}

function isMultiple(form: Form, other: Form): boolean {
	if (form.size !== other.size) return false;
	let factor: number | undefined;
	for (const [coordinate, coefficient] of other) {
		const own = form.get(coordinate);
		if (own === undefined) return false;
		factor ??= modulo(own * inverseOf(coefficient));
		if (own !== modulo(coefficient * factor)) return false;
	}
	return true;
}

function modulo(value: number): number {
	const rest = value % prime;
	return rest < 0 ? rest + prime : rest;
}

/** From −prime / 2 to prime / 2: a coefficient of −1 is kept as prime − 1. */
function signed(value: number): number {
	return value > prime / 2 ? value - prime : value;
}

/** By Euclid's algorithm. */
function inverseOf(value: number): number {
	let [a, b, x, y] = [modulo(value), prime, 1, 0];
	while (a > 1) {
		const quotient = Math.floor(b / a);
		[a, b, x, y] = [b - quotient * a, a, y - quotient * x, x];
	}
	return modulo(x);
}
