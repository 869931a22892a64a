import { at } from '#lib/disclosure/solver/numbers.ts';

/**
 * The joint system as numbers: one variable a cell, one equation a relation (total − Σ parts = 0). Cells stand in the
 * order of their keys, so that the same tables give the same pattern whatever order they came in.
 */
export interface SuppressionProblem {
	readonly keys: readonly string[];
	readonly value: Float64Array;
	/** What the reader knows of a cell that is hidden, besides the equations. */
	readonly lower: Float64Array;
	readonly upper: Float64Array;
	/** Least value that the reader can tell from the lower bounds alone: a total of three cells that are at least 1 is at least 3. */
	readonly floor: Float64Array;
	/** 1 where the reader cannot read the number whatever we do: primary, hidden before, virtual. */
	readonly isUnknown: Uint8Array;
	/** 1 where the number may be hidden to protect another. */
	readonly mayHide: Uint8Array;
	/** 1 where the cell must be certified once it is unknown: all but virtual cells that are not sensitive. */
	readonly isGuarded: Uint8Array;
	/** 1 where, once it is hidden, it is enough that the cell can be another number, more or less. */
	readonly isLoose: Uint8Array;
	/** 1 where it is given up that the hidden cell can be less, when a cheaper pattern leaves no room for it. */
	readonly mayBeLeast: Uint8Array;
	/** How far above and below its value the cell must be able to lie when it is hidden; 1 unless a rule asks for more. */
	readonly above: Float64Array;
	readonly below: Float64Array;
	/** What it costs to hide the cell. */
	readonly cost: Float64Array;
	/** Cells of the same group (≥ 0) are hidden together; −1 for none. */
	readonly group: Int32Array;
	/** Equations by row and by cell, compressed. */
	readonly byRow: Incidence;
	readonly byCell: Incidence;
	/** The same system as those see it who know some of it; none when absent. */
	readonly insiders?: readonly InsiderProblem[];
}

/**
 * The problem as organisations see it that read the release with their own figures in hand. What is all theirs they
 * know, so no witness for another cell may move it; of the rest they know that it is at least what they put in.
 */
export interface InsiderProblem extends SuppressionProblem {
	readonly holders: readonly string[];
}

/** Compressed lists: entries of list i stand at starts[i] … starts[i + 1] − 1. */
export interface Incidence {
	readonly starts: Int32Array;
	readonly members: Int32Array;
	/** +1 for the total, −1 for a part. */
	readonly coefficients: Int32Array;
}

/** Whole-number change of cells that breaks no equation. */
export interface Move {
	readonly cells: Int32Array;
	/** Whole numbers. Amounts of money in small units do not fit in 32 bits. */
	readonly deltas: Float64Array;
}

export function incidence(lists: readonly (readonly (readonly [number, number])[])[]): Incidence {
	const starts = new Int32Array(lists.length + 1);
	lists.forEach((list, i) => {
		starts[i + 1] = (starts[i] ?? 0) + list.length;
	});
	const members = new Int32Array(starts.at(-1) ?? 0);
	const coefficients = members.slice();
	let place = 0;
	for (const list of lists)
		for (const [member, coefficient] of list) {
			members[place] = member;
			coefficients[place] = coefficient;
			place++;
		}
	return { starts, members, coefficients };
}

/** The lists of each of `size` members that name it, in ascending order. */
export function transposed(lists: Incidence, size: number): Incidence {
	const starts = new Int32Array(size + 1);
	for (const member of lists.members) starts[member + 1] = (starts[member + 1] ?? 0) + 1;
	for (let member = 0; member < size; member++)
		starts[member + 1] = (starts[member + 1] ?? 0) + at(starts, member);
	const next = starts.slice();
	const members = new Int32Array(lists.members.length);
	const coefficients = members.slice();
	for (let list = 0; list + 1 < lists.starts.length; list++)
		for (let k = at(lists.starts, list); k < at(lists.starts, list + 1); k++) {
			const member = at(lists.members, k);
			const place = at(next, member);
			members[place] = list;
			coefficients[place] = at(lists.coefficients, k);
			next[member] = place + 1;
		}
	return { starts, members, coefficients };
}
