import type { Sql } from '../db/connection.ts';

/** A new address takes the place of the old one. */
export async function upsertCalendarFeed(
	sql: Sql,
	feed: { readonly tokenHash: Uint8Array; readonly at: Date }
): Promise<void> {
	await sql`
		insert into calendar_feed (municipality_id, token_hash, created_at)
		values (current_municipality(), ${feed.tokenHash}, ${feed.at})
		on conflict (municipality_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at`;
}

export async function findCalendarFeed(sql: Sql): Promise<{ readonly createdAt: Date } | null> {
	const [row] = await sql<{ createdAt: Date }[]>`
		select created_at as "createdAt" from calendar_feed where municipality_id = current_municipality()`;
	return row ?? null;
}

/** The municipality that a secret address belongs to, by the door that gives its code and nothing more. */
export async function municipalityOfCalendar(sql: Sql, tokenHash: Uint8Array): Promise<string | null> {
	const [row] = await sql<{ code: string | null }[]>`select municipality_of_calendar(${tokenHash}) as code`;
	return row?.code ?? null;
}
