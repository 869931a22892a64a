/** Two counts of distinct persons in the same population, and how many are in both. */
export interface TwoSources {
	readonly one: number;
	readonly other: number;
	readonly both: number;
}

/** A number of persons in whole, with the ends of its 95 % interval. */
export interface PersonEstimate {
	readonly estimate: number;
	readonly least: number;
	readonly most: number;
}

/** The standard normal quantile of a two-sided interval of 95 %. */
const z = 1.959964;

/**
 * How many persons there are in all, those that neither source knows of included: Chapman's estimator (1951), which is
 * unbiased where one + other is at least the number of persons, with Seber's variance (1970). The interval is
 * log-normal in the number of unknown persons (Burnham and others 1987), so that it never ends under the number known.
 *
 * @throws RangeError when a number is not whole, is negative, or more are in both than in one of them
 */
export function chapmanEstimate({ one, other, both }: TwoSources): PersonEstimate {
	if (![one, other, both].every((number) => Number.isInteger(number) && number >= 0))
		throw new RangeError('Numbers of persons are whole');
	if (both > Math.min(one, other)) throw new RangeError('More in both than in one of them');
	const known = one + other - both;
	const all = ((one + 1) * (other + 1)) / (both + 1) - 1;
	const unknown = all - known;
	if (unknown <= 0) return { estimate: known, least: known, most: known };
	const variance = ((one + 1) * (other + 1) * (one - both) * (other - both)) / ((both + 1) ** 2 * (both + 2));
	const spread = Math.exp(z * Math.sqrt(Math.log(1 + variance / unknown ** 2)));
	return {
		estimate: Math.round(all),
		least: Math.floor(known + unknown / spread),
		most: Math.ceil(known + unknown * spread)
	};
}
