import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withMunicipality, type Sql } from '#lib/server/db/connection.ts';
import { findContactsOfUnits, recipientsOf } from '#lib/server/organisations/contactStore.ts';
import { upsertContacts, upsertDuties } from '#lib/server/organisations/register/registerStore.ts';
import { markBouncedAddress } from '#lib/server/organisations/markBouncedAddress.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { movingClock } from '../../support/movingClock.ts';
import { insertSmallMunicipality, type SmallMunicipality } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let municipality: SmallMunicipality;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-03-02T09:00:00Z') });
	municipality = await insertSmallMunicipality(database.application, '9997');
});
afterAll(() => database.close());

const within = <Value>(work: (sql: Sql) => Promise<Value>) =>
	withMunicipality(database.application.database, '9997', work);

const person = (name: string, organisationId: string) => ({
	contactId: randomUUID(),
	organisationId,
	name,
	language: 'sv' as const,
	email: 'byte@partner.example',
	phone: null,
	councilPosition: null,
	councilFrom: null,
	councilTo: null
});

describe('whom a unit’s invitation goes to', () => {
	it('is the main contact of the day, and then the successor', async () => {
		const [unitId = ''] = municipality.unitIds;
		const [first = ''] = municipality.contactIds;
		const named = await within(async (sql) => {
			const [unit] = await sql<{ organisationId: string }[]>`
				select organisation_id as "organisationId" from unit where unit_id = ${unitId}`;
			const successor = person('Nya Kontakten', unit!.organisationId);
			await upsertContacts(sql, [successor]);
			const duty = { unitId, contactId: successor.contactId, role: null, isMain: true };
			await sql`update unit_contact set active_to = '2026-05-31' where contact_id = ${first}`;
			await upsertDuties(sql, [{ ...duty, activeFrom: calendarDate('2026-06-01'), activeTo: null }]);
			const nameOn = async (day: string) =>
				recipientsOf(await findContactsOfUnits(sql, { unitIds: [unitId], day: calendarDate(day) })).get(
					unitId
				)?.name;
			return [await nameOn('2019-12-31'), await nameOn('2026-05-31'), await nameOn('2026-06-01')];
		});
		expect(named).toEqual([undefined, 'Kontakt Lokalpolisområde Prov', 'Nya Kontakten']);
	});
});

describe('an address that mail came back from', () => {
	it('is marked with the day and the reason, until it is changed', async () => {
		const [, contactId = ''] = municipality.contactIds;
		const bounceOf = (sql: Sql) => sql<Record<string, unknown>[]>`
			select bounced_on as on, bounce_reason as reason from contact where contact_id = ${contactId}`;
		const [marked, changed] = await within(async (sql) => {
			const bounce = { contactId, on: calendarDate('2026-03-02'), reason: ' 550 5.1.1 okänd mottagare ' };
			expect(await markBouncedAddress(sql, bounce)).toEqual({ ok: true, value: null });
			const before = await bounceOf(sql);
			const [row] = await sql<{ organisationId: string }[]>`
				select organisation_id as "organisationId" from contact where contact_id = ${contactId}`;
			await upsertContacts(sql, [{ ...person('Samma Person', row!.organisationId), contactId }]);
			return [before, await bounceOf(sql)];
		});
		expect(marked).toEqual([{ on: '2026-03-02', reason: '550 5.1.1 okänd mottagare' }]);
		expect(changed).toEqual([{ on: null, reason: null }]);
	});

	it('is refused for a contact of another municipality', async () => {
		await insertSmallMunicipality(database.application, '9998');
		const bounce = {
			contactId: municipality.contactIds[0] ?? '',
			on: calendarDate('2026-03-02'),
			reason: 'x'
		};
		const outcome = await withMunicipality(database.application.database, '9998', (sql) =>
			markBouncedAddress(sql, bounce)
		);
		expect(outcome).toEqual({ ok: false, refusal: 'no-address' });
	});
});
