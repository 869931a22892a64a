import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../clock.ts';
import { readSettings, type Config, type Environment, type Settings } from '../config.ts';
import { startEmbeddedPostgres } from '../db/embeddedPostgres.ts';
import { createKeyRing } from '../keys/keyRing.ts';
import { createLog, type Log } from '../log.ts';
import { OperatorFault } from '../operatorFault.ts';
import { takeProcessLock, type ProcessLock } from '../processes/processLock.ts';
import { makeDataDirectory } from './makeDataDirectory.ts';
import { ensureMasterKey } from './masterKeyFile.ts';

/** A folder of data that this process alone uses, and a database that answers. */
export interface Installation {
	readonly config: Config;
	readonly log: Log;
	/** True when PostgreSQL was started by us. */
	readonly isEmbedded: boolean;
	/** Settles when our PostgreSQL ends; never for another. */
	readonly databaseEnded: Promise<void>;
	close(): Promise<void>;
}

export interface Claim {
	readonly settings: Settings;
	readonly release: () => void;
}

// A copy whose npm was killed needs a moment to notice it and to end in order.
const patienceMilliseconds = 4000;

async function takeLockOfFolder(path: string): Promise<ProcessLock | null> {
	const deadline = performance.now() + patienceMilliseconds;
	for (;;) {
		const lock = await takeProcessLock(path);
		if (lock || performance.now() > deadline) return lock;
		await pause(200);
	}
}

/** Reads the settings and takes the folder of data for this process. @throws {OperatorFault} when another copy has it. */
export async function claimDataDirectory(environment: Environment): Promise<Claim> {
	const settings = readSettings(environment);
	makeDataDirectory(settings.dataDirectory);
	const lock = await takeLockOfFolder(join(settings.dataDirectory, 'lagesbild.lock'));
	if (!lock) {
		throw new OperatorFault(
			`Lägesbild körs redan med data i ${settings.dataDirectory}: stoppa den eller välj en annan mapp med DATA_DIR.`
		);
	}
	return { settings, release: lock.release };
}

/** Starts PostgreSQL unless DATABASE_URL names one. */
export async function openInstallation({ settings, release }: Claim): Promise<Installation> {
	const log = createLog(systemClock, (line) => process.stderr.write(line));
	const masterKey = ensureMasterKey(settings);
	if (settings.databaseUrl !== null) {
		return {
			config: { ...settings, databaseUrl: settings.databaseUrl, masterKey },
			log,
			isEmbedded: false,
			databaseEnded: new Promise(() => undefined),
			close: () => {
				release();
				return Promise.resolve();
			}
		};
	}
	const postgres = await startEmbeddedPostgres({
		dataDirectory: settings.dataDirectory,
		keys: createKeyRing(masterKey)
	});
	return {
		config: { ...settings, databaseUrl: postgres.addressOf('lagesbild'), masterKey },
		log,
		isEmbedded: true,
		databaseEnded: postgres.ended,
		close: async () => {
			await postgres.stop();
			release();
		}
	};
}
