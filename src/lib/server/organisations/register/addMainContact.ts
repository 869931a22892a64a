import { randomUUID } from 'node:crypto';
import type { Contact } from '#lib/organisations/contact.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Sql } from '../../db/connection.ts';
import { upsertContacts, upsertDuties } from './registerStore.ts';

/** A new person who answers for a unit from a day on, with no more than invitations need. @returns the person's id. */
export async function addMainContact(
	sql: Sql,
	person: Pick<Contact, 'organisationId' | 'name' | 'email' | 'language'> & {
		readonly unitId: string;
		readonly from: CalendarDate;
	}
): Promise<string> {
	const { unitId, from, ...known } = person;
	const contactId = randomUUID();
	const council = { councilPosition: null, councilFrom: null, councilTo: null };
	await upsertContacts(sql, [{ contactId, ...known, phone: null, ...council }]);
	await upsertDuties(sql, [
		{ unitId, contactId, role: null, isMain: true, activeFrom: from, activeTo: null }
	]);
	return contactId;
}
