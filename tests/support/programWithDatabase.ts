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
	/** Ends the server and starts it again on the same port; what is to be done while it is away comes between. */
	restart(meanwhile: () => Promise<void>): Promise<void>;
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
	const begin = () => startProgram(['start'], { ...environment, ...settings });
	let program = begin();
	const end = async () => {
		program.signal('SIGTERM');
		await program.ended;
	};
	const stop = async () => {
		await end();
		await owner.close();
		await ground.stop();
	};
	const untilReady = () => program.until('Stoppa med Ctrl-C');
	try {
		await untilReady();
	} catch (error) {
		await stop();
		throw error;
	}
	return {
		application,
		owner,
		databaseUrl,
		server: {
			get processId() {
				return program.processId;
			},
			origin: `http://localhost:${String(port)}`
		},
		postmasterId: readPostmaster(join(dataDirectory, 'postgres'))?.processId ?? 0,
		restart: async (meanwhile) => {
			await end();
			await meanwhile();
			program = begin();
			await untilReady();
		},
		stop
	};
}
