import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import { closeApplication, openApplication, type Application } from '../../src/lib/server/application.ts';
import { systemClock, type Clock } from '../../src/lib/server/clock.ts';
import type { Config } from '../../src/lib/server/config.ts';
import { openAs, type Database } from '../../src/lib/server/db/connection.ts';
import { testMasterKey } from './testKey.ts';

export interface TestDatabase {
	/** As the program runs: the role that cannot pass row-level security. */
	readonly application: Application;
	/** As the owner of the tables: to prepare rows and to look at what was stored. */
	readonly owner: Database;
	/** What the application logged, a JSON text a line. */
	readonly logged: readonly string[];
	close(): Promise<void>;
}

function addressOf(database: string): string {
	const url = new URL(inject('templateUrl'));
	url.pathname = `/${database}`;
	return url.href;
}

async function withMaintenance(work: (database: Database) => Promise<unknown>): Promise<void> {
	const maintenance = openAs(addressOf('postgres'), null);
	try {
		await work(maintenance);
	} finally {
		await maintenance.close();
	}
}

const objectInUse = '55006';

// The queue's migration runner does not wait for its connection to close, and a database with a session cannot be copied.
async function copyTemplate(database: Database, name: string, attemptsLeft = 40): Promise<void> {
	try {
		await database.sql.unsafe(`create database ${name} template lagesbild`);
	} catch (fault) {
		const isInUse = fault instanceof Error && 'code' in fault && fault.code === objectInUse;
		if (!isInUse || attemptsLeft === 0) throw fault;
		await pause(50);
		await copyTemplate(database, name, attemptsLeft - 1);
	}
}

function testConfig(databaseUrl: string): Config {
	return {
		databaseUrl,
		masterKey: testMasterKey,
		port: 3000,
		host: null,
		origin: null,
		dataDirectory: tmpdir(),
		smtpUrl: null,
		mailFrom: null,
		mailbox: null,
		mailsPerSecond: 1000,
		// Nobody answers there: a test that asks Kolada starts its own.
		koladaUrl: 'http://127.0.0.1:9/v3'
	};
}

/** A database of its own for a test file, copied from the migrated template, and an application on it. */
export async function openTestDatabase({
	clock = systemClock
}: { clock?: Clock } = {}): Promise<TestDatabase> {
	const name = `test_${randomBytes(8).toString('hex')}`;
	await withMaintenance((database) => copyTemplate(database, name));
	const databaseUrl = addressOf(name);
	const logged: string[] = [];
	const application = openApplication(testConfig(databaseUrl), {
		clock,
		write: (line) => {
			logged.push(line);
		}
	});
	const owner = openAs(databaseUrl, null);
	return {
		application,
		owner,
		logged,
		close: async () => {
			await closeApplication(application);
			await owner.close();
			await withMaintenance(({ sql }) => sql.unsafe(`drop database ${name} with (force)`));
		}
	};
}

export interface EmptyDatabase {
	readonly databaseUrl: string;
	query(text: string): Promise<unknown[]>;
	drop(): Promise<void>;
}

/** A database without tables, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<EmptyDatabase> {
	const name = `empty_${randomBytes(8).toString('hex')}`;
	await withMaintenance(({ sql }) => sql.unsafe(`create database ${name}`));
	const databaseUrl = addressOf(name);
	return {
		databaseUrl,
		query: async (text) => {
			const database = openAs(databaseUrl, null);
			const rows = await database.sql.unsafe(text);
			await database.close();
			return [...rows];
		},
		drop: () => withMaintenance(({ sql }) => sql.unsafe(`drop database ${name} with (force)`))
	};
}
