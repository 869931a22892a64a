import type { Variable } from '#lib/instruments/instrument.ts';
import { breakdownAnswers, breakdownsOf } from './breakdowns.ts';
import { isTooFewToSplit, thresholdOf } from './fewKnown.ts';
import { knownOf } from './known.ts';
import type { SectorRound } from './unitAnswers.ts';

/**
 * Whether a count would tell of few in another count that the same breakdown splits. A breakdown of adults and children
 * together is shown from twice the threshold on, so its absence tells that they are fewer: beside 8 adults there is
 * then at most 1 child. Where it is absent and one of its counts is of few, the others are therefore withheld. Not those
 * of nobody where zeros are always shown: whoever reads that something is hidden reads that it is somebody.
 */
export function isBesideFew(round: SectorRound, variable: Variable): boolean {
	if (!round.hidesZeros && knownOf(round, variable).sum === 0) return false;
	const threshold = thresholdOf(round);
	const isOfFew = (count: Variable): boolean => {
		const { sum } = knownOf(round, count);
		return sum > 0 && sum < threshold;
	};
	return breakdownsOf(round)
		.filter(({ parents }) => parents.length > 1 && parents.some(({ code }) => code === variable.code))
		.filter(({ parents }) => !isOfFew(variable) && parents.some(isOfFew))
		.map((breakdown) => breakdownAnswers(round, breakdown))
		.some(({ parentValues, totals }) => isTooFewToSplit(round, { whole: parentValues, part: totals }));
}
