import { openedRound, type OpeningRefusal } from '#lib/rounds/round.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality } from '../db/connection.ts';
import { issueInvitations } from '../invitations/issueInvitations.ts';
import { newFreeTextKey } from '../keys/freeTextKey.ts';
import { wakeSending } from '../mail/wakeSending.ts';
import { listAskedUnits, lockRound, markRoundOpened } from './roundStore.ts';

/** Opens the round: its key for free text is made, and each unit gets a link in the outbox. All of it, or none of it. */
export async function openRound(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<Result<{ readonly invitations: number }, OpeningRefusal | 'unknown-round' | 'not-allowed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const now = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await lockRound(sql, roundId, 'for update');
		if (!round) return refused('unknown-round');
		const units = await listAskedUnits(sql, roundId);
		const opening = openedRound(round, { today: dayInSweden(now), now, askedUnits: units.length });
		if (!opening.ok) return opening;
		const sealedFreeTextKey = newFreeTextKey(application.keys, roundId);
		await markRoundOpened(sql, roundId, { at: now, sealedFreeTextKey });
		await issueInvitations(application, sql, { round: opening.value, units });
		await wakeSending(application, sql, actor.municipalityId);
		await insertAuditEvent(sql, actor, { action: 'round-opened', subject: roundId, at: now });
		return accepted({ invitations: units.length });
	});
}
