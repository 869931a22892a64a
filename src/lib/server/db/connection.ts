import postgres from 'postgres';
import type { KeyRing } from '../keys/keyRing.ts';

interface Types extends Record<string, unknown> {
	readonly day: string;
}

/** First parameter of every store function: the pool or a transaction. */
export type Sql = postgres.ISql<Types>;

export interface Database {
	readonly sql: Sql;
	/** All of the work in one transaction, or none of it. */
	readonly begin: <Value>(work: (sql: Sql) => Promise<Value>) => Promise<Value>;
	close(): Promise<void>;
}

export const applicationRole = 'lagesbild_app';
export const workerRole = 'lagesbild_worker';

// postgres makes a `date` into a Date at midnight UTC, which is another day west of Greenwich: keep what the database says.
const day = {
	to: 1082,
	from: [1082],
	serialize: (value: string) => value,
	parse: (text: string) => text
};

export interface Login {
	readonly user: string;
	readonly password: string;
}

function connect(databaseUrl: string, login: Login | null, connections: number): postgres.Sql<Types> {
	return postgres(databaseUrl, {
		...login,
		max: connections,
		types: { day },
		connect_timeout: 10,
		idle_timeout: 60,
		onnotice: () => undefined,
		connection: { application_name: 'lagesbild', TimeZone: 'UTC', statement_timeout: 60_000 }
	});
}

function database(pool: postgres.Sql<Types>): Database {
	return {
		sql: pool,
		begin: async <Value>(work: (sql: Sql) => Promise<Value>) => {
			// The value goes round begin: its result type unwraps arrays of promises, which no use case returns.
			let outcome: { readonly value: Value } | undefined;
			await pool.begin(async (sql) => {
				outcome = { value: await work(sql) };
			});
			if (!outcome) throw new Error('The transaction ended without running its work');
			return outcome.value;
		},
		close: () => pool.end({ timeout: 5 })
	};
}

/** As the role that owns nothing and cannot pass row-level security. */
export function openDatabase(config: { readonly databaseUrl: string }, keys: KeyRing): Database {
	return database(
		connect(config.databaseUrl, { user: applicationRole, password: keys.password('postgresql-app') }, 10)
	);
}

/**
 * For migrations and measurements only; without a login as the role in the address itself, the owner of the tables.
 * @param connections how many at once
 */
export function openAs(databaseUrl: string, login: Login | null, connections = 1): Database {
	return database(connect(databaseUrl, login, connections));
}

/** To the end of the transaction: a million answers are not written anew in the minute that a statement may take. */
export async function allowLongStatements(sql: Sql): Promise<void> {
	await sql`select set_config('statement_timeout', ${String(60 * 60 * 1000)}, true)`;
}

/** The address with another role: for a library that takes an address only. */
export function addressFor(databaseUrl: string, login: Login): string {
	const url = new URL(databaseUrl);
	url.username = encodeURIComponent(login.user);
	url.password = encodeURIComponent(login.password);
	return url.href;
}

/** Does some work in one municipality: in a transaction that is going on, or in one of its own. */
export type Within = <Value>(work: (sql: Sql) => Promise<Value>) => Promise<Value>;

type Transactions = Pick<Database, 'begin'>;

/** Sent, not waited for: the work's first statement comes after it on the same connection, and fails if it failed. */
async function afterSetting<Value>(setting: Promise<unknown>, work: Promise<Value>): Promise<Value> {
	const [value] = await Promise.all([work, setting]);
	return value;
}

/** One transaction that sees the rows of one municipality and no other's. */
export function withMunicipality<Value>(
	{ begin }: Transactions,
	municipalityId: string,
	work: (sql: Sql) => Promise<Value>
): Promise<Value> {
	return begin((sql) =>
		afterSetting(
			sql`select set_config('lagesbild.municipality_id', ${municipalityId}, true)`.execute(),
			work(sql)
		)
	);
}

/** As `withMunicipality`, for the municipality that a link belongs to; sees nothing when nobody has given out the link. */
export function withMunicipalityOfLink<Value>(
	{ begin }: Transactions,
	tokenHash: Uint8Array,
	work: (sql: Sql) => Promise<Value>
): Promise<Value> {
	return begin((sql) =>
		afterSetting(
			sql`
				select set_config('lagesbild.municipality_id', coalesce(municipality_of_invitation(${tokenHash}), ''), true)
			`.execute(),
			work(sql)
		)
	);
}
