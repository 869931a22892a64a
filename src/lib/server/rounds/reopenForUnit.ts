import { z } from 'zod';
import { reopenedForUnit, underWay, type Reopening, type ReopeningRefusal } from '#lib/rounds/reopening.ts';
import type { Round } from '#lib/rounds/round.ts';
import { reopeningEnd } from '#lib/rounds/timetable.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { calendarDateSchema } from '#lib/shared/calendarDateSchema.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { hasAuditEvent, insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { issueInvitations } from '../invitations/issueInvitations.ts';
import { listLagesbilderOfRound } from '../lagesbild/lagesbildStore.ts';
import { wakeSending } from '../mail/wakeSending.ts';
import { splitByAnswer } from './doRoundStep.ts';
import { planSteps } from './planTimetable.ts';
import { insertReopening, listReopenings } from './reopeningStore.ts';
import { findRound, listAskedUnits, lockRound, type AskedUnit } from './roundStore.ts';

type NotYours = 'not-allowed' | 'unknown-round';

export interface ReopeningView {
	readonly round: Round;
	/** Those that had not answered at midnight, and may be given more time. */
	readonly waiting: readonly AskedUnit[];
	readonly reopenings: readonly (Reopening & { readonly unitName: string })[];
	readonly areAnswersSeen: boolean;
}

/** Which units could be given more time in a closed round, and which have been. */
export async function readReopening(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<Result<ReopeningView, NotYours>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const before = dayInSweden(application.clock.now());
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await findRound(sql, roundId);
		if (!round) return refused('unknown-round');
		const units = await listAskedUnits(sql, roundId);
		const reopenings = await listReopenings(sql, roundId);
		const open = new Set(underWay(reopenings).map(({ unitId }) => unitId));
		const { waiting } = await splitByAnswer(application, sql, open.size > 0 ? { round, before } : { round });
		const nameOf = new Map(units.map(({ unitId, name }) => [unitId, name]));
		return accepted({
			round,
			waiting: waiting.filter(({ unitId }) => !open.has(unitId)),
			reopenings: reopenings.map((each) => ({ ...each, unitName: nameOf.get(each.unitId) ?? '' })),
			areAnswersSeen: await areAnswersSeen(sql, roundId)
		});
	});
}

async function areAnswersSeen(sql: Sql, roundId: string): Promise<boolean> {
	if ((await listLagesbilderOfRound(sql, roundId)).length > 0) return true;
	return await hasAuditEvent(sql, { subject: roundId, actions: ['free-texts-read', 'table-plan-judged'] });
}

/** Which unit gets more time, to when and why, as a form sends it. */
export const reopeningSchema = z.object({
	unitId: z.uuid({ error: 'Välj en enhet' }),
	lastDay: calendarDateSchema,
	reason: z
		.string({ error: 'Skriv varför enheten får mer tid' })
		.trim()
		.min(1, { error: 'Skriv varför enheten får mer tid' })
		.max(1000, { error: 'Högst 1 000 tecken' })
});

/**
 * Gives one unit of a closed round more time. It gets a link of its own by post, its earlier links open again, and nobody
 * else's do; when its last day has ended the answers are mixed anew.
 */
export async function reopenForUnit(
	application: Application,
	actor: Actor,
	{ roundId, ...wanted }: z.infer<typeof reopeningSchema> & { readonly roundId: string }
): Promise<Result<null, ReopeningRefusal | NotYours>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const { municipalityId } = actor;
	const now = application.clock.now();
	return await withMunicipality(application.database, municipalityId, async (sql) => {
		const round = await lockRound(sql, roundId, 'for update');
		if (!round) return refused('unknown-round');
		const units = await listAskedUnits(sql, roundId);
		const unit = units.find(({ unitId }) => unitId === wanted.unitId);
		const { answered } = await splitByAnswer(application, sql, { round });
		const earlier = await listReopenings(sql, roundId);
		const reopening = reopenedForUnit(round, wanted, {
			today: dayInSweden(now),
			now,
			isAsked: unit !== undefined,
			hasAnswered: answered.some(({ unitId }) => unitId === wanted.unitId),
			areAnswersSeen: await areAnswersSeen(sql, roundId),
			earlier
		});
		if (!reopening.ok) return reopening;
		if (!unit) return refused('not-asked');
		await insertReopening(sql, roundId, reopening.value);
		const steps = [reopeningEnd([...underWay(earlier), reopening.value].map(({ lastDay }) => lastDay))];
		await planSteps(sql, { municipalityId, roundId, steps });
		const longer = { ...round, closesOn: wanted.lastDay };
		await issueInvitations(application, sql, { round: longer, units: [unit], kind: 'invitation' });
		await wakeSending(application, sql, municipalityId);
		const subject = `${roundId}/${wanted.unitId}`;
		await insertAuditEvent(sql, actor, { action: 'round-reopened', subject, at: now });
		return accepted(null);
	});
}
