import { equationMatrix } from './equationMatrix.ts';
import type { LinearProgram, LinearSolver, OpenProgram } from '#lib/disclosure/solver/linearSolver.ts';
import type { MovePool } from './movePool.ts';
import { needsOf, type Need } from './needs.ts';
import { at } from '#lib/disclosure/solver/numbers.ts';
import { room } from './findMove.ts';
import type { SuppressionProblem } from './suppressionProblem.ts';

/** Σ values·hidden ≥ 0 in every pattern that protects: what must be hidden once the cell with −1 is. */
export interface Cut {
	readonly columns: readonly number[];
	readonly values: readonly number[];
}

interface ColumnNeed extends Need {
	/** Where the cell stands among the members. */
	readonly column: number;
}

/** The solver's answer may be off by a hair. */
const hair = 1e-6;

/** A fractional pattern lets each cell move by its share of so many persons at most: room without end has no share. */
const widestRoom = 20;

/**
 * The reader's programs of a part of the system: how far can a cell go when only the cells of a pattern may change?
 * Where that is not far enough, the reduced costs tell which cells would have to be hidden: a cut (Fischetti and
 * Salazar 2001). One program for all, since each starts from the last one's optimum.
 */
export class AttackerPrograms {
	readonly #members: readonly number[];
	readonly #needs: readonly ColumnNeed[];
	readonly #program: OpenProgram;
	/** Programs solved so far: the measure of work, since seconds differ between machines. */
	solved = 0;

	constructor(
		problem: SuppressionProblem,
		{ members, pool }: { members: readonly number[]; pool: MovePool },
		solver: LinearSolver
	) {
		this.#members = members;
		// Needs with a witness among cells that are hidden in any case are met by every pattern.
		this.#needs = members.flatMap((cell, column) => {
			const always = problem.isUnknown.slice();
			always[cell] = 1;
			return needsOf(problem, cell)
				.filter((need) => !pool.witness(need, always))
				.map((need) => ({ ...need, column }));
		});
		this.#program = solver.open(readersProgram(problem, members));
	}

	/** A cut for each need that the pattern leaves unmet; none when all are met. `hidden` is 0–1 for each member. */
	cuts(hidden: Float64Array, isMet: (need: Need) => boolean = () => false): Cut[] {
		const open = this.#needs.filter((need) => at(hidden, need.column) >= hair && !isMet(need));
		return [...Map.groupBy(open, ({ reader }) => reader)].flatMap(([reader, needs]) =>
			this.#cutsAgainst(reader, { needs, hidden })
		);
	}

	#cutsAgainst(
		reader: SuppressionProblem,
		{ needs, hidden }: { needs: readonly ColumnNeed[]; hidden: Float64Array }
	): Cut[] {
		const bounds = this.#boundsOf(reader, hidden);
		this.#program.setBounds(bounds.lower, bounds.upper);
		return needs.flatMap((need) => {
			const cut = this.#cutOf(need, hidden);
			this.#program.setColumn(need.column, {
				cost: 0,
				lower: at(bounds.lower, need.column),
				upper: at(bounds.upper, need.column)
			});
			return cut ? [cut] : [];
		});
	}

	/** The needs of the cells that a whole pattern hides. */
	needsIn(hidden: Float64Array): Need[] {
		return this.#needs.filter(({ column }) => at(hidden, column) > 0.5);
	}

	close(): void {
		this.#program.close();
	}

	#cutOf({ column, direction, distance, reader }: ColumnNeed, hidden: Float64Array): Cut | undefined {
		const [lower, upper] = direction > 0 ? [0, distance] : [-distance, 0];
		this.#program.setColumn(column, { cost: -direction, lower, upper });
		this.solved++;
		const optimum = this.#program.solve();
		if (!optimum) return undefined;
		if (-optimum.objective > distance * at(hidden, column) - hair) return undefined;
		const own = at(optimum.reducedCosts, column);
		const missing = distance - distance * Math.max(-direction * own, 0);
		if (missing < hair) return undefined;
		return this.#cutFrom(optimum.reducedCosts, { column, missing, hidden, reader });
	}

	/** Undefined when the pattern keeps the cut already, which rounding may bring about. */
	#cutFrom(
		reducedCosts: Float64Array,
		{
			column,
			missing,
			hidden,
			reader
		}: { column: number; missing: number; hidden: Float64Array; reader: SuppressionProblem }
	): Cut | undefined {
		const columns: number[] = [];
		const values: number[] = [];
		let left = -at(hidden, column);
		this.#members.forEach((cell, other) => {
			const price = at(reducedCosts, other);
			const help = Math.abs(price) < 1e-9 ? 0 : Math.abs(price) * room(reader, cell, price < 0 ? 1 : -1);
			const value = other === column ? -1 : Math.min(help / missing, 1);
			if (Math.abs(value) < 1e-9) return;
			columns.push(other);
			values.push(value);
			if (other !== column) left += value * at(hidden, other);
		});
		return left < -hair ? { columns, values } : undefined;
	}

	#boundsOf(reader: SuppressionProblem, hidden: Float64Array): { lower: Float64Array; upper: Float64Array } {
		const share = (column: number, sign: 1 | -1): number => {
			const y = at(hidden, column);
			if (y < 1e-9) return 0;
			const whole = room(reader, this.#members[column] ?? 0, sign);
			return y > 1 - 1e-9 ? whole : y * Math.min(whole, widestRoom);
		};
		return {
			lower: Float64Array.from(this.#members, (_, column) => -share(column, -1)),
			upper: Float64Array.from(this.#members, (_, column) => share(column, 1))
		};
	}
}

/** One column a cell: by how much it differs from its true value. */
function readersProgram(problem: SuppressionProblem, members: readonly number[]): LinearProgram {
	return {
		...equationMatrix(problem, members, [1]),
		cost: new Float64Array(members.length),
		lower: new Float64Array(members.length),
		upper: new Float64Array(members.length)
	};
}
