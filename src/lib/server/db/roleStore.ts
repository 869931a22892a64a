import type { Sql } from './connection.ts';
import { scramVerifier } from './scramVerifier.ts';

async function roleExists(sql: Sql, role: string): Promise<boolean> {
	const rows = await sql`select 1 from pg_catalog.pg_roles where rolname = ${role}`;
	return rows.length > 0;
}

async function mayStepPastRowSecurity(sql: Sql, role: string): Promise<boolean> {
	const rows = await sql`
		select 1 from pg_catalog.pg_roles where rolname = ${role} and (rolsuper or rolbypassrls)`;
	return rows.length > 0;
}

/**
 * Makes the login role, or gives an existing one its password of today.
 * The attributes are the defaults of `create role`: an owner that is not a superuser may not state them.
 * @throws {Error} when the role exists and can pass row-level security.
 */
export async function ensureLoginRole(sql: Sql, role: string, password: string): Promise<void> {
	if (await mayStepPastRowSecurity(sql, role)) {
		throw new Error(`The role ${role} must be neither superuser nor bypassrls`);
	}
	const verb = (await roleExists(sql, role)) ? 'alter' : 'create';
	// A utility statement takes no parameters; the verifier is base64 with $ and :, never a quote.
	await sql.unsafe(`${verb} role ${role} login password '${scramVerifier(password)}'`);
}

/** The right to make the schema graphile_worker, lent for as long as its migrations run. */
export async function grantSchemaCreation(sql: Sql, role: string): Promise<void> {
	await sql.unsafe(
		`do $$ begin execute format('grant create on database %I to ${role}', current_database()); end $$`
	);
}

export async function revokeSchemaCreation(sql: Sql, role: string): Promise<void> {
	await sql.unsafe(
		`do $$ begin execute format('revoke create on database %I from ${role}', current_database()); end $$`
	);
}
