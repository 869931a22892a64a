import type { LinearProgram } from './linearSolver.ts';
import { at } from './numbers.ts';

/** Rounds over all equations at most; what they leave is for the linear programs. */
const mostRounds = 20;

interface Term {
	readonly column: number;
	readonly sign: number;
}

/**
 * Narrows the bounds of each column to what single equations allow: a part is at most its total less what the other
 * parts are at least. Costs nothing, and settles most of what a reader can compute.
 * Undefined when the equations contradict each other.
 */
export function tightenBounds(program: LinearProgram): LinearProgram | undefined {
	const lower = program.lower.slice();
	const upper = program.upper.slice();
	const rows = termsByRow(program);
	for (let round = 0, changed = true; round < mostRounds && changed; round++) {
		changed = false;
		rows.forEach((terms, row) => {
			for (const term of terms) {
				const [low, high] = implied(terms, { term, rightSide: program.rightSide?.[row] ?? 0, lower, upper });
				if (low > at(lower, term.column)) {
					lower[term.column] = low;
					changed = true;
				}
				if (high < at(upper, term.column)) {
					upper[term.column] = high;
					changed = true;
				}
			}
		});
	}
	if (lower.some((low, column) => low > at(upper, column))) return undefined;
	return { ...program, lower, upper };
}

/** sign·x = right side − the other terms, each as small or as large as it can be. */
function implied(
	terms: readonly Term[],
	{
		term,
		rightSide,
		lower,
		upper
	}: { term: Term; rightSide: number; lower: Float64Array; upper: Float64Array }
): [number, number] {
	let least = rightSide;
	let most = rightSide;
	for (const { column, sign } of terms) {
		if (column === term.column) continue;
		least -= sign > 0 ? at(upper, column) : -at(lower, column);
		most -= sign > 0 ? at(lower, column) : -at(upper, column);
	}
	return term.sign > 0 ? [least, most] : [-most, -least];
}

function termsByRow({ rows, starts, indices, values }: LinearProgram): Term[][] {
	const terms: Term[][] = Array.from({ length: rows }, () => []);
	for (let column = 0; column + 1 < starts.length; column++)
		for (let k = at(starts, column); k < at(starts, column + 1); k++)
			terms[at(indices, k)]?.push({ column, sign: at(values, k) });
	return terms;
}
