import type { Round } from '#lib/rounds/round.ts';
import { movedSteps, timetable, type PlannedStep, type RoundTiming } from '#lib/rounds/timetable.ts';
import type { Sql } from '../db/connection.ts';
import { insertJob } from '../jobs/jobStore.ts';
import { listSteps, markStepSkipped, planStep } from './stepStore.ts';

interface Planned {
	readonly municipalityId: string;
	readonly roundId: string;
	readonly steps: readonly PlannedStep[];
}

/** Keeps the steps and sets the queue's alarms for them, in the transaction of what they follow from. */
export async function planSteps(sql: Sql, { municipalityId, roundId, steps }: Planned): Promise<void> {
	for (const { step, dueAt } of steps) {
		await planStep(sql, roundId, { step, dueAt });
		await insertJob(sql, {
			task: 'doRoundStep',
			payload: { municipalityId, roundId, step },
			runAt: dueAt,
			// The same key replaces the alarm of a day that has been moved.
			key: `round-step/${roundId}/${step}`
		});
	}
}

interface Timed {
	readonly municipalityId: string;
	readonly round: Pick<Round, 'roundId'> & RoundTiming;
}

export async function planTimetable(sql: Sql, { municipalityId, round }: Timed): Promise<void> {
	await planSteps(sql, { municipalityId, roundId: round.roundId, steps: timetable(round) });
}

/** Moves what is left of the timetable to the round's new days. */
export async function moveTimetable(
	sql: Sql,
	{ municipalityId, round, at }: Timed & { readonly at: Date }
): Promise<void> {
	const { roundId } = round;
	const { planned, dropped } = movedSteps(await listSteps(sql, roundId), timetable(round));
	await planSteps(sql, { municipalityId, roundId, steps: planned });
	for (const step of dropped) await markStepSkipped(sql, { roundId, step, at, reason: 'moved' });
}
