import { createHash } from 'node:crypto';

/** better-auth's models and fields in our tables and columns. */
interface AuthTable {
	readonly table: string;
	readonly columns: Readonly<Record<string, string>>;
}

const times = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

const tables: Readonly<Record<string, AuthTable>> = {
	user: {
		table: 'staff_account',
		columns: {
			id: 'account_id',
			municipalityId: 'municipality_id',
			email: 'email',
			name: 'name',
			role: 'role',
			emailVerified: 'email_verified',
			...times
		}
	},
	session: {
		table: 'staff_session',
		columns: {
			id: 'session_id',
			userId: 'account_id',
			token: 'token_hash',
			expiresAt: 'expires_at',
			...times
		}
	},
	account: {
		table: 'staff_credential',
		columns: {
			id: 'credential_id',
			userId: 'account_id',
			providerId: 'provider',
			accountId: 'subject',
			password: 'password_hash',
			...times
		}
	}
};

/** @throws for a model that is not stored: it belongs to a part of better-auth that is not in use. */
export function authTable(model: string): AuthTable {
	const table = tables[model];
	if (!table) throw new Error(`better-auth model ${model} is not stored`);
	return table;
}

/** Session tokens are 256 random bits, so a plain hash is enough. */
export function sessionTokenHash(token: string): Uint8Array {
	return createHash('sha256').update(token).digest();
}

/** The row to write: fields without a column (address of the computer, browser) are not kept. */
export function toRow(model: string, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
	const { columns } = authTable(model);
	const row: Record<string, unknown> = {};
	for (const [field, value] of Object.entries(fields)) {
		const column = columns[field];
		if (column) row[column] = column === 'token_hash' ? sessionTokenHash(String(value)) : value;
	}
	return row;
}

/** Fields of a row as read. The token cannot be read back: the caller puts in the one it asked with. */
export function toFields(model: string, row: Readonly<Record<string, unknown>>): Record<string, unknown> {
	const { columns } = authTable(model);
	return Object.fromEntries(
		Object.entries(columns)
			.filter(([field]) => field !== 'token')
			.map(([field, column]) => [field, row[column]])
	);
}
