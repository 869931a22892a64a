import { AttackerPrograms, type Cut } from './attackerPrograms.ts';
import { isMetWithin } from './isMetWithin.ts';
import type { LinearSolver, OpenProgram } from '#lib/disclosure/solver/linearSolver.ts';
import type { MovePool } from './movePool.ts';
import { at } from '#lib/disclosure/solver/numbers.ts';
import type { SuppressionProblem } from './suppressionProblem.ts';

/** A pattern of a part of the system, and how much cheaper another could possibly be. */
export interface PartOptimum {
	/** What the cheapest pattern costs at least. Equal to `cost` when the pattern is proven the cheapest. */
	readonly bound: number;
	readonly cost: number;
	/** The cells of the part that are hidden by choice; absent when the pattern given is kept. */
	readonly hidden?: ReadonlySet<number>;
}

export interface SearchedPart {
	/** In ascending order; they hang together. */
	readonly members: readonly number[];
	/** A pattern that protects them, kept when nothing cheaper is found. */
	readonly isUnknown: Uint8Array;
	readonly pool: MovePool;
	/** Programs of the reader solved at most; counted, so that every machine stops at the same place. */
	readonly mostPrograms: number;
}

/** Two costs nearer than this are the same. */
const hair = 1e-6;

/**
 * The cheapest pattern that protects a part of the system, by Benders' decomposition: a master program chooses what to
 * hide, the reader's programs answer with cuts, first for shares of cells, then for whole ones.
 */
export function optimalSuppression(
	problem: SuppressionProblem,
	part: SearchedPart,
	solver: LinearSolver
): PartOptimum {
	const { members, isUnknown } = part;
	const cost = costOfChoice(problem, isUnknown, members);
	const master = solver.open(masterProgram(problem, part));
	const attackers = new AttackerPrograms(problem, part, solver);
	try {
		return new Decomposition(problem, part, { master, attackers, solver }).run(cost);
	} finally {
		attackers.close();
		master.close();
	}
}

/** What it costs to hide those of the members that could have been shown. */
export function costOfChoice(
	problem: SuppressionProblem,
	isUnknown: Uint8Array,
	members: readonly number[]
): number {
	const chosen = members.filter((cell) => isUnknown[cell] && !problem.isUnknown[cell]);
	return chosen.reduce((sum, cell) => sum + at(problem.cost, cell), 0);
}

class Decomposition {
	readonly #problem: SuppressionProblem;
	readonly #members: readonly number[];
	readonly #pool: MovePool;
	readonly #master: OpenProgram;
	readonly #attackers: AttackerPrograms;
	readonly #solver: LinearSolver;
	readonly #pattern: Uint8Array;
	readonly #mostPrograms: number;
	#bound = 0;
	/** False once a pattern is turned down only because the search for whole persons gave up: then the bound stays. */
	#isExact = true;

	constructor(
		problem: SuppressionProblem,
		{ members, isUnknown, pool, mostPrograms }: SearchedPart,
		programs: { master: OpenProgram; attackers: AttackerPrograms; solver: LinearSolver }
	) {
		this.#problem = problem;
		this.#members = members;
		this.#pool = pool;
		this.#mostPrograms = mostPrograms;
		this.#master = programs.master;
		this.#attackers = programs.attackers;
		this.#solver = programs.solver;
		this.#pattern = isUnknown.slice();
	}

	/** `cost` is what the pattern given costs. */
	run(cost: number): PartOptimum {
		const hidden = this.#withShares(cost) ? this.#withWholeCells(cost) : undefined;
		if (!hidden) return { cost, bound: Math.min(this.#bound, cost) };
		const pattern = Uint8Array.from(this.#pattern, (_, cell) => Number(hidden.has(cell)));
		return { cost: costOfChoice(this.#problem, pattern, this.#members), bound: this.#bound, hidden };
	}

	/** False when no pattern can be cheaper than the one given, or the work done is enough. */
	#withShares(cost: number): boolean {
		for (;;) {
			const shares = this.#nextChoice(cost);
			if (!shares) return false;
			if (this.#addCuts(this.#attackers.cuts(shares)) === 0) return true;
		}
	}

	#withWholeCells(cost: number): Set<number> | undefined {
		this.#master.makeIntegral();
		for (;;) {
			const choice = this.#nextChoice(cost)?.map(Math.round);
			if (!choice) return undefined;
			if (this.#isCertified(choice)) return this.#chosen(choice);
		}
	}

	/** The cheapest choice that keeps every cut so far, unless it is no cheaper than `cost`. */
	#nextChoice(cost: number): Float64Array | undefined {
		if (this.#attackers.solved >= this.#mostPrograms) return undefined;
		const optimum = this.#master.solve();
		if (!optimum) return undefined;
		if (this.#isExact) this.#bound = optimum.objective;
		return optimum.objective > cost - hair ? undefined : optimum.columns;
	}

	#addCuts(cuts: readonly Cut[]): number {
		for (const { columns, values } of cuts) this.#master.addRow(columns, values, 0);
		return cuts.length;
	}

	/** Whether every need has a witness in whole numbers; if not, the master learns why. */
	#isCertified(hidden: Float64Array): boolean {
		this.#members.forEach((cell, column) => (this.#pattern[cell] = at(hidden, column)));
		const cuts = this.#attackers.cuts(
			hidden,
			(need) => this.#pool.witness(need, this.#pattern) !== undefined
		);
		if (this.#addCuts(cuts) > 0) return false;
		const scope = this.#members.filter((cell) => this.#pattern[cell] === 1);
		const within = { pattern: this.#pattern, scope, pool: this.#pool };
		const unmet = this.#attackers.needsIn(hidden).filter((need) => !isMetWithin(need, within, this.#solver));
		if (unmet.length > 0) this.#isExact = false;
		for (const { cell } of unmet) this.#demandMore(cell);
		return unmet.length === 0;
	}

	/** Shares suffice but whole persons do not, and would not with less hidden: something that is shown must be hidden. */
	#demandMore(cell: number): void {
		const columns = this.#members.flatMap((other, column) =>
			this.#pattern[other] === 0 || other === cell ? [column] : []
		);
		const values = columns.map((column) => (this.#members[column] === cell ? -1 : 1));
		this.#master.addRow(columns, values, 0);
	}

	#chosen(hidden: Float64Array): Set<number> {
		return new Set(
			this.#members.filter((cell, column) => at(hidden, column) > 0.5 && !this.#problem.isUnknown[cell])
		);
	}
}

/** One column a cell: 1 when it is hidden. What is unknown whatever we do is hidden at no cost. */
function masterProgram(
	problem: SuppressionProblem,
	{ members, isUnknown }: { members: readonly number[]; isUnknown: Uint8Array }
) {
	// Cells of a group are hidden together, with cells of other parts, so the choice made for them stands.
	const isFixed = (cell: number) => at(problem.group, cell) >= 0;
	return {
		rows: 0,
		cost: Float64Array.from(members, (cell) => (problem.isUnknown[cell] ? 0 : at(problem.cost, cell))),
		lower: Float64Array.from(members, (cell) =>
			problem.isUnknown[cell] ? 1 : isFixed(cell) ? at(isUnknown, cell) : 0
		),
		upper: Float64Array.from(members, (cell) =>
			problem.isUnknown[cell] ? 1 : isFixed(cell) ? at(isUnknown, cell) : 1
		),
		starts: new Int32Array(members.length + 1),
		indices: new Int32Array(),
		values: new Float64Array()
	};
}
