import type { Sql } from '#lib/server/db/connection.ts';

/** How many invitations the transaction's connection has read so far; PostgreSQL counts on from transaction to transaction. */
export async function readInvitations(sql: Sql): Promise<number> {
	const [table] = await sql<{ rows: number }[]>`
		select (seq_tup_read + idx_tup_fetch)::integer as rows from pg_stat_xact_user_tables where relname = 'invitation'`;
	return table?.rows ?? 0;
}
