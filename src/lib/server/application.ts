import { systemClock, type Clock } from './clock.ts';
import type { Config } from './config.ts';
import { openDatabase, type Database } from './db/connection.ts';
import { createKeyRing, type KeyRing } from './keys/keyRing.ts';
import { createCompilations, type Compilations } from './lagesbild/compilations.ts';
import { createInstrumentCache, type InstrumentCache } from './rounds/instrumentCache.ts';
import { createLog, type Log } from './log.ts';
import { createAnsweringMarks, type AnsweringMarks } from './rounds/answeringMarks.ts';

/** What a use case needs of the world; its first parameter. */
export interface Application {
	readonly config: Config;
	readonly database: Database;
	readonly keys: KeyRing;
	readonly clock: Clock;
	readonly log: Log;
	/** Frozen questionnaires that have been read: each is large, and the same for everybody who answers it. */
	readonly instruments: InstrumentCache;
	/** Compilations under way, so that they can be watched and stopped. */
	readonly compilations: Compilations;
	/** On which days units open and begin, until they are written. */
	readonly marks: AnsweringMarks;
}

function writeToStandardError(line: string): void {
	process.stderr.write(line);
}

export function openApplication(
	config: Config,
	{ clock = systemClock, write = writeToStandardError } = {}
): Application {
	const keys = createKeyRing(config.masterKey);
	const database = openDatabase(config, keys);
	const log = createLog(clock, write);
	return {
		config,
		keys,
		clock,
		database,
		log,
		instruments: createInstrumentCache(),
		compilations: createCompilations(),
		marks: createAnsweringMarks({ database, keys, log })
	};
}

export async function closeApplication({ database, marks }: Application): Promise<void> {
	await marks.close();
	await database.close();
}
