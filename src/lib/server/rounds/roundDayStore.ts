import type { RoundDayKind } from '#lib/rounds/roundDays.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Sql } from '../db/connection.ts';

export interface RoundDay {
	readonly kind: RoundDayKind;
	readonly day: CalendarDate;
}

export async function listRoundDays(sql: Sql, roundId: string): Promise<RoundDay[]> {
	return await sql<RoundDay[]>`
		select kind, day from round_day
		where municipality_id = current_municipality() and round_id = ${roundId} order by day`;
}

export async function upsertRoundDays(sql: Sql, roundId: string, days: readonly RoundDay[]): Promise<void> {
	await sql`
		insert into round_day (municipality_id, round_id, kind, day)
		select current_municipality(), ${roundId}, kind, day
		from unnest(${days.map(({ kind }) => kind)}::text[], ${days.map(({ day }) => day)}::date[]) as given (kind, day)
		on conflict (municipality_id, round_id, kind) do update set day = excluded.day`;
}
