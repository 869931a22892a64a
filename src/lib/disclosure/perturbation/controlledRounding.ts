import { connectedTo } from '#lib/disclosure/search/connectedTo.ts';
import type { IndicatorCell } from '#lib/disclosure/tables/indicatorTable.ts';
import type { JointSystem } from '#lib/disclosure/jointSystem.ts';
import type { LinearProgram, LinearSolver } from '#lib/disclosure/solver/linearSolver.ts';
import { columnMatrix, type ColumnTerms } from '#lib/disclosure/solver/columnMatrix.ts';
import { at, entry } from '#lib/disclosure/solver/numbers.ts';
import type { Perturbation } from './perturbation.ts';
import { wholeSolution } from '#lib/disclosure/solver/wholeSolution.ts';

export type RoundingBase = 3 | 5;

/** A sum that can be no multiple next to its value costs as much as so many others that are rounded the longer way. */
const pricePerStep = 100;

/**
 * Controlled rounding: every number becomes one of the two multiples of the base around it, multiples stay, and all sums
 * still add up, with as little change as can be found. Where no such rounding exists, as may happen from three
 * dimensions on, sums go farther, and `reach` tells how far. Cells that are not printed take any value from 0 up, so that
 * a printed part is never more than its sum.
 * @throws {RangeError} when the search for whole multiples gives up.
 */
export function roundedNumbers(
	system: JointSystem,
	{ base, isPrinted }: { base: RoundingBase; isPrinted: (key: string) => boolean },
	solver: LinearSolver
): Perturbation {
	const published = new Map<string, number>();
	const left = new Set(system.cells.map(({ key }) => key));
	const totals = new Set(system.relations.map(({ total }) => total));
	let reachOfSums: number = base - 1;
	for (const key of left) {
		const part = connectedTo([key], system);
		for (const cell of part.cells) left.delete(cell.key);
		if (!part.cells.some((cell) => isPrinted(cell.key))) continue;
		const { program, columns, leading } = roundingProgram(part, { base, isPrinted });
		const solution = wholeSolution(program, leading, solver);
		if (!solution) throw new RangeError(`No rounding was found around ${key}`);
		for (const [i, cell] of part.cells.entries()) {
			if (!isPrinted(cell.key)) continue;
			const [up = 0, more = 0, less = 0] = [0, 1, 2].map((k) => at(solution, (columns[i] ?? 0) + k));
			const number = base * (Math.floor(cell.value / base) + Math.round(up + more - less));
			published.set(cell.key, number);
			reachOfSums = Math.max(reachOfSums, Math.abs(number - cell.value));
		}
	}
	return { published, reach: (key) => (totals.has(key) ? reachOfSums : base - 1) };
}

interface Column {
	readonly cell: number;
	readonly sign: 1 | -1;
	readonly cost: number;
	readonly lower: number;
	readonly upper: number;
}

/**
 * In units of the base. A printed cell has three columns: rounded up or not, further steps up, and down. Any other has
 * one that is free from 0 up.
 */
function roundingProgram(
	{ cells, relations }: JointSystem,
	{ base, isPrinted }: { base: RoundingBase; isPrinted: (key: string) => boolean }
): { program: LinearProgram; columns: number[]; leading: number[] } {
	const totals = new Set(relations.map(({ total }) => total));
	const own = cells.map((cell, i) =>
		isPrinted(cell.key)
			? printedColumns(cell, { cell: i, base, isTotal: totals.has(cell.key) })
			: [{ cell: i, sign: 1 as const, cost: 0, lower: 0, upper: Infinity }]
	);
	const columns: number[] = [];
	own.reduce((start, list) => (columns.push(start), start + list.length), 0);
	const place = new Map(cells.map(({ key }, i) => [key, i]));
	const terms: [row: number, coefficient: number][][] = cells.map(() => []);
	const rightSide = new Float64Array(relations.length);
	relations.forEach(({ total, parts }, row) => {
		for (const [key, coefficient] of [[total, 1] as const, ...parts.map((part) => [part, -1] as const)]) {
			const i = entry(place, key);
			terms[i]?.push([row, coefficient]);
			if (isPrinted(key))
				rightSide[row] = at(rightSide, row) - coefficient * Math.floor((cells[i]?.value ?? 0) / base);
		}
	});
	// Sums can go as far as their parts lead them, so the parts are settled and the sums follow.
	const leading = columns.filter(
		(_, i) => !totals.has(cells[i]?.key ?? '') && isPrinted(cells[i]?.key ?? '')
	);
	return { columns, leading, program: { ...matrixOf(own.flat(), terms), rows: relations.length, rightSide } };
}

function printedColumns(
	{ value }: IndicatorCell,
	{ cell, base, isTotal }: { cell: number; base: number; isTotal: boolean }
): Column[] {
	const rest = value % base;
	const steps = isTotal && value > 0 ? Infinity : 0;
	return [
		{ cell, sign: 1, cost: base - 2 * rest, lower: 0, upper: rest > 0 ? 1 : 0 },
		{ cell, sign: 1, cost: pricePerStep * base, lower: 0, upper: steps },
		{ cell, sign: -1, cost: pricePerStep * base, lower: 0, upper: Math.min(steps, Math.floor(value / base)) }
	];
}

function matrixOf(columns: readonly Column[], terms: readonly ColumnTerms[]): Omit<LinearProgram, 'rows'> {
	const entries = columns.map(({ cell, sign }) =>
		(terms[cell] ?? []).map(([row, coefficient]) => [row, sign * coefficient] as const)
	);
	return {
		cost: Float64Array.from(columns, ({ cost }) => cost),
		lower: Float64Array.from(columns, ({ lower }) => lower),
		upper: Float64Array.from(columns, ({ upper }) => upper),
		...columnMatrix(entries)
	};
}
