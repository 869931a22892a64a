import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Sql } from '../db/connection.ts';

export interface StoredMark {
	readonly markId: Uint8Array;
	/** The first day that the unit went to the questions. */
	readonly openedOn: CalendarDate | null;
	/** The first day that anything it answered was saved. */
	readonly begunOn: CalendarDate | null;
}

/**
 * Adds marks to those that are there; of two days the first one stays. In the order of the key, so that two programs that
 * write at once do not lock each other. A round that has been called off or erased takes none.
 */
export async function upsertMarks(
	sql: Sql,
	marks: readonly (StoredMark & { readonly roundId: string })[]
): Promise<void> {
	const hexOf = ({ markId }: StoredMark) => Buffer.from(markId).toString('hex');
	await sql`
		insert into answering_mark as m (municipality_id, round_id, mark_id, opened_on, begun_on)
		select r.municipality_id, r.round_id, decode(noted.id, 'hex'), noted.opened_on, noted.begun_on
		from unnest(
			${marks.map(({ roundId }) => roundId)}::uuid[], ${marks.map(hexOf)}::text[],
			${marks.map(({ openedOn }) => openedOn)}::date[], ${marks.map(({ begunOn }) => begunOn)}::date[]
		) as noted (round_id, id, opened_on, begun_on)
		join round r on r.municipality_id = current_municipality() and r.round_id = noted.round_id
		where r.cancelled_at is null and r.erased_at is null
		order by noted.round_id, noted.id
		for share of r
		on conflict (municipality_id, round_id, mark_id) do update
			set opened_on = least(m.opened_on, excluded.opened_on), begun_on = least(m.begun_on, excluded.begun_on)`;
}

export async function listMarks(sql: Sql, roundId: string): Promise<readonly StoredMark[]> {
	return await sql<StoredMark[]>`
		select mark_id as "markId", opened_on as "openedOn", begun_on as "begunOn" from answering_mark
		where municipality_id = current_municipality() and round_id = ${roundId}`;
}

export async function deleteMarksOfRound(sql: Sql, roundId: string): Promise<void> {
	await sql`
		delete from answering_mark where municipality_id = current_municipality() and round_id = ${roundId}`;
}
