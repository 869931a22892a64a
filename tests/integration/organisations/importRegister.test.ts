import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withMunicipality } from '#lib/server/db/connection.ts';
import { exportRegister } from '#lib/server/organisations/register/exportRegister.ts';
import {
	confirmImport,
	readImport,
	uploadRegister,
	type ImportView
} from '#lib/server/organisations/register/importRegister.ts';
import { saveOrganisation } from '#lib/server/organisations/register/saveOrganisation.ts';
import { writeXlsx } from '#lib/server/spreadsheets/writeXlsx.ts';
import { movingClock } from '../../support/movingClock.ts';
import { largeRegister, registerCsv, registerSheet } from '../../support/registerFile.ts';
import { insertSmallMunicipality, type SmallMunicipality } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let own: SmallMunicipality;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-03-02T09:00:00Z') });
	own = await insertSmallMunicipality(database.application, '9997');
});
afterAll(() => database.close());

async function preview(
	bytes: Uint8Array,
	actor = own.actors.samordnare
): Promise<ImportView & { readonly importId: string }> {
	const upload = await uploadRegister(database.application, actor, bytes);
	if (!upload.ok) throw new Error(upload.refusal);
	const { importId } = upload.value;
	const view = await readImport(database.application, actor, importId);
	if (!view.ok) throw new Error(view.refusal);
	return { ...view.value, importId };
}

async function importFile(bytes: Uint8Array): Promise<void> {
	const { importId, planHash } = await preview(bytes);
	const confirmed = await confirmImport(database.application, own.actors.samordnare, { importId, planHash });
	if (!confirmed.ok) throw new Error(confirmed.refusal);
}

async function counted(): Promise<unknown> {
	const [row] = await database.owner.sql<Record<string, number>[]>`
		select (select count(*)::int from organisation) as organisations, (select count(*)::int from unit) as units,
			(select count(*)::int from contact) as contacts, (select count(*)::int from unit_contact) as duties,
			(select count(*)::int from unit_size) as sizes, (select count(*)::int from agreement) as agreements`;
	return row;
}

const hotel = {
	organisation: 'Hotell Fyren AB',
	kind: 'Hotell',
	unit: 'Receptionen',
	size: '40',
	measure: 'rum',
	contact: 'Tova Rylander',
	email: 'Tova@fyren.example',
	phone: '+46 999 12 34',
	agreement: 'Avtal om utbildning',
	agreementKind: 'Avtal',
	purposes: 'Upptäcka\nLarma',
	areas: 'Centrum',
	agreementFrom: '2026-01-01'
};

describe('a file', () => {
	it('is shown before anything of it is written', async () => {
		const before = await counted();
		const { plan, counts } = await preview(registerCsv([hotel]));
		expect(counts).toEqual({ new: 1, changed: 0, unchanged: 0, refused: 0 });
		expect(plan.rows[0]).toMatchObject({
			line: 2,
			fate: 'new',
			additions: ['organisation', 'enhet', 'storlek', 'kontakt', 'uppdrag vid enheten', 'överenskommelse']
		});
		expect(await counted()).toEqual(before);
	});

	it('is written as it was shown, and changes nothing the second time', async () => {
		await importFile(registerCsv([hotel]));
		const after = await counted();
		const again = await preview(registerCsv([hotel]));
		expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 1, refused: 0 });
		const { importId, planHash } = again;
		expect(await confirmImport(database.application, own.actors.samordnare, { importId, planHash })).toEqual({
			ok: false,
			refusal: 'nothing-to-write'
		});
		expect(await counted()).toEqual(after);
	});

	it('is not written when the register has been changed since it was shown', async () => {
		const { importId, planHash } = await preview(registerCsv([{ ...hotel, kind: 'Annan myndighet' }]));
		const [row] = await database.owner.sql<{ id: string }[]>`
			select organisation_id as id from organisation where name = 'Hotell Fyren AB'`;
		const saved = await saveOrganisation(database.application, own.actors.samordnare, {
			organisationId: row!.id,
			name: 'Hotell Fyren AB',
			kind: 'health_care'
		});
		expect(saved.ok).toBe(true);
		expect(await confirmImport(database.application, own.actors.samordnare, { importId, planHash })).toEqual({
			ok: false,
			refusal: 'register-changed'
		});
		await saveOrganisation(database.application, own.actors.samordnare, {
			organisationId: row!.id,
			name: 'Hotell Fyren AB',
			kind: 'housing_or_hospitality'
		});
	});

	it('gives a renamed unit its new name and keeps the unit, with the old name in its history', async () => {
		const [unit] = await database.owner.sql<{ unitId: string; organisationId: string }[]>`
			select unit_id as "unitId", organisation_id as "organisationId" from unit where name = 'Receptionen'`;
		const rows = [{ ...unit, organisation: 'Hotell Fyren AB', unit: 'Receptionen och baren' }];
		const { plan } = await preview(registerCsv(rows));
		expect(plan.rows[0]?.changes).toEqual([
			{ column: 'unit', from: 'Receptionen', to: 'Receptionen och baren' }
		]);
		await importFile(registerCsv(rows));
		const stored = await database.owner.sql`
			select u.name, f.name as former, f.used_to as "usedTo" from unit u
			join former_unit_name f using (municipality_id, unit_id) where u.unit_id = ${unit!.unitId}`;
		expect([...stored]).toEqual([
			{ name: 'Receptionen och baren', former: 'Receptionen', usedTo: '2026-03-01' }
		]);
	});

	it('leaves refused rows out and writes the others', async () => {
		const rows = [
			{ organisation: 'Bostads AB Viken', kind: 'Bostadsbolag', contact: 'Ulf Sten', email: 'ulf@viken' },
			{ organisation: 'Bostads AB Viken', kind: 'Bostadsbolag', contact: 'Eva Sten', email: 'utan snabel-a' }
		];
		const { plan, counts } = await preview(registerCsv(rows));
		expect(counts).toEqual({ new: 1, changed: 0, unchanged: 0, refused: 1 });
		expect(plan.rows[1]?.faults).toEqual([
			{ column: 'email', message: 'Skriv en e-postadress, till exempel namn@kommun.se' }
		]);
		await importFile(registerCsv(rows));
		const names = await database.owner.sql`select name from contact where name like '% Sten'`;
		expect([...names]).toEqual([{ name: 'Ulf Sten' }]);
	});

	it('is the samordnare’s to read in, and no other municipality’s', async () => {
		const { application } = database;
		const { granskare, lasare } = own.actors;
		const refusal = { ok: false, refusal: 'not-allowed' };
		expect([
			await uploadRegister(application, granskare, registerCsv([hotel])),
			await exportRegister(application, lasare, 'csv')
		]).toEqual([refusal, refusal]);
	});
});

describe('the exported register', () => {
	it('changes nothing when it is read in again, as CSV and as XLSX', async () => {
		await importFile(registerCsv(largeRegister(60)));
		for (const format of ['csv', 'xlsx'] as const) {
			const file = await exportRegister(database.application, own.actors.samordnare, format);
			if (!file.ok) throw new Error(file.refusal);
			const { counts, plan } = await preview(file.value.bytes);
			expect([format, { ...counts, unchanged: 0 }]).toEqual([
				format,
				{ new: 0, changed: 0, refused: 0, unchanged: 0 }
			]);
			expect(plan.rows.length).toBeGreaterThan(60);
		}
	});

	it('is recorded without anybody’s name', async () => {
		const events = await database.owner.sql<{ action: string; subject: string }[]>`
			select distinct action, subject from audit_event where action like 'register-%' order by action, subject`;
		expect(
			events.every(({ subject }) =>
				/^(csv|xlsx|nya \d+, ändrade \d+, oförändrade \d+, vägrade \d+)$/.test(subject)
			)
		).toBe(true);
		expect(events.length).toBeGreaterThan(2);
	});
});

describe('whatever a file holds', () => {
	const cell = fc.oneof(
		fc.constantFrom('', 'Skola', 'Polisen', '2026-01-31', '2026-13-01', 'ja', '=1+1', '#N/A', 'x@y.example'),
		fc.string({ maxLength: 12 }),
		fc.uuid()
	);
	const row = fc.record({
		organisation: fc.constantFrom('A', 'B', ''),
		kind: fc.constantFrom('Skola', 'Polis', ''),
		unit: fc.constantFrom('Ett', 'Två', ''),
		contact: fc.constantFrom('Anna Ek', 'Bo Ek', ''),
		email: cell,
		contactFrom: cell,
		sector: cell,
		size: cell,
		measure: cell,
		councilPosition: cell,
		councilFrom: cell,
		agreement: cell,
		purposes: cell,
		areas: cell,
		agreementFrom: cell,
		isMain: cell
	});

	it('what has been written is unchanged when the same file is read once more', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
				const bytes = writeXlsx('Prov', registerSheet(rows));
				const upload = await uploadRegister(database.application, own.actors.samordnare, bytes);
				if (!upload.ok) return;
				const first = await preview(bytes);
				const { importId, planHash } = first;
				await confirmImport(database.application, own.actors.samordnare, { importId, planHash });
				const again = await preview(bytes);
				expect(again.counts.new).toBe(0);
				const fates = (view: ImportView) => view.plan.rows.map(({ fate }) => fate === 'refused');
				const written = first.plan.rows.filter(({ fate }) => fate !== 'refused').map(({ line }) => line);
				expect(
					again.plan.rows.filter(({ line, fate }) => written.includes(line) && fate !== 'unchanged')
				).toEqual([]);
				expect(fates(again).length).toBe(fates(first).length);
				await withMunicipality(database.application.database, own.municipalityId, async (sql) => {
					await sql`delete from unit_contact where unit_id in (select unit_id from unit where name in ('Ett', 'Två'))`;
					await sql`delete from unit_size where unit_id in (select unit_id from unit where name in ('Ett', 'Två'))`;
					await sql`delete from contact where name in ('Anna Ek', 'Bo Ek')`;
					await sql`delete from unit where name in ('Ett', 'Två')`;
					await sql`delete from agreement where organisation_id in (select organisation_id from organisation where name in ('A', 'B'))`;
					await sql`delete from organisation where name in ('A', 'B')`;
				});
			}),
			{ numRuns: 40 }
		);
	});
});
