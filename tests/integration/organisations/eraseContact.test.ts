import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eraseContact } from '#lib/server/organisations/register/eraseContact.ts';
import { handOverContact } from '#lib/server/organisations/register/handOver.ts';
import { uploadRegister } from '#lib/server/organisations/register/importRegister.ts';
import { mergeContacts } from '#lib/server/organisations/register/mergeContacts.ts';
import { readContact } from '#lib/server/organisations/register/readContact.ts';
import { addContact, saveDuty } from '#lib/server/organisations/register/saveContact.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { tablesHolding } from '../../support/databaseText.ts';
import { movingClock } from '../../support/movingClock.ts';
import { registerCsv } from '../../support/registerFile.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	type OpenedRound,
	type SmallMunicipality
} from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let municipality: SmallMunicipality;
let round: OpenedRound;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-20T09:00:00Z') });
	municipality = await insertSmallMunicipality(database.application, '9997');
	round = await openedRoundIn(database.application, municipality);
});
afterAll(() => database.close());

const person = (name: string, email: string | null = null) => ({
	name,
	email,
	phone: '0999-77 88 99',
	language: 'sv' as const,
	councilPosition: 'Förvaltningschef',
	councilFrom: calendarDate('2025-01-01'),
	councilTo: null
});

let organisationId: string;
const samordnare = () => municipality.actors.samordnare;

beforeEach(async () => {
	const [row] = await database.owner.sql<{ id: string }[]>`
		select organisation_id as id from contact where contact_id = ${municipality.contactIds[1] ?? ''}`;
	organisationId = row!.id;
});

async function newContact(name: string, email: string | null = null): Promise<string> {
	const added = await addContact(database.application, samordnare(), {
		organisationId,
		form: person(name, email)
	});
	if (!added.ok) throw new Error(added.refusal);
	return added.value;
}

async function dutiesOf(unitId: string) {
	const rows = await database.owner.sql`
		select contact_id as "contactId", is_main as "isMain", active_from as "activeFrom", active_to as "activeTo",
			successor_id as "successorId"
		from unit_contact where unit_id = ${unitId} order by active_from`;
	return [...rows];
}

describe('a contact who leaves', () => {
	it('hands units over to the successor from the day after, and leaves the council', async () => {
		const [, , unitId = ''] = municipality.unitIds;
		const leavingId = await newContact('Avgående Person');
		const successorId = await newContact('Tillträdande Person');
		const form = { role: 'Chef', isMain: true, activeFrom: calendarDate('2025-06-01'), activeTo: null };
		await saveDuty(database.application, samordnare(), { contactId: leavingId, unitId, form });
		const handOver = { contactId: leavingId, successorId, lastDay: calendarDate('2026-01-31') };
		expect(await handOverContact(database.application, samordnare(), handOver)).toEqual({
			ok: true,
			value: [unitId]
		});
		expect((await dutiesOf(unitId)).slice(1)).toEqual([
			{
				contactId: leavingId,
				isMain: true,
				activeFrom: '2025-06-01',
				activeTo: '2026-01-31',
				successorId
			},
			{
				contactId: successorId,
				isMain: true,
				activeFrom: '2026-02-01',
				activeTo: null,
				successorId: null
			}
		]);
		const view = await readContact(database.application, samordnare(), leavingId);
		expect(view.ok && view.value.contact.councilTo).toBe('2026-01-31');
	});

	it('is refused without anything to hand over, and to nobody', async () => {
		const contactId = await newContact('Ledig Person');
		const successorId = await newContact('Annan Person');
		const lastDay = calendarDate('2026-01-31');
		const attempt = (to: string) =>
			handOverContact(database.application, samordnare(), { contactId, successorId: to, lastDay });
		expect([
			await attempt(successorId),
			await attempt(contactId),
			await attempt('00000000-0000-4000-8000-000000000000')
		]).toEqual([
			{ ok: false, refusal: 'nothing-to-hand-over' },
			{ ok: false, refusal: 'same-person' },
			{ ok: false, refusal: 'unknown-successor' }
		]);
	});
});

describe('two contacts that are one person', () => {
	it('become one with the units and letters of both; what the kept one lacks comes from the other', async () => {
		const [, , , unitId = ''] = municipality.unitIds;
		const [, , , originalId = ''] = municipality.contactIds;
		const keptId = await newContact('Samma Person');
		expect(await mergeContacts(database.application, samordnare(), { keptId, goneId: originalId })).toEqual({
			ok: true,
			value: keptId
		});
		const view = await readContact(database.application, samordnare(), keptId);
		if (!view.ok) throw new Error(view.refusal);
		const { contact, duties, messages } = view.value;
		expect([contact.name, contact.email, duties.map((duty) => duty.unitId), messages.length]).toEqual([
			'Samma Person',
			'kontakt3@partner.example',
			[unitId],
			1
		]);
		expect(await tablesHolding(database.owner, originalId)).toEqual(['audit_event']);
	});
});

describe('a contact who is erased', () => {
	it('is refused while an open round waits for a unit that nobody else answers for', async () => {
		const [contactId = ''] = municipality.contactIds;
		const erasure = { contactId, successorId: null };
		expect(await eraseContact(database.application, samordnare(), erasure)).toEqual({
			ok: false,
			refusal: 'needed-in-open-round'
		});
	});

	it('leaves no trace of name, address and number anywhere in the database, and the counts as they were', async () => {
		const [unitId = ''] = municipality.unitIds;
		const [contactId = ''] = municipality.contactIds;
		const { sql } = database.owner;
		await sql`update contact set phone = '0999-31 31 31' where contact_id = ${contactId}`;
		const traces = ['Kontakt Lokalpolisområde Prov', 'kontakt0@partner.example', '0999-31 31 31'];
		const file = registerCsv([
			{ organisation: 'Organisation för Lokalpolisområde Prov', contact: traces[0]! }
		]);
		await uploadRegister(database.application, samordnare(), file);
		const countsBefore = await sql`select count(*)::int from outbox_message`;
		const successorId = await newContact('Nya Kontakten');
		const erased = await eraseContact(database.application, samordnare(), { contactId, successorId });
		expect(erased).toEqual({ ok: true, value: null });
		expect(await Promise.all(traces.map((text) => tablesHolding(database.owner, text)))).toEqual([
			[],
			[],
			[]
		]);
		expect(await sql`select count(*)::int from outbox_message`).toEqual(countsBefore);
		expect(await sql`select 1 from register_import`).toHaveLength(0);
		const [letter] = await sql`
			select recipient, sealed_body as body, contact_id as "contactId" from outbox_message m
			join invitation i using (municipality_id, invitation_id) where i.unit_id = ${unitId}`;
		expect(letter).toEqual({ recipient: null, body: null, contactId: null });
		expect(await dutiesOf(unitId)).toEqual([
			{
				contactId,
				isMain: false,
				activeFrom: '2020-01-01',
				activeTo: '2026-01-19',
				successorId
			},
			{ contactId: successorId, isMain: true, activeFrom: '2026-01-20', activeTo: null, successorId: null }
		]);
		expect(await eraseContact(database.application, samordnare(), { contactId, successorId: null })).toEqual({
			ok: false,
			refusal: 'unknown-contact'
		});
	});

	it('needs no successor once the round is closed', async () => {
		await closeRound(database.application, samordnare(), round.roundId);
		const [, contactId = ''] = municipality.contactIds;
		expect(await eraseContact(database.application, samordnare(), { contactId, successorId: null })).toEqual({
			ok: true,
			value: null
		});
	});

	it('is the samordnare’s own act', async () => {
		const [, , contactId = ''] = municipality.contactIds;
		expect(
			await eraseContact(database.application, municipality.actors.granskare, {
				contactId,
				successorId: null
			})
		).toEqual({ ok: false, refusal: 'not-allowed' });
	});
});
