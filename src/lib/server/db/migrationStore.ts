import type { Sql } from './connection.ts';
import type { MigrationFile } from './migrationFiles.ts';

export interface AppliedMigration {
	readonly number: number;
	readonly name: string;
	readonly sha256: string;
}

// Any number will do, as long as nobody else on the server uses it: the bytes of "lagesb".
const lockNumber = 0x6c6167657362;

/** Waits for another process that migrates the same database; held until the connection is closed. */
export async function holdMigrationLock(sql: Sql): Promise<void> {
	await sql`select pg_advisory_lock(${lockNumber}::bigint)`;
}

export async function ensureMigrationTable(sql: Sql): Promise<void> {
	await sql`
		create table if not exists lagesbild_migration (
			number integer primary key check (number > 0),
			name text not null unique,
			sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
			applied_at timestamptz not null default now()
		)`;
}

export async function listAppliedMigrations(sql: Sql): Promise<readonly AppliedMigration[]> {
	return sql<AppliedMigration[]>`select number, name, sha256 from lagesbild_migration order by number`;
}

export async function runMigrationText(sql: Sql, text: string): Promise<void> {
	await sql.unsafe(text);
}

export async function insertAppliedMigration(sql: Sql, file: MigrationFile): Promise<void> {
	await sql`
		insert into lagesbild_migration (number, name, sha256)
		values (${file.number}, ${file.name}, ${file.sha256})`;
}
