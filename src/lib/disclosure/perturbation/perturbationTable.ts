/** How the noise of cell keys is drawn: what may be added to a count, with the probability of each. */
export interface PerturbationTable {
	/** No count is changed by more. */
	readonly reach: number;
	/** For the count n the row min(n, last); row 0 changes nothing. */
	readonly rows: readonly (readonly PerturbationStep[])[];
}

export interface PerturbationStep {
	readonly change: number;
	readonly probability: number;
}

export interface NoiseTerms {
	/** Largest change, D. */
	readonly reach: number;
	/** Variance of the change, V. */
	readonly variance: number;
	/** Numbers from 1 to this are never printed. */
	readonly suppressed: number;
}

/** As in population statistics: off by 1–2 as a rule, never by more than 5, and 1 and 2 are never printed. */
export const defaultNoise: NoiseTerms = { reach: 5, variance: 3, suppressed: 2 };

/**
 * The table of greatest entropy with mean 0 and the variance given, so that a printed number tells as little as possible of
 * the true one while sums are right on average (Giessing 2016; the R package ptable). 0 stays 0, nothing becomes negative.
 * @throws {RangeError} when no distribution has these terms.
 */
export function perturbationTable({
	reach,
	variance,
	suppressed
}: NoiseTerms = defaultNoise): PerturbationTable {
	const last = reach + suppressed + 1;
	const rows = Array.from({ length: last + 1 }, (_, count) => {
		if (count === 0) return [{ change: 0, probability: 1 }];
		const changes = Array.from({ length: 2 * reach + 1 }, (__, i) => i - reach).filter((change) => {
			const printed = count + change;
			return printed === 0 || printed > suppressed;
		});
		return greatestEntropy(changes, variance);
	});
	return { reach, rows };
}

/** Newton steps at most; some ten are needed. */
const mostSteps = 200;

/** p(d) ∝ exp(a·d + b·d²), with a and b such that the mean is 0 and the variance is right: a convex problem, by Newton's method. */
function greatestEntropy(changes: readonly number[], variance: number): PerturbationStep[] {
	let [a, b] = [0, 0];
	for (let step = 0; step < mostSteps; step++) {
		const steps = distribution(changes, a, b);
		const moment = (power: number) =>
			steps.reduce((sum, { change, probability }) => sum + probability * change ** power, 0);
		const [m1, m2, m3, m4] = [moment(1), moment(2), moment(3), moment(4)];
		const [errorOfMean, errorOfVariance] = [m1, m2 - variance];
		if (Math.abs(errorOfMean) + Math.abs(errorOfVariance) < 1e-12) return steps;
		const [aa, ab, bb] = [m2 - m1 * m1, m3 - m1 * m2, m4 - m2 * m2];
		const determinant = aa * bb - ab * ab;
		if (!(determinant > 1e-14)) break;
		const [da, db] = [
			(bb * errorOfMean - ab * errorOfVariance) / determinant,
			(aa * errorOfVariance - ab * errorOfMean) / determinant
		];
		// Far from the solution the full step overshoots.
		const share = Math.min(1, 1 / Math.max(Math.abs(da), 4 * Math.abs(db)));
		[a, b] = [a - share * da, b - share * db];
	}
	throw new RangeError(`No noise on ${changes.join(', ')} has mean 0 and variance ${variance}`);
}

function distribution(changes: readonly number[], a: number, b: number): PerturbationStep[] {
	const exponents = changes.map((change) => a * change + b * change * change);
	const largest = Math.max(...exponents);
	const weights = exponents.map((exponent) => Math.exp(exponent - largest));
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	return changes.map((change, i) => ({ change, probability: (weights[i] ?? 0) / total }));
}
