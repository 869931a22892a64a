import { hashPassword } from 'better-auth/crypto';
import { randomUUID } from 'node:crypto';
import type { Sql } from '../db/connection.ts';
import type { Role } from './actor.ts';

/** The name of a member of staff. @throws when there is no such account in the municipality. */
export async function findAccountName(sql: Sql, accountId: string): Promise<string> {
	const [row] = await sql<{ name: string }[]>`
		select name from staff_account where municipality_id = current_municipality() and account_id = ${accountId}`;
	if (!row) throw new Error('No such account in the municipality');
	return row.name;
}

export interface NewAccount {
	readonly accountId: string;
	readonly name: string;
	readonly email: string;
	readonly role: Role;
	readonly password: string;
}

/** A member of staff who signs in with e-mail and password. */
export async function insertAccount(sql: Sql, account: NewAccount, now: Date): Promise<void> {
	const passwordHash = await hashPassword(account.password);
	await sql`
		insert into staff_account (municipality_id, account_id, email, name, role, email_verified, created_at, updated_at)
		values (current_municipality(), ${account.accountId}, ${account.email}, ${account.name}, ${account.role}, true,
			${now}, ${now})`;
	await sql`
		insert into staff_credential (municipality_id, credential_id, account_id, provider, subject, password_hash,
			created_at, updated_at)
		values (current_municipality(), ${randomUUID()}, ${account.accountId}, 'credential', ${account.accountId},
			${passwordHash}, ${now}, ${now})`;
}
