import type { Sql } from './connection.ts';

/** A value for a jsonb column. What is written is our own plain data: it has passed a schema or was made by the program. */
export function jsonColumn(sql: Sql, value: unknown): ReturnType<Sql['json']> {
	return sql.json(value as Parameters<Sql['json']>[0]);
}
