import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeApplication, openApplication, type Application } from '#lib/server/application.ts';
import { readConfig } from '#lib/server/config.ts';
import { openAs, type Database } from '#lib/server/db/connection.ts';
import { startEmbeddedPostgres } from '#lib/server/db/embeddedPostgres.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { readPostmaster } from '#lib/server/db/postmaster.ts';
import { createKeyRing } from '#lib/server/keys/keyRing.ts';
import { findFreePort } from './findFreePort.ts';
import { startProgram } from './startedProgram.ts';

/** The production server on a PostgreSQL of its own, and the same database from beside it. */
export interface ProgramWithDatabase {
	readonly application: Application;
	readonly owner: Database;
	readonly databaseUrl: string;
	readonly server: { readonly processId: number; readonly origin: string };
	readonly postmasterId: number;
	stop(): Promise<void>;
}

export async function startProgramWithDatabase(): Promise<ProgramWithDatabase> {
	const dataDirectory = await mkdtemp(join(tmpdir(), 'lagesbild-program-'));
	const masterKey = randomBytes(32);
	const postgres = await startEmbeddedPostgres({ dataDirectory, keys: createKeyRing(masterKey) });
	const databaseUrl = postgres.addressOf('lagesbild');
	const port = await findFreePort();
	const environment = {
		DATABASE_URL: databaseUrl,
		LAGESBILD_KEY: masterKey.toString('hex'),
		PORT: String(port),
		DATA_DIR: join(dataDirectory, 'program')
	};
	const application = openApplication(readConfig(environment));
	await migrate({ databaseUrl, masterKey, log: application.log });
	const owner = openAs(databaseUrl, null, 10);
	const program = startProgram(['start'], environment);
	const stop = async () => {
		program.signal('SIGTERM');
		await program.ended;
		await owner.close();
		await closeApplication(application);
		await postgres.stop();
		await rm(dataDirectory, { recursive: true, force: true });
	};
	try {
		await program.until('Stoppa med Ctrl-C');
	} catch (error) {
		await stop();
		throw error;
	}
	return {
		application,
		owner,
		databaseUrl,
		server: { processId: program.processId, origin: `http://localhost:${String(port)}` },
		postmasterId: readPostmaster(join(dataDirectory, 'postgres'))?.processId ?? 0,
		stop
	};
}
