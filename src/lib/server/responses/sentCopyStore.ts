import type { Sql } from '../db/connection.ts';

export interface SealedCopy {
	readonly copyId: Uint8Array;
	readonly roundId: string;
	readonly sealed: Uint8Array;
}

export async function upsertSentCopy(sql: Sql, copy: SealedCopy): Promise<void> {
	await sql`
		insert into sent_copy (municipality_id, copy_id, round_id, sealed)
		values (current_municipality(), ${copy.copyId}, ${copy.roundId}, ${copy.sealed})
		on conflict (municipality_id, copy_id) do update set sealed = excluded.sealed`;
}

export async function findSentCopy(sql: Sql, copyId: Uint8Array): Promise<Uint8Array | null> {
	const [row] = await sql<{ sealed: Uint8Array }[]>`
		select sealed from sent_copy where municipality_id = current_municipality() and copy_id = ${copyId}`;
	return row?.sealed ?? null;
}

export async function deleteSentCopiesOfRound(sql: Sql, roundId: string): Promise<void> {
	await sql`delete from sent_copy where municipality_id = current_municipality() and round_id = ${roundId}`;
}
