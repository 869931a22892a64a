import { closedRound, type ClosingRefusal } from '#lib/rounds/round.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality } from '../db/connection.ts';
import { cancelMessagesOfRound } from '../mail/outboxStore.ts';
import { endAnswering } from '../responses/endAnswering.ts';
import { lockRound, markRoundClosed } from './roundStore.ts';

/**
 * Closes the round for good: unfinished drafts and the links in letters are deleted, and what has been answered is
 * written anew in random order.
 */
export async function closeRound(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<Result<null, ClosingRefusal | 'unknown-round' | 'not-allowed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const now = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await lockRound(sql, roundId, 'for update');
		if (!round) return refused('unknown-round');
		const closing = closedRound(round, now);
		if (!closing.ok) return closing;
		await markRoundClosed(sql, roundId, now);
		await endAnswering(sql, roundId);
		await cancelMessagesOfRound(sql, roundId, now);
		await insertAuditEvent(sql, actor, { action: 'round-closed', subject: roundId, at: now });
		return accepted(null);
	});
}
