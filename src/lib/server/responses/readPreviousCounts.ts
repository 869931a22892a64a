import { previousCounts, type PreviousFigures } from '#lib/responses/previousCounts.ts';
import { askedPeriod } from '#lib/responses/askedPeriod.ts';
import type { Application } from '../application.ts';
import type { AnsweringLink } from './answeringLink.ts';

/**
 * What the unit answered to the same counts the time before, or null. Found by the pseudonym that the program has already
 * made to see whether the unit has answered: nothing is stored for it (docs/decisions/0070).
 */
export async function readPreviousCounts(
	{ instruments }: Pick<Application, 'instruments'>,
	{ instrument, unit, round, earlier, within }: AnsweringLink
): Promise<PreviousFigures | null> {
	if (!earlier) return null;
	const { municipalityId } = unit;
	const before = await instruments.find({ ...earlier, municipalityId }, within);
	if (!before) throw new Error('A stored answer has no questionnaire');
	const counts = previousCounts(instrument, { instrument: before, row: earlier.packed });
	if (counts.length === 0) return null;
	return { period: askedPeriod(before, round.year - 1).name, isLatestRound: earlier.isLatestRound, counts };
}
