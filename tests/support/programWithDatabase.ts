import { join } from 'node:path';
import type { Application } from '#lib/server/application.ts';
import { openAs, type Database } from '#lib/server/db/connection.ts';
import { readPostmaster } from '#lib/server/db/postmaster.ts';
import { startApplicationWithDatabase } from './applicationWithDatabase.ts';
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

/** @param settings besides those that lead to the database: a mail server, for example */
export async function startProgramWithDatabase(
	settings: Readonly<Record<string, string>> = {}
): Promise<ProgramWithDatabase> {
	const port = await findFreePort();
	const ground = await startApplicationWithDatabase(port);
	const { application, databaseUrl, dataDirectory, environment } = ground;
	const owner = openAs(databaseUrl, null, 10);
	const program = startProgram(['start'], { ...environment, ...settings });
	const stop = async () => {
		program.signal('SIGTERM');
		await program.ended;
		await owner.close();
		await ground.stop();
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
