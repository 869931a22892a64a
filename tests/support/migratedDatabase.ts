import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeApplication, openApplication, type Application } from '../../src/lib/server/application.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { openAs, type Database } from '../../src/lib/server/db/connection.ts';
import { startEmbeddedPostgres } from '../../src/lib/server/db/embeddedPostgres.ts';
import { migrate } from '../../src/lib/server/db/migrate.ts';
import { createKeyRing } from '../../src/lib/server/keys/keyRing.ts';

export interface MigratedDatabase {
	readonly application: Application;
	readonly owner: Database;
	close(): Promise<void>;
}

/** A PostgreSQL of its own with fsync on, for measurements: as an installation has it. */
export async function openMigratedDatabase(
	settings: Readonly<Record<string, string>>
): Promise<MigratedDatabase> {
	const dataDirectory = await mkdtemp(join(tmpdir(), 'lagesbild-bench-'));
	const masterKey = randomBytes(32);
	const postgres = await startEmbeddedPostgres({ dataDirectory, keys: createKeyRing(masterKey) });
	const databaseUrl = postgres.addressOf('lagesbild');
	const config = readConfig({
		...settings,
		DATABASE_URL: databaseUrl,
		LAGESBILD_KEY: masterKey.toString('hex'),
		DATA_DIR: join(dataDirectory, 'program')
	});
	const application = openApplication(config, { write: () => undefined });
	await migrate({ databaseUrl, masterKey, log: application.log });
	const owner = openAs(databaseUrl, null);
	return {
		application,
		owner,
		close: async () => {
			await owner.close();
			await closeApplication(application);
			await postgres.stop();
			await rm(dataDirectory, { recursive: true, force: true });
		}
	};
}
