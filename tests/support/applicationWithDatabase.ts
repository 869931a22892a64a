import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeApplication, openApplication, type Application } from '#lib/server/application.ts';
import { readConfig } from '#lib/server/config.ts';
import { startEmbeddedPostgres } from '#lib/server/db/embeddedPostgres.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { createKeyRing } from '#lib/server/keys/keyRing.ts';

/** An application of this process on a PostgreSQL of its own, with the settings that lead another process to it. */
export interface ApplicationWithDatabase {
	readonly application: Application;
	readonly databaseUrl: string;
	readonly dataDirectory: string;
	readonly environment: Readonly<Record<string, string>>;
	stop(): Promise<void>;
}

export async function startApplicationWithDatabase(port: number): Promise<ApplicationWithDatabase> {
	const dataDirectory = await mkdtemp(join(tmpdir(), 'lagesbild-program-'));
	const masterKey = randomBytes(32);
	const postgres = await startEmbeddedPostgres({ dataDirectory, keys: createKeyRing(masterKey) });
	const databaseUrl = postgres.addressOf('lagesbild');
	const environment = {
		DATABASE_URL: databaseUrl,
		LAGESBILD_KEY: masterKey.toString('hex'),
		PORT: String(port),
		DATA_DIR: join(dataDirectory, 'program')
	};
	const application = openApplication(readConfig(environment));
	await migrate({ databaseUrl, masterKey, log: application.log });
	return {
		application,
		databaseUrl,
		dataDirectory,
		environment,
		stop: async () => {
			await closeApplication(application);
			await postgres.stop();
			await rm(dataDirectory, { recursive: true, force: true });
		}
	};
}
