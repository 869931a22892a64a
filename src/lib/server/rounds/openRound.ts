import { openedRound, type OpeningRefusal, type Round } from '#lib/rounds/round.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { refused, type Result, accepted } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { invitationBatch, inviteNextUnits } from '../invitations/inviteUnits.ts';
import { newFreeTextKey } from '../keys/freeTextKey.ts';
import { findMunicipality } from '../organisations/municipalityStore.ts';
import { countUnjudged } from './comparedRounds.ts';
import { moveTimetable, planTimetable } from './planTimetable.ts';
import { listAskedUnits, lockRound, markRoundOpened, updateRoundDays } from './roundStore.ts';
import { markStepDone } from './stepStore.ts';

/**
 * Opens a round that is held: its key for free text is made, and each unit gets a link in the outbox; in a large round the
 * first ones at once, and the rest in batches.
 * @param actor null when its day has come
 */
export async function openHeldRound(
	application: Application,
	sql: Sql,
	{ round, actor }: { readonly round: Round; readonly actor: Actor | null }
): Promise<Result<{ readonly invitations: number }, OpeningRefusal>> {
	const now = application.clock.now();
	const { roundId } = round;
	const units = await listAskedUnits(sql, roundId);
	// A round that is planned was judged then; what it is held against does not change.
	const unjudgedChanges = round.plannedAt ? 0 : await countUnjudged(sql, round);
	const circumstances = { today: dayInSweden(now), now, askedUnits: units.length, unjudgedChanges };
	const opening = openedRound(round, circumstances);
	if (!opening.ok) return opening;
	await markRoundOpened(sql, roundId, {
		at: now,
		sealedFreeTextKey: newFreeTextKey(application.keys, roundId)
	});
	const { municipalityId } = await findMunicipality(sql);
	await inviteNextUnits(application, sql, { municipalityId, round: opening.value, size: invitationBatch });
	await insertAuditEvent(sql, actor, { action: 'round-opened', subject: roundId, at: now });
	return accepted({ invitations: units.length });
}

/** Opens the round now, whatever day it was planned for: reminders are counted from today. All of it, or none of it. */
export async function openRound(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<Result<{ readonly invitations: number }, OpeningRefusal | 'unknown-round' | 'not-allowed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const { municipalityId } = actor;
	return await withMunicipality(application.database, municipalityId, async (sql) => {
		const round = await lockRound(sql, roundId, 'for update');
		if (!round) return refused('unknown-round');
		const opening = await openHeldRound(application, sql, { round, actor });
		if (!opening.ok) return opening;
		const now = application.clock.now();
		const opened = { ...round, opensOn: dayInSweden(now) };
		await updateRoundDays(sql, roundId, opened);
		if (round.plannedAt) await moveTimetable(sql, { municipalityId, round: opened, at: now });
		else await planTimetable(sql, { municipalityId, round: opened });
		await markStepDone(sql, { roundId, step: 'open', at: now });
		return opening;
	});
}
