import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { KeyRing } from '../keys/keyRing.ts';
import { chooseRunAccount } from '../processes/runAccount.ts';
import { ensureCluster, ownerRole, type ClusterPlace } from './cluster.ts';
import { openAs } from './connection.ts';
import { findPostgresPrograms } from './postgresPrograms.ts';
import { PostgresStartFault } from './postgresStartFault.ts';
import { readPostmaster, stopOrphan, stopPostmaster } from './postmaster.ts';

export interface EmbeddedPostgres {
	/** The address of a database in it, as its owner. */
	addressOf(database: string): string;
	/** Settles when the server ends, asked or not. */
	readonly ended: Promise<void>;
	stop(): Promise<void>;
}

export interface EmbeddedOptions {
	/** An existing folder; the cluster is made in its folder postgres. */
	readonly dataDirectory: string;
	readonly keys: KeyRing;
	/** False only for databases that nobody will miss: tests. */
	readonly durable?: boolean;
}

const startLimitMilliseconds = 60_000;

async function findFreePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject).listen(0, '127.0.0.1', resolve);
	});
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

function settings(port: number, durable: boolean): readonly string[] {
	return Object.entries({
		port,
		listen_addresses: '127.0.0.1',
		unix_socket_directories: '',
		max_connections: 60,
		// A statement or a DETAIL line in the log would hold personal data.
		log_min_error_statement: 'panic',
		log_error_verbosity: 'terse',
		log_checkpoints: 'off',
		fsync: durable ? 'on' : 'off',
		synchronous_commit: durable ? 'on' : 'off',
		full_page_writes: durable ? 'on' : 'off'
	}).flatMap(([name, value]) => ['-c', `${name}=${String(value)}`]);
}

function spawnServer(
	{ account, programs, cluster }: ClusterPlace,
	serverSettings: readonly string[],
	logFile: string
) {
	const command = account.command(programs.postgres, ['-D', cluster, ...serverSettings]);
	const log = openSync(logFile, 'w', 0o600);
	try {
		return spawn(command.program, command.arguments, {
			...command.identity,
			cwd: '/',
			env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
			stdio: ['ignore', log, log],
			// A process group of its own: Ctrl-C in the terminal must reach our program only, which then stops this in order.
			detached: true
		});
	} finally {
		closeSync(log);
	}
}

async function waitUntilReady(child: ChildProcess, cluster: string, logFile: string): Promise<void> {
	const deadline = performance.now() + startLimitMilliseconds;
	for (;;) {
		const postmaster = readPostmaster(cluster);
		if (postmaster?.processId === child.pid && postmaster?.isReady) return;
		if (child.exitCode !== null || child.signalCode !== null || performance.now() > deadline) {
			throw new PostgresStartFault(readFileSync(logFile, 'utf8'));
		}
		await pause(20);
	}
}

interface Server {
	readonly port: number;
	readonly ended: Promise<void>;
	stop(): Promise<void>;
}

function watch(child: ChildProcess, port: number): Server {
	const ended = new Promise<void>((resolve) => {
		child.once('exit', () => {
			resolve();
		});
		child.once('error', () => {
			resolve();
		});
	});
	const stop = async () => {
		if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
			await stopPostmaster(child.pid);
		}
	};
	return { port, ended, stop };
}

async function startServer(place: ClusterPlace, logFile: string, durable: boolean): Promise<Server> {
	const port = await findFreePort();
	const child = spawnServer(place, settings(port, durable), logFile);
	const server = watch(child, port);
	try {
		await waitUntilReady(child, place.cluster, logFile);
		return server;
	} catch (fault) {
		await server.stop();
		throw fault;
	}
}

// A process of a server that was killed first finishes the statement it is at, and keeps the shared memory until then.
function isHeldByLastServer(fault: unknown): boolean {
	return fault instanceof PostgresStartFault && fault.message.includes('pre-existing shared memory block');
}

async function startServerAfterTheLast(...of: Parameters<typeof startServer>): Promise<Server> {
	const deadline = performance.now() + startLimitMilliseconds;
	for (;;) {
		try {
			return await startServer(...of);
		} catch (fault) {
			if (!isHeldByLastServer(fault) || performance.now() > deadline) throw fault;
			await pause(250);
		}
	}
}

async function ensureDatabase(address: (database: string) => string): Promise<void> {
	const maintenance = openAs(address('postgres'), null);
	try {
		const rows = await maintenance.sql`select 1 from pg_catalog.pg_database where datname = 'lagesbild'`;
		if (rows.length === 0) await maintenance.sql`create database lagesbild`;
	} finally {
		await maintenance.close();
	}
}

/**
 * A PostgreSQL server of our own, with its data in DATA_DIR/postgres, reached on 127.0.0.1 only.
 * The caller holds the lock of the folder.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
	const { dataDirectory, keys, durable = true } = options;
	const programs = findPostgresPrograms();
	const place: ClusterPlace = {
		programs,
		account: chooseRunAccount(programs.postgres, dataDirectory),
		cluster: join(dataDirectory, 'postgres'),
		password: keys.password('postgresql-superuser')
	};
	await stopOrphan(place.cluster);
	await ensureCluster(place);
	const server = await startServerAfterTheLast(place, join(dataDirectory, 'postgres.log'), durable);
	const addressOf = (database: string) =>
		`postgres://${ownerRole}:${place.password}@127.0.0.1:${String(server.port)}/${database}`;
	try {
		await ensureDatabase(addressOf);
	} catch (fault) {
		await server.stop();
		throw fault;
	}
	return { addressOf, ended: server.ended, stop: () => server.stop() };
}
