import type { KeptStep, RoundStep } from '#lib/rounds/timetable.ts';
import { hasFailed, timetable, type PlannedStep } from '#lib/rounds/timetable.ts';
import { roundState, type Round, type RoundState } from '#lib/rounds/round.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality } from '../db/connection.ts';
import { planSteps } from './planTimetable.ts';
import { listRoundDays, type RoundDay } from './roundDayStore.ts';
import { findRound, lockRound } from './roundStore.ts';
import { listSteps } from './stepStore.ts';

export interface TimetableView {
	readonly round: Round;
	readonly state: RoundState;
	/** Whether the steps run by themselves; a proposal's are what they would be. */
	readonly isRunning: boolean;
	readonly steps: readonly (PlannedStep & Partial<KeptStep> & { readonly hasFailed: boolean })[];
	readonly days: readonly RoundDay[];
	/** Without a mail server nobody is reminded. */
	readonly hasMailServer: boolean;
}

export async function readTimetable(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<Result<TimetableView, 'unknown-round'>> {
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await findRound(sql, roundId);
		if (!round) return refused('unknown-round');
		const kept = await listSteps(sql, roundId);
		const steps =
			kept.length > 0
				? kept.map((step) => ({ ...step, hasFailed: hasFailed(step) }))
				: timetable(round).map((step) => ({ ...step, hasFailed: false }));
		return accepted({
			round,
			state: roundState(round, dayInSweden(application.clock.now())),
			isRunning: kept.length > 0,
			steps,
			days: await listRoundDays(sql, roundId),
			hasMailServer: Boolean(application.config.smtpUrl)
		});
	});
}

/** Tries a step that has failed at once, instead of after the queue's next pause. */
export async function retryStep(
	application: Application,
	actor: Actor,
	{ roundId, step }: { readonly roundId: string; readonly step: RoundStep }
): Promise<Result<null, 'not-allowed' | 'unknown-round' | 'not-failed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const { municipalityId } = actor;
	return await withMunicipality(application.database, municipalityId, async (sql) => {
		if (!(await lockRound(sql, roundId, 'for update'))) return refused('unknown-round');
		const failed = (await listSteps(sql, roundId)).find((each) => each.step === step && hasFailed(each));
		if (!failed) return refused('not-failed');
		await planSteps(sql, { municipalityId, roundId, steps: [failed] });
		await insertAuditEvent(sql, actor, {
			action: 'round-step-tried-again',
			subject: `${roundId}/${step}`,
			at: application.clock.now()
		});
		return accepted(null);
	});
}
