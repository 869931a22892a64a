import { previousCounts, type PreviousCount } from '#lib/responses/previousCounts.ts';
import type { Sql } from '../db/connection.ts';
import { findInstrument } from '../rounds/questionnaireStore.ts';
import type { AnsweringLink } from './answeringLink.ts';
import { findEarlierResponse } from './responseStore.ts';

/** The unit's own figures of an earlier round. */
export interface PreviousFigures {
	/** The year that the figures are about. */
	readonly period: number | string;
	readonly counts: readonly PreviousCount[];
}

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
	return counts.length === 0 ? null : { period: before.parameters['ar'] ?? year - 1, counts };
}
