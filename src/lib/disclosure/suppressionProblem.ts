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
	/** How far above its value the cell must be able to lie when it is hidden; 1 unless a rule asks for more. */
	readonly distance: Float64Array;
	/** What it costs to hide the cell. */
	readonly cost: Float64Array;
	/** Cells of the same group (≥ 0) are hidden together; −1 for none. */
	readonly group: Int32Array;
	/** Equations by row and by cell, compressed. */
	readonly byRow: Incidence;
	readonly byCell: Incidence;
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
	readonly deltas: Int32Array;
}

export function incidence(lists: readonly (readonly (readonly [number, number])[])[]): Incidence {
	const starts = new Int32Array(lists.length + 1);
	lists.forEach((list, i) => {
		starts[i + 1] = (starts[i] ?? 0) + list.length;
	});
	const flat = lists.flat();
	return {
		starts,
		members: Int32Array.from(flat, ([member]) => member),
		coefficients: Int32Array.from(flat, ([, coefficient]) => coefficient)
	};
}

export function transposed(
	rows: readonly (readonly (readonly [number, number])[])[],
	size: number
): Incidence {
	const lists: [number, number][][] = Array.from({ length: size }, () => []);
	rows.forEach((row, r) => {
		for (const [member, coefficient] of row) lists[member]?.push([r, coefficient]);
	});
	return incidence(lists);
}
