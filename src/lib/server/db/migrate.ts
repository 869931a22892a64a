import { fileURLToPath } from 'node:url';
import type { Config } from '../config.ts';
import { createKeyRing, type KeyRing } from '../keys/keyRing.ts';
import type { Log } from '../log.ts';
import { OperatorFault } from '../operatorFault.ts';
import { applicationRole, openAs, workerRole, type Database, type Sql } from './connection.ts';
import { readMigrationFiles, type MigrationFile } from './migrationFiles.ts';
import {
	ensureMigrationTable,
	holdMigrationLock,
	insertAppliedMigration,
	listAppliedMigrations,
	runMigrationText,
	type AppliedMigration
} from './migrationStore.ts';
import { ensureLoginRole } from './roleStore.ts';
import { migrateJobSchema } from './migrateJobSchema.ts';

export const migrationsFolder = fileURLToPath(new URL('../../../../migrations', import.meta.url));

function assertSameSeries(applied: readonly AppliedMigration[], files: readonly MigrationFile[]): void {
	for (const [index, row] of applied.entries()) {
		const file = files[index];
		if (!file) {
			throw new OperatorFault(
				`Databasen är nyare än programmet: den har steg ${String(applied.length)}, programmet känner till ${String(files.length)}. Uppgradera programmet.`
			);
		}
		if (file.sha256 !== row.sha256 || file.name !== row.name) {
			throw new OperatorFault(
				`Migreringen ${file.name}.sql har ändrats efter att den kördes mot databasen (${row.name}). Återställ filen; ändringar görs i en ny fil.`
			);
		}
	}
}

async function applyFile(database: Database, file: MigrationFile): Promise<void> {
	try {
		await database.begin(async (sql) => {
			await runMigrationText(sql, file.text);
			await insertAppliedMigration(sql, file);
		});
	} catch (fault) {
		throw new Error(`Migration ${file.name} failed`, { cause: fault });
	}
}

async function ensureRoles(sql: Sql, keys: KeyRing): Promise<void> {
	await ensureLoginRole(sql, applicationRole, keys.password('postgresql-app'));
	await ensureLoginRole(sql, workerRole, keys.password('postgresql-worker'));
}

export interface MigrationTarget extends Pick<Config, 'databaseUrl' | 'masterKey'> {
	readonly log: Log;
	readonly folder?: string;
}

/**
 * Brings roles, tables and the job queue's schema to this program's version; the names of the files that were run.
 * @throws {OperatorFault} when a file was edited after it was run, or the database is newer than the program.
 */
export async function migrate(target: MigrationTarget): Promise<readonly string[]> {
	const { databaseUrl, masterKey, log, folder = migrationsFolder } = target;
	const keys = createKeyRing(masterKey);
	const files = await readMigrationFiles(folder);
	// One connection: the advisory lock belongs to the session.
	const owner = openAs(databaseUrl, null);
	try {
		await holdMigrationLock(owner.sql);
		await ensureMigrationTable(owner.sql);
		const applied = await listAppliedMigrations(owner.sql);
		assertSameSeries(applied, files);
		await ensureRoles(owner.sql, keys);
		await migrateJobSchema(owner.sql, { databaseUrl, keys, log });
		const waiting = files.slice(applied.length);
		for (const file of waiting) {
			await applyFile(owner, file);
			log.info('migration-applied', { migration: file.name });
		}
		return waiting.map((file) => file.name);
	} finally {
		// Closing the session also gives the lock back.
		await owner.close();
	}
}
