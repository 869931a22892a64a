import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openAs } from '../../../src/lib/server/db/connection.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../src/lib/server/db/embeddedPostgres.ts';
import { createKeyRing } from '../../../src/lib/server/keys/keyRing.ts';
import { isLiving } from '../../../src/lib/server/processes/processIdentity.ts';
import { testMasterKey } from '../../support/testKey.ts';

let dataDirectory: string;
let lockFile: string;

beforeAll(() => {
	dataDirectory = mkdtempSync(join(tmpdir(), 'lagesbild-embedded-'));
	lockFile = join(dataDirectory, 'postgres/postmaster.pid');
});

afterAll(() => {
	rmSync(dataDirectory, { recursive: true, force: true });
});

function start(): Promise<EmbeddedPostgres> {
	return startEmbeddedPostgres({ dataDirectory, keys: createKeyRing(testMasterKey), durable: false });
}

async function kill(postgres: EmbeddedPostgres): Promise<void> {
	process.kill(Number(readFileSync(lockFile, 'utf8').split('\n')[0]), 'SIGKILL');
	await postgres.ended;
}

async function answerOf(postgres: EmbeddedPostgres): Promise<unknown[]> {
	const database = openAs(postgres.addressOf('lagesbild'), null);
	const rows = await database.sql`select 1 as one`;
	await database.close();
	return [...rows];
}

function writeProcessId(processId: number): void {
	const [, ...rest] = readFileSync(lockFile, 'utf8').split('\n');
	writeFileSync(lockFile, [String(processId), ...rest].join('\n'));
}

test('it starts after one that was killed, also when its process id now belongs to another program', async () => {
	await kill(await start());
	writeProcessId(process.ppid);
	const postgres = await start();
	expect(await answerOf(postgres)).toEqual([{ one: 1 }]);
	await postgres.stop();
});

test('it starts after one that was killed and whose process nobody collected', async () => {
	await kill(await start());
	// The shell turns into sleep, which never asks after its child.
	const parent = spawn('/bin/sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 60'], {
		stdio: ['ignore', 'pipe', 'ignore']
	});
	const text = await new Promise<string>((resolve) => {
		parent.stdout.setEncoding('utf8').once('data', resolve);
	});
	const zombie = Number(text);
	while (isLiving(zombie)) await pause(10);
	process.kill(zombie, 0);
	writeProcessId(zombie);
	const postgres = await start();
	expect(await answerOf(postgres)).toEqual([{ one: 1 }]);
	await postgres.stop();
	parent.kill('SIGKILL');
});

test('it waits for the last statement of one that was killed', async () => {
	const killed = await start();
	const client = openAs(killed.addressOf('lagesbild'), null);
	// Counting looks for no signal between its rows but the death of the server is noticed only when it waits.
	const counting = client.sql`select count(*) from generate_series(1, 20000000)`.catch(() => 'broken off');
	await pause(300);
	await kill(killed);
	const postgres = await start();
	expect(await answerOf(postgres)).toEqual([{ one: 1 }]);
	await counting;
	await client.close();
	await postgres.stop();
});

test('it starts as root also where user namespaces are refused, in a folder that only root may enter', async () => {
	const programs = join(dataDirectory, 'programs');
	mkdirSync(programs);
	writeFileSync(join(programs, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
	vi.stubEnv('PATH', `${programs}:${process.env['PATH'] ?? ''}`);
	const postgres = await start();
	expect(await answerOf(postgres)).toEqual([{ one: 1 }]);
	await postgres.stop();
	vi.unstubAllEnvs();
	// And back: the files then belong to the other account.
	const next = await start();
	expect(await answerOf(next)).toEqual([{ one: 1 }]);
	await next.stop();
});
