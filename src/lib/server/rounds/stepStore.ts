import type { KeptStep, PlannedStep, RoundStep, SkipReason } from '#lib/rounds/timetable.ts';
import type { Sql } from '../db/connection.ts';

function stepColumns(sql: Sql) {
	return sql`step, due_at as "dueAt", done_at as "doneAt", skipped_at as "skippedAt", skip_reason as "skipReason",
		attempts, failed_at as "failedAt"`;
}

export async function listSteps(sql: Sql, roundId: string): Promise<KeptStep[]> {
	return await sql<KeptStep[]>`
		select ${stepColumns(sql)} from round_step
		where municipality_id = current_municipality() and round_id = ${roundId} order by due_at, step`;
}

/** Plans the step, or plans it anew: as if it had been neither done nor skipped. */
export async function planStep(sql: Sql, roundId: string, { step, dueAt }: PlannedStep): Promise<void> {
	await sql`
		insert into round_step (municipality_id, round_id, step, due_at)
		values (current_municipality(), ${roundId}, ${step}, ${dueAt})
		on conflict (municipality_id, round_id, step) do update
			set due_at = excluded.due_at, done_at = null, skipped_at = null, skip_reason = null, attempts = 0, failed_at = null`;
}

/** Holds a step that is due and neither done nor skipped; null when there is none or somebody else is doing it. */
export async function holdDueStep(
	sql: Sql,
	{ roundId, step, at }: { readonly roundId: string; readonly step: RoundStep; readonly at: Date }
): Promise<KeptStep | null> {
	const [row] = await sql<KeptStep[]>`
		select ${stepColumns(sql)} from round_step
		where municipality_id = current_municipality() and round_id = ${roundId} and step = ${step}
			and due_at <= ${at} and done_at is null and skipped_at is null
		for update skip locked`;
	return row ?? null;
}

interface StepAt {
	readonly roundId: string;
	readonly step: RoundStep;
	readonly at: Date;
}

export async function markStepDone(sql: Sql, { roundId, step, at }: StepAt): Promise<void> {
	await sql`
		update round_step set done_at = ${at}, failed_at = null
		where municipality_id = current_municipality() and round_id = ${roundId} and step = ${step}
			and done_at is null and skipped_at is null`;
}

export async function markStepSkipped(
	sql: Sql,
	skipping: StepAt & { readonly reason: SkipReason }
): Promise<void> {
	await sql`
		update round_step set skipped_at = ${skipping.at}, skip_reason = ${skipping.reason}, failed_at = null
		where municipality_id = current_municipality() and round_id = ${skipping.roundId} and step = ${skipping.step}
			and done_at is null and skipped_at is null`;
}

export async function markStepFailed(sql: Sql, { roundId, step, at }: StepAt): Promise<void> {
	await sql`
		update round_step set failed_at = ${at}, attempts = attempts + 1
		where municipality_id = current_municipality() and round_id = ${roundId} and step = ${step}
			and done_at is null and skipped_at is null`;
}

/** What the timetable of a round that takes no more answers, or is cancelled, no longer does. */
export async function skipStepsLeft(
	sql: Sql,
	skipping: {
		readonly roundId: string;
		readonly at: Date;
		readonly reason: SkipReason;
		readonly but: readonly RoundStep[];
	}
): Promise<void> {
	await sql`
		update round_step set skipped_at = ${skipping.at}, skip_reason = ${skipping.reason}, failed_at = null
		where municipality_id = current_municipality() and round_id = ${skipping.roundId}
			and done_at is null and skipped_at is null and step <> all(${[...skipping.but]}::text[])`;
}

export interface DueStep {
	readonly municipalityId: string;
	readonly roundId: string;
	readonly step: RoundStep;
}

/** What should have been done by now in any municipality, by the door that gives names of steps and nothing more. */
export async function dueSteps(sql: Sql, at: Date): Promise<DueStep[]> {
	return await sql<DueStep[]>`
		select municipality as "municipalityId", round as "roundId", step_name as step from due_round_steps(${at})`;
}
