import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicationRole, openAs, withMunicipality, type Sql } from '#lib/server/db/connection.ts';
import { newToken, tokenHash } from '#lib/server/invitations/invitationToken.ts';
import { findLinks } from '#lib/server/responses/linkStore.ts';
import { movingClock } from '../../support/movingClock.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	type OpenedRound,
	type SmallMunicipality
} from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let own: SmallMunicipality;
let othersRound: OpenedRound;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	own = await insertSmallMunicipality(database.application, '9997');
	const other = await insertSmallMunicipality(database.application, '9998');
	othersRound = await openedRoundIn(database.application, other);
});
afterAll(() => database.close());

describe('every table', () => {
	it('has the municipality first in its key, row-level security and a policy', async () => {
		const tables = await database.owner.sql<
			{ name: string; secured: boolean; policies: number; first: string }[]
		>`
			select c.relname as name, c.relrowsecurity as secured,
				(select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
				(select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
					where i.indrelid = c.oid and i.indisprimary) as first
			from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
				and c.relname <> 'lagesbild_migration'`;
		expect(tables.length).toBeGreaterThan(15);
		expect(
			tables.filter((table) => !table.secured || table.policies !== 1 || table.first !== 'municipality_id')
		).toEqual([]);
	});

	it('is owned by another than the program’s role, which cannot pass row-level security', async () => {
		const [role] = await database.application.database.sql<Record<string, unknown>[]>`
			select rolname as name, rolsuper as super, rolbypassrls as bypass, rolcreaterole as "createRole",
				(select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
			from pg_roles where rolname = current_user`;
		expect(role).toEqual({ name: 'lagesbild_app', super: false, bypass: false, createRole: false, owned: 0 });
	});

	it('is empty for a transaction that names no municipality, and holds only its own rows for one that does', async () => {
		const { sql } = database.application.database;
		expect(await sql`select 1 from unit`).toHaveLength(0);
		const seen = await withMunicipality(
			database.application.database,
			own.municipalityId,
			(tenant) => tenant<{ code: string }[]>`select distinct municipality_id::text as code from unit`
		);
		expect(seen).toEqual([{ code: '9997' }]);
	});

	it('takes no row for another municipality', async () => {
		const attempt = withMunicipality(
			database.application.database,
			own.municipalityId,
			(sql) =>
				sql`insert into area (municipality_id, area_id, name, population) values ('9998', 'x', 'X', 6000)`
		);
		await expect(attempt).rejects.toMatchObject({ code: '42501' });
	});
});

describe('a link', () => {
	const rowsSeenAfter = async (sql: Sql, token: string) => {
		const sought = { hash: tokenHash(token), draftId: null, notesId: null, pseudonym: null };
		const [found] = await findLinks(sql, [sought]);
		const seen = await sql<{ code: string }[]>`select distinct municipality_id::text as code from unit`;
		return { municipality: found?.municipality.municipalityId, seen: seen.map(({ code }) => code) };
	};
	const token = () => othersRound.tokens.get('Vuxenenheten') ?? '';

	it('opens its own municipality for the statement that asks, and leaves the connection as it was', async () => {
		const one = openAs(database.application.config.databaseUrl, {
			user: applicationRole,
			password: database.application.keys.password('postgresql-app')
		});
		try {
			expect(await rowsSeenAfter(one.sql, token())).toEqual({ municipality: '9998', seen: [] });
		} finally {
			await one.close();
		}
	});

	it('opens its own municipality for the transaction that asks, and no other', async () => {
		const { begin } = database.application.database;
		expect(await begin((sql) => rowsSeenAfter(sql, token()))).toEqual({
			municipality: '9998',
			seen: ['9998']
		});
		expect(await begin((sql) => rowsSeenAfter(sql, newToken()))).toEqual({
			municipality: undefined,
			seen: []
		});
	});
});
