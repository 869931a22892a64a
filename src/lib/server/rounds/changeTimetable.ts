import { z } from 'zod';
import {
	cancelledRound,
	movedRound,
	plannedRound,
	remindedRound,
	type CancellingRefusal,
	type MovingRefusal,
	type PlanningRefusal,
	type RemindersRefusal,
	type Round
} from '#lib/rounds/round.ts';
import type { ReminderDays } from '#lib/rounds/reminderDays.ts';
import { roundDayKinds } from '#lib/rounds/roundDays.ts';
import type { roundDaysFormSchema } from '#lib/rounds/roundDaysSchema.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { calendarDateSchema } from '#lib/shared/calendarDateSchema.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { withdrawInvitations } from '../invitations/invitationStore.ts';
import { cancelMessagesOfRound } from '../mail/outboxStore.ts';
import { eraseAnswers } from '../responses/endAnswering.ts';
import { deleteMarksOfRound } from './answeringMarkStore.ts';
import { countUnjudged } from './comparedRounds.ts';
import { planRetention } from './planRetention.ts';
import { moveTimetable, planTimetable } from './planTimetable.ts';
import { upsertRoundDays } from './roundDayStore.ts';
import {
	listAskedUnits,
	lockRound,
	markRoundCancelled,
	markRoundPlanned,
	updateReminders,
	updateRoundDays
} from './roundStore.ts';
import { skipStepsLeft } from './stepStore.ts';

type NotYours = 'unknown-round' | 'not-allowed';

/** One transition of a round that is held, by the samordnare. */
async function inHeldRound<Refusal extends string>(
	application: Application,
	{ actor, roundId }: { readonly actor: Actor; readonly roundId: string },
	work: (sql: Sql, round: Round) => Promise<Result<null, Refusal>>
): Promise<Result<null, Refusal | NotYours>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await lockRound(sql, roundId, 'for update');
		return round ? await work(sql, round) : refused('unknown-round');
	});
}

/** Lets the timetable run: from here on the round opens, reminds and closes by itself. */
export async function planRound(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<Result<null, PlanningRefusal | NotYours>> {
	const now = application.clock.now();
	return await inHeldRound(application, { actor, roundId }, (sql, round) =>
		planHeldRound(sql, actor, { round, now })
	);
}

/** As `planRound`, of a round that the transaction holds or has made. */
export async function planHeldRound(
	sql: Sql,
	actor: Actor,
	{ round, now }: { readonly round: Round; readonly now: Date }
): Promise<Result<null, PlanningRefusal>> {
	const { roundId } = round;
	const { length: askedUnits } = await listAskedUnits(sql, roundId);
	const unjudgedChanges = await countUnjudged(sql, round);
	const planning = plannedRound(round, { today: dayInSweden(now), now, askedUnits, unjudgedChanges });
	if (!planning.ok) return planning;
	await markRoundPlanned(sql, roundId, now);
	await planTimetable(sql, { municipalityId: actor.municipalityId, round });
	await insertAuditEvent(sql, actor, { action: 'round-planned', subject: roundId, at: now });
	return accepted(null);
}

/** The days of answering as a form sends them. */
export const roundDaysSchema = z.object({ opensOn: calendarDateSchema, closesOn: calendarDateSchema });

/** Moves the days of answering, and what is left of the timetable with them. */
export async function moveRound(
	application: Application,
	actor: Actor,
	{ roundId, days }: { readonly roundId: string; readonly days: z.infer<typeof roundDaysSchema> }
): Promise<Result<null, MovingRefusal | NotYours>> {
	const now = application.clock.now();
	return await inHeldRound(application, { actor, roundId }, async (sql, round) => {
		const moving = movedRound(round, days, dayInSweden(now));
		if (!moving.ok) return moving;
		await updateRoundDays(sql, roundId, days);
		if (round.plannedAt) {
			await moveTimetable(sql, { municipalityId: actor.municipalityId, round: moving.value, at: now });
		}
		await insertAuditEvent(sql, actor, { action: 'round-moved', subject: roundId, at: now });
		return accepted(null);
	});
}

/** Sets when those who have not answered are reminded, and moves the reminders that are left. */
export async function changeReminders(
	application: Application,
	actor: Actor,
	{ roundId, reminders }: { readonly roundId: string; readonly reminders: ReminderDays }
): Promise<Result<null, RemindersRefusal | NotYours>> {
	const now = application.clock.now();
	return await inHeldRound(application, { actor, roundId }, async (sql, round) => {
		const changing = remindedRound(round, reminders);
		if (!changing.ok) return changing;
		await updateReminders(sql, roundId, reminders);
		if (round.plannedAt) {
			await moveTimetable(sql, { municipalityId: actor.municipalityId, round: changing.value, at: now });
		}
		await insertAuditEvent(sql, actor, { action: 'round-moved', subject: roundId, at: now });
		return accepted(null);
	});
}

/** Sets the days of the work after the answers. */
export async function saveRoundDays(
	application: Application,
	actor: Actor,
	{ roundId, days }: { readonly roundId: string; readonly days: z.infer<typeof roundDaysFormSchema> }
): Promise<Result<null, NotYours>> {
	return await inHeldRound(application, { actor, roundId }, async (sql) => {
		await upsertRoundDays(
			sql,
			roundId,
			roundDayKinds.map((kind) => ({ kind, day: days[kind] }))
		);
		await insertAuditEvent(sql, actor, {
			action: 'round-moved',
			subject: roundId,
			at: application.clock.now()
		});
		return accepted(null);
	});
}

/** Why a round is called off, as a form sends it. */
export const cancellingSchema = z.object({
	reason: z
		.string({ error: 'Skriv varför omgången ställs in' })
		.trim()
		.min(1, { error: 'Skriv varför omgången ställs in' })
		.max(1000, { error: 'Högst 1 000 tecken' })
});

/** Calls the round off: the links open nothing any more, and what has been answered is deleted unread. */
export async function cancelRound(
	application: Application,
	actor: Actor,
	{ roundId, reason }: { readonly roundId: string; readonly reason: string }
): Promise<Result<null, CancellingRefusal | NotYours>> {
	const now = application.clock.now();
	return await inHeldRound(application, { actor, roundId }, async (sql, round) => {
		const cancelling = cancelledRound(round, { reason, now });
		if (!cancelling.ok) return cancelling;
		await markRoundCancelled(sql, roundId, { at: now, reason });
		await withdrawInvitations(sql, roundId, dayInSweden(now));
		await eraseAnswers(sql, roundId);
		await deleteMarksOfRound(sql, roundId);
		await cancelMessagesOfRound(sql, roundId, now);
		await skipStepsLeft(sql, { roundId, at: now, reason: 'round-cancelled', but: [] });
		await planRetention(sql, { municipalityId: actor.municipalityId, roundId });
		await insertAuditEvent(sql, actor, { action: 'round-cancelled', subject: roundId, at: now });
		return accepted(null);
	});
}
