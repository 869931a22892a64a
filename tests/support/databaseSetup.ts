import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { systemClock } from '../../src/lib/server/clock.ts';
import { startEmbeddedPostgres } from '../../src/lib/server/db/embeddedPostgres.ts';
import { migrate } from '../../src/lib/server/db/migrate.ts';
import { createKeyRing } from '../../src/lib/server/keys/keyRing.ts';
import { createLog } from '../../src/lib/server/log.ts';
import { testMasterKey } from './testKey.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** The migrated database that each test file gets a copy of, as its owner. */
		templateUrl: string;
	}
}

/** One PostgreSQL for all integration tests, with a migrated database to copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const dataDirectory = await mkdtemp(join(tmpdir(), 'lagesbild-test-'));
	const postgres = await startEmbeddedPostgres({
		dataDirectory,
		keys: createKeyRing(testMasterKey),
		durable: false
	});
	const databaseUrl = postgres.addressOf('lagesbild');
	const log = createLog(systemClock, () => undefined);
	await migrate({ databaseUrl, masterKey: testMasterKey, log });
	project.provide('templateUrl', databaseUrl);
	return async () => {
		await postgres.stop();
		await rm(dataDirectory, { recursive: true, force: true });
	};
}
