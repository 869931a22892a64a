import { afterAll, beforeAll, expect, test } from 'vitest';
import { withMunicipality } from '../../../src/lib/server/db/connection.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await openTestDatabase();
});

afterAll(() => database.close());

test('a date comes as the day it is, not as a moment', async () => {
	const { sql } = database.application.database;
	expect([...(await sql`select '2026-03-29'::date as day, array['2026-03-29'::date] as days`)]).toEqual([
		{ day: '2026-03-29', days: ['2026-03-29'] }
	]);
});

test('the program connects as a role that is neither superuser nor passes row-level security, and owns no table', async () => {
	const { sql } = database.application.database;
	expect([
		...(await sql`
			select current_user::text as role, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
				(select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
			from pg_roles where rolname = current_user`)
	]).toEqual([
		{
			role: 'lagesbild_app',
			rolsuper: false,
			rolbypassrls: false,
			rolcreaterole: false,
			rolcreatedb: false,
			owned: 0
		}
	]);
});

test('the municipality is set inside its transaction and forgotten after it', async () => {
	const { database: application } = database.application;
	const inside = await withMunicipality(application, 'sjovalla', async (sql) => [
		...(await sql`select current_setting('lagesbild.municipality_id') as municipality`)
	]);
	expect(inside).toEqual([{ municipality: 'sjovalla' }]);
	const after =
		await application.sql`select coalesce(current_setting('lagesbild.municipality_id', true), '') as municipality`;
	expect([...after]).toEqual([{ municipality: '' }]);
});

test('a fault inside a transaction takes back everything in it', async () => {
	const { database: application } = database.application;
	await application.sql`select 1`;
	await database.owner.sql`create table probe (value integer)`;
	await expect(
		database.owner.begin(async (sql) => {
			await sql`insert into probe values (1)`;
			throw new Error('broken off');
		})
	).rejects.toThrow('broken off');
	expect([...(await database.owner.sql`select value from probe`)]).toEqual([]);
	await database.owner.sql`drop table probe`;
});
