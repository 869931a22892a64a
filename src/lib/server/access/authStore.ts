import type { Sql } from '../db/connection.ts';
import { authTable, sessionTokenHash } from './authTables.ts';

/** One condition of better-auth: field, operator, value; all of them hold. */
export interface Condition {
	readonly field: string;
	readonly value: unknown;
	/** Absent means equal. */
	readonly operator?: string | undefined;
}

const operators: Readonly<Record<string, string>> = { eq: '=', lt: '<', lte: '<=', gt: '>', gte: '>=' };

function condition(sql: Sql, model: string, where: Condition) {
	const column = authTable(model).columns[where.field];
	const operator = operators[where.operator ?? 'eq'];
	if (!column || !operator) throw new Error(`better-auth asks by ${where.field} ${where.operator ?? 'eq'}`);
	const value = column === 'token_hash' ? sessionTokenHash(String(where.value)) : where.value;
	return sql`and ${sql(column)} ${sql.unsafe(operator)} ${value}`;
}

function conditions(sql: Sql, model: string, where: readonly Condition[]) {
	return sql`municipality_id = current_municipality() ${where.map((each) => condition(sql, model, each))}`;
}

type Row = Record<string, unknown>;

export async function insertAuthRow(sql: Sql, model: string, row: Row): Promise<void> {
	await sql`
		insert into ${sql(authTable(model).table)} ${sql({ municipality_id: await currentMunicipality(sql), ...row } as Row)}`;
}

async function currentMunicipality(sql: Sql): Promise<string> {
	const [row] = await sql<{ code: string }[]>`select current_municipality() as code`;
	return row?.code ?? '';
}

export async function selectAuthRows(
	sql: Sql,
	model: string,
	query: { readonly where: readonly Condition[]; readonly limit: number }
): Promise<Row[]> {
	return await sql<Row[]>`
		select * from ${sql(authTable(model).table)} where ${conditions(sql, model, query.where)} limit ${query.limit}`;
}

export async function updateAuthRows(
	sql: Sql,
	model: string,
	change: { readonly where: readonly Condition[]; readonly row: Row }
): Promise<Row[]> {
	return await sql<Row[]>`
		update ${sql(authTable(model).table)} set ${sql(change.row)}
		where ${conditions(sql, model, change.where)} returning *`;
}

export async function deleteAuthRows(sql: Sql, model: string, where: readonly Condition[]): Promise<number> {
	const rows = await sql`
		delete from ${sql(authTable(model).table)} where ${conditions(sql, model, where)} returning 1 as gone`;
	return rows.length;
}

type Door = (sql: Sql, value: unknown) => Promise<{ code: string | null }[]>;

const byAccount: Door = (sql, value) =>
	sql<{ code: string | null }[]>`select municipality_of_account(${String(value)}::uuid) as code`;

/** The doors of migration 0002: what a visitor holds → the municipality's code, nothing more. */
const doors: Readonly<Record<string, Door>> = {
	email: (sql, value) =>
		sql<{ code: string | null }[]>`select municipality_of_email(${String(value)}) as code`,
	token: (sql, value) =>
		sql<
			{ code: string | null }[]
		>`select municipality_of_session(${sessionTokenHash(String(value))}) as code`,
	userId: byAccount,
	id: byAccount
};

/** The municipality that a sign-in, a session or an account belongs to. */
export async function municipalityBehind(sql: Sql, where: readonly Condition[]): Promise<string | null> {
	for (const { field, value } of where) {
		const [row] = (await doors[field]?.(sql, value)) ?? [];
		if (row) return row.code;
	}
	return null;
}
