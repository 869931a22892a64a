import type { Sql } from '../db/connection.ts';

/** Whether the round's latest published version kept organisations' own numbers; null where none is published. */
export async function publishedKeeping(sql: Sql, roundId: string): Promise<boolean | null> {
	const [row] = await sql<{ kept: boolean }[]>`
		select released #> '{protocol,policy,contributors}' is not null as kept from lagesbild
		where municipality_id = current_municipality() and round_id = ${roundId} and published_at is not null
		order by version desc limit 1`;
	return row?.kept ?? null;
}
