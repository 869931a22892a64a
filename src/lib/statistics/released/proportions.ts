/** A number of units out of those that answered, who are some or all of those that were asked. */
export interface Proportion {
	readonly part: number;
	readonly answered: number;
	readonly asked: number;
}

/** Both ends included, as shares between 0 and 1. */
export interface ShareInterval {
	readonly low: number;
	readonly high: number;
}

/** The normal distribution's point with 2.5 per cent above it: intervals of 95 per cent. */
const z95 = 1.959964;

/**
 * Wilson's score interval for a share. All units were asked, so chance is in who answered: with the finite population
 * correction (N − n) / (N − 1) nothing is left to chance when everybody did.
 */
export function wilsonInterval({ part, answered, asked }: Proportion): ShareInterval {
	const z2 = z95 * z95 * finiteCorrection(answered, asked);
	const middle = part + z2 / 2;
	const spread = Math.sqrt(z2 * ((part * (answered - part)) / answered + z2 / 4));
	return {
		low: Math.max(0, (middle - spread) / (answered + z2)),
		high: Math.min(1, (middle + spread) / (answered + z2))
	};
}

function finiteCorrection(answered: number, asked: number): number {
	if (!Number.isFinite(asked)) return 1;
	const population = Math.max(asked, answered);
	return population > 1 ? (population - answered) / (population - 1) : 0;
}

/**
 * The interval of the difference between two shares, by Newcombe's method of the two Wilson intervals. That most units
 * are the same in both makes the true interval narrower, so what it calls a change is one.
 */
export function differenceInterval(before: Proportion, now: Proportion): ShareInterval {
	const [earlier, later] = [wilsonInterval(before), wilsonInterval(now)];
	const [was, is] = [before.part / before.answered, now.part / now.answered];
	return {
		low: is - was - Math.hypot(is - later.low, earlier.high - was),
		high: is - was + Math.hypot(later.high - is, was - earlier.low)
	};
}

/** What may be said of a difference: nothing more than what exceeds chance. */
export type ChangeVerdict = 'none' | 'chance' | 'more' | 'fewer';

export function verdictOnShares(before: Proportion, now: Proportion): ChangeVerdict {
	const { low, high } = differenceInterval(before, now);
	if (before.part * now.answered === now.part * before.answered) return 'none';
	if (low > 0) return 'more';
	return high < 0 ? 'fewer' : 'chance';
}

/**
 * Two numbers of persons of the same units. If nothing has changed each person is as likely to be one of the first as of
 * the second, so the second's share of both together has a Wilson interval with one half in it.
 */
export function verdictOnCounts(before: number, now: number): ChangeVerdict {
	if (before === now) return 'none';
	const { low, high } = wilsonInterval({ part: now, answered: before + now, asked: Infinity });
	if (low > 1 / 2) return 'more';
	return high < 1 / 2 ? 'fewer' : 'chance';
}

/**
 * Whether one unit can carry the change alone: without each year's largest unit the others' sums are the same, or have
 * changed the other way.
 */
export function isCarriedByOneUnit(
	before: { readonly sum: number; readonly largest: number },
	now: { readonly sum: number; readonly largest: number }
): boolean {
	const change = now.sum - before.sum;
	const ofOthers = now.sum - now.largest - (before.sum - before.largest);
	return change !== 0 && change * ofOthers <= 0;
}
