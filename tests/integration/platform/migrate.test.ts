import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../../src/lib/server/clock.ts';
import { migrate } from '../../../src/lib/server/db/migrate.ts';
import { insertJob } from '../../../src/lib/server/jobs/jobStore.ts';
import { createLog } from '../../../src/lib/server/log.ts';
import { createEmptyDatabase, openTestDatabase, type EmptyDatabase } from '../../support/testDatabase.ts';
import { testMasterKey } from '../../support/testKey.ts';

let folder: string;
let database: EmptyDatabase;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'lagesbild-migrations-'));
	database = await createEmptyDatabase();
});

afterEach(async () => {
	await database.drop();
	await rm(folder, { recursive: true });
});

function write(name: string, text: string): Promise<void> {
	return writeFile(join(folder, name), text);
}

function run(): Promise<readonly string[]> {
	const log = createLog(systemClock, () => undefined);
	return migrate({ databaseUrl: database.databaseUrl, masterKey: testMasterKey, log, folder });
}

test('files run in order, once', async () => {
	await write('0001_first.sql', 'create table first (value integer);');
	await write('0002_second.sql', 'insert into first values (2);');
	expect(await run()).toEqual(['0001_first', '0002_second']);
	expect(await run()).toEqual([]);
	await write('0003_third.sql', 'insert into first values (3);');
	expect(await run()).toEqual(['0003_third']);
	expect(await database.query('select value from first order by value')).toEqual([
		{ value: 2 },
		{ value: 3 }
	]);
});

test('a file that fails leaves nothing of itself, and those before it stay', async () => {
	await write('0001_first.sql', 'create table first (value integer);');
	await write('0002_second.sql', 'insert into first values (2); select 1 / 0;');
	await expect(run()).rejects.toThrow('Migration 0002_second failed');
	expect(await database.query('select value from first')).toEqual([]);
	expect(await database.query('select name from lagesbild_migration')).toEqual([{ name: '0001_first' }]);
});

test('a file edited after it was run is refused by name', async () => {
	await write('0001_first.sql', 'create table first (value integer);');
	await run();
	await write('0001_first.sql', 'create table first (value bigint);');
	await expect(run()).rejects.toThrow(
		'Migreringen 0001_first.sql har ändrats efter att den kördes mot databasen (0001_first). Återställ filen; ändringar görs i en ny fil.'
	);
});

test('a database newer than the program is refused', async () => {
	await write('0001_first.sql', 'create table first (value integer);');
	await write('0002_second.sql', 'create table second (value integer);');
	await run();
	await rm(join(folder, '0002_second.sql'));
	await expect(run()).rejects.toThrow(
		'Databasen är nyare än programmet: den har steg 2, programmet känner till 1. Uppgradera programmet.'
	);
});

test('a gap in the numbers and a name of another form are faults of the program', async () => {
	await write('0002_second.sql', 'select 1;');
	await expect(run()).rejects.toThrow('Migration 0001 is missing or stands twice');
	await write('1_first.sql', 'select 1;');
	await expect(run()).rejects.toThrow('Not the name of a migration: 1_first.sql');
});

test('two processes that migrate at once run each file once', async () => {
	await write('0001_first.sql', 'create table first (value integer);');
	const runs = await Promise.all([run(), run()]);
	expect(runs.flat()).toEqual(['0001_first']);
});

test('the queue belongs to its own role, which may not make further schemas', async () => {
	await write('0001_first.sql', 'select 1;');
	await run();
	expect(
		await database.query(`
			select nspowner::regrole::text as owner, has_database_privilege('lagesbild_worker', current_database(), 'create') as "mayCreate"
			from pg_namespace where nspname = 'graphile_worker'`)
	).toEqual([{ owner: 'lagesbild_worker', mayCreate: false }]);
});

test('the program adds a job in its own transaction, and cannot read the queue', async () => {
	const queue = await openTestDatabase();
	const { application, owner } = queue;
	const job = { task: 'nothing', payload: { number: 1 }, runAt: new Date('2030-01-01'), key: 'one' };
	await application.database.begin((sql) => insertJob(sql, job));
	await application.database
		.begin(async (sql) => {
			await insertJob(sql, { ...job, key: 'two' });
			throw new Error('taken back');
		})
		.catch(() => undefined);
	expect([...(await owner.sql`select key, payload from graphile_worker._private_jobs`)]).toEqual([
		{ key: 'one', payload: { number: 1 } }
	]);
	await expect(application.database.sql`select key from graphile_worker._private_jobs`).rejects.toThrow(
		'permission denied'
	);
	await queue.close();
});
