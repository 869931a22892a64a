import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { isLiving } from '../../../src/lib/server/processes/processIdentity.ts';
import { findFreePort } from '../../support/findFreePort.ts';
import { startProgram, startProgramUnderNpm, type StartedProgram } from '../../support/startedProgram.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const minutes = 60_000;
let folder: string;
let port: number;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lagesbild-start-'));
	port = await findFreePort();
});

afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

function settings(more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
	return { PORT: String(port), DATA_DIR: folder, ...more };
}

async function running(): Promise<StartedProgram> {
	const program = startProgram(['start'], settings());
	await program.until('Stoppa med Ctrl-C');
	return program;
}

/** What a start that is refused writes, and its exit code. */
async function refused(more: Readonly<Record<string, string>>): Promise<readonly [number | null, string]> {
	const program = startProgram(['start'], settings(more));
	const code = await program.ended;
	return [code, program.output()];
}

function postmaster(): number {
	return Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
}

test(
	'SIGTERM ends requests, jobs and PostgreSQL within ten seconds with 0, and the key is for its owner only',
	async () => {
		const program = await running();
		expect(statSync(join(folder, 'lagesbild.key')).mode & 0o777).toBe(0o600);
		expect((await fetch(`http://localhost:${String(port)}/`)).status).toBe(200);
		const server = postmaster();
		const asked = performance.now();
		program.signal('SIGTERM');
		expect(await program.ended).toBe(0);
		expect(performance.now() - asked).toBeLessThan(10_000);
		expect([isLiving(server), existsSync(join(folder, 'lagesbild.lock'))]).toEqual([false, false]);
	},
	6 * minutes
);

test(
	'after kill -9 the next start stops the PostgreSQL that was left and goes on',
	async () => {
		const killed = await running();
		const orphan = postmaster();
		killed.signal('SIGKILL');
		await killed.ended;
		expect(isLiving(orphan)).toBe(true);
		const next = await running();
		expect(postmaster()).not.toBe(orphan);
		next.signal('SIGINT');
		expect(await next.ended).toBe(0);
	},
	6 * minutes
);

test(
	'a closed terminal, and a killed npm that nobody can ask to stop it any more, end the program in order',
	async () => {
		const closed = await running();
		closed.signal('SIGHUP');
		expect(await closed.ended).toBe(0);
		const orphaned = startProgramUnderNpm(['start'], settings());
		await orphaned.until('Stoppa med Ctrl-C');
		orphaned.signal('SIGKILL');
		// It starts although the copy before is still ending.
		const next = await running();
		await orphaned.ended;
		expect(orphaned.output()).toContain('Avslutar …');
		next.signal('SIGTERM');
		expect(await next.ended).toBe(0);
	},
	6 * minutes
);

test(
	'a second signal ends the program at once, while it waits for a request that does not end',
	async () => {
		const program = await running();
		const client = connect(port, '127.0.0.1').on('error', () => undefined);
		client.write('POST /logga-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n');
		await pause(200);
		program.signal('SIGTERM');
		await pause(1200);
		const asked = performance.now();
		program.signal('SIGTERM');
		expect(await program.ended).toBe(1);
		expect(performance.now() - asked).toBeLessThan(500);
		client.destroy();
		const next = await running();
		next.signal('SIGTERM');
		expect(await next.ended).toBe(0);
	},
	6 * minutes
);

test(
	'a second copy on the same folder, or on a port in use, is refused in one line; on others it runs beside',
	async () => {
		// A copy of the stopped program's folder, as a backup keeps it, with owners and modes: it has its demonstration already.
		const elsewhere = mkdtempSync(join(tmpdir(), 'lagesbild-start-'));
		execFileSync('cp', ['-a', `${folder}/.`, elsewhere]);
		const program = await running();
		expect(await refused({ PORT: String(await findFreePort()) })).toEqual([
			1,
			`Lägesbild körs redan med data i ${folder}: stoppa den eller välj en annan mapp med DATA_DIR.\n`
		]);
		expect(await refused({ DATA_DIR: elsewhere })).toEqual([
			1,
			`Port ${String(port)} är upptagen: stoppa det andra programmet eller välj en annan med PORT.\n`
		]);
		const otherPort = String(await findFreePort());
		const beside = startProgram(['start'], settings({ DATA_DIR: elsewhere, PORT: otherPort }));
		await beside.until('Stoppa med Ctrl-C');
		const addresses = [String(port), otherPort].map((each) => `http://127.0.0.1:${each}/`);
		const pages = await Promise.all(addresses.map((address) => fetch(address)));
		expect(pages.map(({ status }) => status)).toEqual([200, 200]);
		beside.signal('SIGTERM');
		expect(await beside.ended).toBe(0);
		rmSync(elsewhere, { recursive: true });
		program.signal('SIGTERM');
		expect(await program.ended).toBe(0);
	},
	6 * minutes
);

test('all faults in the settings come in one message', async () => {
	expect(
		await refused({ PORT: '99999', ORIGIN: 'https://kommun.example/stig', LAGESBILD_KEY: 'kort' })
	).toEqual([
		1,
		'Inställningarna går inte att använda: PORT ska vara ett heltal mellan 1 och 65535; ORIGIN ska vara en adress utan sökväg, till exempel https://lagesbild.kommunen.se; LAGESBILD_KEY ska vara 32 slumpade byte, skrivna som 64 hexadecimala tecken eller som base64.\n'
	]);
});

test(
	'a database that does not answer, a wrong password and a missing database are told apart',
	async () => {
		const named = (url: string) => refused({ DATABASE_URL: url, LAGESBILD_KEY: key });
		const closedPort = String(await findFreePort());
		expect(await named(`postgres://owner:secret@127.0.0.1:${closedPort}/lagesbild`)).toEqual([
			1,
			'Databasen svarar inte: kontrollera värd och port i DATABASE_URL.\n'
		]);
		const wrongPassword = new URL(inject('templateUrl'));
		wrongPassword.password = 'wrong';
		expect(await named(wrongPassword.href)).toEqual([
			1,
			'Databasen godtar inte inloggningen: kontrollera användare och lösenord i DATABASE_URL (eller LAGESBILD_KEY).\n'
		]);
		const missing = new URL(inject('templateUrl'));
		missing.pathname = '/finns_inte';
		expect(await named(missing.href)).toEqual([1, 'Databasen i DATABASE_URL finns inte: skapa den först.\n']);
	},
	6 * minutes
);

test('a key other than the one the database was made with is refused', async () => {
	const [code, output] = await refused({ LAGESBILD_KEY: key });
	expect([code, output]).toEqual([
		1,
		`LAGESBILD_KEY är en annan nyckel än den i ${folder}/lagesbild.key: databasen går bara att läsa med den.\n`
	]);
});

test('a folder that is a file, or may not be written, is refused in one line', async () => {
	expect(await refused({ DATA_DIR: join(folder, 'lagesbild.key') })).toEqual([
		1,
		`DATA_DIR är ingen mapp (${folder}/lagesbild.key).\n`
	]);
	// Root may write anywhere but in the kernel's own folders.
	const forbidden =
		process.getuid?.() === 0 ? '/sys/kernel' : mkdtempSync(join(tmpdir(), 'lagesbild-start-'));
	if (forbidden !== '/sys/kernel') chmodSync(forbidden, 0o500);
	const [code, output] = await refused({ DATA_DIR: join(forbidden, 'data') });
	expect([code, output.split('\n').length]).toEqual([1, 2]);
	expect(output).toContain(forbidden);
});

test('a port that only the other loopback address has taken is in use too', async () => {
	const other = createServer();
	await new Promise<void>((resolve) => other.listen(port, '::1', resolve));
	expect(await refused({})).toEqual([
		1,
		`Port ${String(port)} är upptagen: stoppa det andra programmet eller välj en annan med PORT.\n`
	]);
	await new Promise((resolve) => other.close(resolve));
});
