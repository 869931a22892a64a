import type { Reopening } from '#lib/rounds/reopening.ts';
import type { Sql } from '../db/connection.ts';

export async function listReopenings(sql: Sql, roundId: string): Promise<Reopening[]> {
	return await sql<Reopening[]>`
		select unit_id as "unitId", reopened_at as "reopenedAt", last_day as "lastDay", reason, ended_at as "endedAt"
		from reopening
		where municipality_id = current_municipality() and round_id = ${roundId} order by reopened_at`;
}

export async function insertReopening(sql: Sql, roundId: string, reopening: Reopening): Promise<void> {
	await sql`
		insert into reopening (municipality_id, round_id, unit_id, reopened_at, last_day, reason)
		values (current_municipality(), ${roundId}, ${reopening.unitId}, ${reopening.reopenedAt}, ${reopening.lastDay},
			${reopening.reason})`;
}

export async function markReopeningsEnded(sql: Sql, roundId: string, at: Date): Promise<void> {
	await sql`
		update reopening set ended_at = ${at}
		where municipality_id = current_municipality() and round_id = ${roundId} and ended_at is null`;
}

/** Whether some unit may still answer, so that the round's answers are not complete though it is closed. */
export async function isReopened(sql: Sql, roundId: string): Promise<boolean> {
	const [row] = await sql<{ is: boolean }[]>`
		select exists (
			select from reopening
			where municipality_id = current_municipality() and round_id = ${roundId} and ended_at is null
		) as is`;
	return row?.is ?? false;
}
