import { previousCounts, type PreviousFigures } from '#lib/responses/previousCounts.ts';
import type { Sql } from '../db/connection.ts';
import { findInstrument } from '../rounds/questionnaireStore.ts';
import type { AnsweringLink } from './answeringLink.ts';
import { findEarlierResponse } from './responseStore.ts';

/**
 * What the unit answered to the same counts the time before, or null. Found by the pseudonym that the program has already
 * made to see whether the unit has answered: nothing is stored for it (docs/decisions/0070).
 */
export async function readPreviousCounts(sql: Sql, link: AnsweringLink): Promise<PreviousFigures | null> {
	const { instrument, unit, round } = link;
	const { year } = round;
	const earlier = await findEarlierResponse(sql, {
		seriesId: unit.seriesId,
		beforeYear: year,
		pseudonym: link.pseudonym
	});
	if (!earlier) return null;
	const before = await findInstrument(sql, earlier.roundId, earlier.sector);
	if (!before) throw new Error('A stored answer has no questionnaire');
	const counts = previousCounts(instrument, { instrument: before, row: earlier.packed });
	if (counts.length === 0) return null;
	return { period: before.parameters['ar'] ?? year - 1, isLatestRound: earlier.isLatestRound, counts };
}
