import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/lib/server/db/embeddedPostgres.ts';
import { createKeyRing } from '../../src/lib/server/keys/keyRing.ts';
import { startProgram } from '../support/startedProgram.ts';

const greeting = 'Stoppa med Ctrl-C';

async function seconds(work: () => Promise<void>): Promise<number> {
	const began = performance.now();
	await work();
	return Math.round(performance.now() - began) / 1000;
}

/** Time until the address is printed. Afterwards the program is asked to stop, which is timed too. */
async function startOnce(dataDirectory: string): Promise<{ ready: number; stopped: number }> {
	const port = String(20_000 + Math.floor(Math.random() * 20_000));
	const program = startProgram(['start'], { DATA_DIR: dataDirectory, PORT: port });
	const ready = await seconds(() => program.until(greeting));
	const stopped = await seconds(async () => {
		program.signal('SIGTERM');
		await program.ended;
	});
	return { ready, stopped };
}

/** What no start can be quicker than: making, and then starting, PostgreSQL in an empty folder. */
async function postgresOnly(): Promise<{ made: number; started: number }> {
	const dataDirectory = await mkdtemp(join(tmpdir(), 'lagesbild-bench-'));
	const keys = createKeyRing(randomBytes(32));
	const cycle = () =>
		seconds(async () => {
			const postgres = await startEmbeddedPostgres({ dataDirectory, keys });
			await postgres.stop();
		});
	try {
		return { made: await cycle(), started: await cycle() };
	} finally {
		await rm(dataDirectory, { recursive: true, force: true });
	}
}

async function demoRound(): Promise<number> {
	const out = await mkdtemp(join(tmpdir(), 'lagesbild-bench-out-'));
	const program = startProgram(['demo', 'round', '--out', out], {});
	await program.ended;
	await rm(out, { recursive: true, force: true });
	const said = /Omgången tog (\d+) s/.exec(program.output())?.[1];
	if (said === undefined) throw new Error(program.output());
	return Number(said);
}

/**
 * First start (empty folder, pages already built), later start, stop, and a whole round without a browser; beside them
 * PostgreSQL alone. One JSON line, seconds.
 */
export async function benchStart(): Promise<void> {
	const dataDirectory = await mkdtemp(join(tmpdir(), 'lagesbild-bench-'));
	try {
		const peer = await postgresOnly();
		const first = await startOnce(dataDirectory);
		const later = await startOnce(dataDirectory);
		console.log(
			JSON.stringify({
				first_start_s: first.ready,
				later_start_s: later.ready,
				stop_s: later.stopped,
				demo_round_s: await demoRound(),
				postgres_made_s: peer.made,
				postgres_started_s: peer.started,
				ratio_first_start: Math.round((10 * first.ready) / peer.made) / 10,
				ratio_later_start: Math.round((10 * later.ready) / peer.started) / 10
			})
		);
	} finally {
		await rm(dataDirectory, { recursive: true, force: true });
	}
}
