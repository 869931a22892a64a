import { closedRound, type ClosingRefusal, type Round } from '#lib/rounds/round.ts';
import { nextPostMoment } from '#lib/rounds/timetable.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { cancelMessagesOfRound } from '../mail/outboxStore.ts';
import { findMunicipality } from '../organisations/municipalityStore.ts';
import { endAnswering } from '../responses/endAnswering.ts';
import { planRetention } from './planRetention.ts';
import { planSteps } from './planTimetable.ts';
import { lockRound, markRoundClosed } from './roundStore.ts';
import { markStepDone, skipStepsLeft } from './stepStore.ts';

/**
 * Closes a round that is held, for good: unfinished drafts and the links in letters are deleted, and what has been answered
 * is written anew in random order.
 * @param actor null when its last day has ended
 */
export async function closeHeldRound(
	application: Application,
	sql: Sql,
	{ round, actor }: { readonly round: Round; readonly actor: Actor | null }
): Promise<Result<null, ClosingRefusal>> {
	const now = application.clock.now();
	const { roundId } = round;
	const closing = closedRound(round, now);
	if (!closing.ok) return closing;
	await markRoundClosed(sql, roundId, now);
	await endAnswering(sql, roundId);
	await cancelMessagesOfRound(sql, roundId, now);
	await markStepDone(sql, { roundId, step: 'close', at: now });
	await skipStepsLeft(sql, { roundId, at: now, reason: 'round-closed', but: [] });
	const { municipalityId } = await findMunicipality(sql);
	await planSteps(sql, { municipalityId, roundId, steps: [{ step: 'thank', dueAt: nextPostMoment(now) }] });
	await planRetention(sql, { municipalityId, roundId });
	await insertAuditEvent(sql, actor, { action: 'round-closed', subject: roundId, at: now });
	return accepted(null);
}

/** Closes the round now, whatever day it was to end. */
export async function closeRound(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<Result<null, ClosingRefusal | 'unknown-round' | 'not-allowed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await lockRound(sql, roundId, 'for update');
		if (!round) return refused('unknown-round');
		return await closeHeldRound(application, sql, { round, actor });
	});
}
