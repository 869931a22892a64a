import type { Database } from '#lib/server/db/connection.ts';

/** The tables of which some row holds a text in any column, the queue's tables too. Sealed bytes are looked through as they stand. */
export async function tablesHolding({ sql }: Database, text: string): Promise<string[]> {
	const tables = await sql<{ schema: string; name: string }[]>`
		select table_schema as schema, table_name as name from information_schema.tables
		where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE' order by 1, 2`;
	const found: string[] = [];
	for (const { schema, name } of tables) {
		const rows = await sql`
			select 1 from ${sql(`${schema}.${name}`)} t where position(lower(${text}) in lower(t::text)) > 0 limit 1`;
		if (rows.length > 0) found.push(name);
	}
	return found;
}
