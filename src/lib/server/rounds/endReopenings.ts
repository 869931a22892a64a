import { underWay } from '#lib/rounds/reopening.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { cancelMessagesOfRound } from '../mail/outboxStore.ts';
import { endAnswering } from '../responses/endAnswering.ts';
import { listReopenings, markReopeningsEnded } from './reopeningStore.ts';
import { lockRound } from './roundStore.ts';
import { markStepDone } from './stepStore.ts';

/**
 * Ends the time that units of a round that is held were given: what has been begun is deleted, and all answers are written
 * anew in random order, so that the late ones are not known by where they lie.
 */
export async function endHeldReopenings(
	application: Application,
	sql: Sql,
	{ roundId, actor }: { readonly roundId: string; readonly actor: Actor | null }
): Promise<Result<null, 'not-reopened'>> {
	if (underWay(await listReopenings(sql, roundId)).length === 0) return refused('not-reopened');
	const at = application.clock.now();
	await markReopeningsEnded(sql, roundId, at);
	await endAnswering(sql, roundId);
	await cancelMessagesOfRound(sql, roundId, at);
	await insertAuditEvent(sql, actor, { action: 'reopening-ended', subject: roundId, at });
	return accepted(null);
}

/** Ends them now, whatever days they were to last. */
export async function endReopeningsNow(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<Result<null, 'not-reopened' | 'not-allowed' | 'unknown-round'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		if (!(await lockRound(sql, roundId, 'for update'))) return refused('unknown-round');
		const ending = await endHeldReopenings(application, sql, { roundId, actor });
		if (ending.ok) await markStepDone(sql, { roundId, step: 'close-reopened', at: application.clock.now() });
		return ending;
	});
}
