import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listLetters } from '#lib/server/invitations/listLetters.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { withMunicipality } from '#lib/server/db/connection.ts';
import { listPartners } from '#lib/server/organisations/listPartners.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { createRound } from '#lib/server/rounds/createRound.ts';
import { openRound } from '#lib/server/rounds/openRound.ts';
import { proposeRound } from '#lib/server/rounds/proposeRound.ts';
import { readOverview } from '#lib/server/rounds/readOverview.ts';
import { readRound } from '#lib/server/rounds/readRound.ts';
import { saveMethod } from '#lib/server/rounds/saveMethod.ts';
import { movingClock } from '../../support/movingClock.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	planOf,
	type OpenedRound,
	type SmallMunicipality
} from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let own: SmallMunicipality;
let other: SmallMunicipality;
let othersRound: OpenedRound;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	own = await insertSmallMunicipality(database.application, '9997');
	other = await insertSmallMunicipality(database.application, '9998');
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

describe('a samordnare', () => {
	it('reads nothing of another municipality by any use case, with its ids in hand', async () => {
		const actor = own.actors.samordnare;
		const { application } = database;
		const { roundId } = othersRound;
		const method = { whyThisProblem: 'x', sourcesUsed: '', limitsOfSources: '', meaningOfLimits: '' };
		expect({
			round: await readRound(application, actor, roundId),
			open: await openRound(application, actor, roundId),
			close: await closeRound(application, actor, roundId),
			letters: await listLetters(application, actor, roundId),
			compile: await compileLagesbild(application, actor, roundId),
			method: await saveMethod(application, actor, { roundId, method }),
			propose: await proposeRound(application, actor, other.seriesId),
			create: await createRound(application, actor, planOf(other, { year: 2030 })),
			foreignUnits: await createRound(application, actor, planOf(own, { unitIds: [...other.unitIds] }))
		}).toEqual({
			round: { ok: false, refusal: 'unknown-round' },
			open: { ok: false, refusal: 'unknown-round' },
			close: { ok: false, refusal: 'unknown-round' },
			letters: { ok: false, refusal: 'unknown-round' },
			compile: { ok: false, refusal: 'unknown-round' },
			method: { ok: false, refusal: 'unknown-round' },
			propose: { ok: false, refusal: 'unknown-series' },
			create: { ok: false, refusal: 'unknown-series' },
			foreignUnits: { ok: false, refusal: 'unknown-unit' }
		});
		const overview = await readOverview(application, actor);
		expect(overview.series.flatMap((each) => each.rounds)).toEqual([]);
		const partners = await listPartners(application, actor);
		expect(partners.map((unit) => unit.unitId).sort()).toEqual([...own.unitIds].sort());
	});
});
