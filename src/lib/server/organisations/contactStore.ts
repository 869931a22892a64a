import type { Contact, UnitContact } from '#lib/organisations/contact.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Sql } from '../db/connection.ts';

/** A contact as it stands in the register. Who has been erased has no name. */
export interface StoredContact extends Omit<Contact, 'name'> {
	readonly name: string | null;
	/** The day an e-mail to the address came back. */
	readonly bouncedOn: CalendarDate | null;
	readonly bounceReason: string | null;
	readonly erasedOn: CalendarDate | null;
}

/** A person who answers for a unit on a day, with what a letter, an e-mail or a telephone call needs. */
export interface CurrentContact {
	readonly unitId: string;
	readonly contactId: string;
	readonly name: string;
	readonly role: string | null;
	readonly language: Contact['language'];
	readonly email: string | null;
	readonly phone: string | null;
	readonly isMain: boolean;
	readonly bouncedOn: CalendarDate | null;
}

function contactColumns(sql: Sql) {
	return sql`contact_id as "contactId", organisation_id as "organisationId", name, language, email, phone,
		council_position as "councilPosition", council_from as "councilFrom", council_to as "councilTo",
		bounced_on as "bouncedOn", bounce_reason as "bounceReason", erased_on as "erasedOn"`;
}

export async function findContact(sql: Sql, contactId: string): Promise<StoredContact | null> {
	const [row] = await sql<StoredContact[]>`
		select ${contactColumns(sql)} from contact
		where municipality_id = current_municipality() and contact_id = ${contactId}`;
	return row ?? null;
}

/** As findContact; null also for who has been erased. */
export async function findNamedContact(
	sql: Sql,
	contactId: string
): Promise<(StoredContact & Contact) | null> {
	const contact = await findContact(sql, contactId);
	const name = contact?.name ?? null;
	return contact && name !== null ? { ...contact, name } : null;
}

/** Everybody in the register who has not been erased. */
export async function listContacts(sql: Sql): Promise<(StoredContact & Contact)[]> {
	return await sql<(StoredContact & Contact)[]>`
		select ${contactColumns(sql)} from contact
		where municipality_id = current_municipality() and erased_on is null order by name, contact_id`;
}

/** As listContacts, with what the register itself says of them. */
export async function listPeople(sql: Sql): Promise<Contact[]> {
	return await sql<Contact[]>`
		select contact_id as "contactId", organisation_id as "organisationId", name, language, email, phone,
			council_position as "councilPosition", council_from as "councilFrom", council_to as "councilTo"
		from contact
		where municipality_id = current_municipality() and erased_on is null order by name, contact_id`;
}

export async function listUnitContacts(sql: Sql): Promise<UnitContact[]> {
	return await sql<UnitContact[]>`
		select d.unit_id as "unitId", d.contact_id as "contactId", d.role, d.is_main as "isMain",
			d.active_from as "activeFrom", d.active_to as "activeTo"
		from unit_contact d
		join contact c using (municipality_id, contact_id)
		where d.municipality_id = current_municipality() and c.erased_on is null
		order by d.unit_id, d.contact_id`;
}

/**
 * Those who answer for the units on a day. A unit's first is the one its invitation goes to: the main contact, else
 * whoever has answered for it longest.
 */
export async function findContactsOfUnits(
	sql: Sql,
	{ unitIds, day }: { readonly unitIds: readonly string[]; readonly day: CalendarDate }
): Promise<CurrentContact[]> {
	return await sql<CurrentContact[]>`
		select d.unit_id as "unitId", c.contact_id as "contactId", c.name, d.role, c.language, c.email, c.phone,
			d.is_main as "isMain", c.bounced_on as "bouncedOn"
		from unit_contact d
		join contact c using (municipality_id, contact_id)
		where d.municipality_id = current_municipality() and d.unit_id = any(${[...unitIds]}::uuid[])
			and c.erased_on is null and d.active_from <= ${day} and (d.active_to is null or d.active_to >= ${day})
		order by d.unit_id, d.is_main desc, d.active_from, c.name, c.contact_id`;
}

/** Unit → the person its invitation goes to: the first of each, as findContactsOfUnits orders them. */
export function recipientsOf(contacts: readonly CurrentContact[]): ReadonlyMap<string, CurrentContact> {
	return new Map(contacts.toReversed().map((contact) => [contact.unitId, contact]));
}

export async function countBouncedContacts(sql: Sql): Promise<number> {
	const [row] = await sql<{ count: number }[]>`
		select count(*)::int as count from contact
		where municipality_id = current_municipality() and bounced_on is not null`;
	return row?.count ?? 0;
}

/** @returns whether there is such an address; that of an erased or changed contact is no longer in the register. */
export async function markContactBounced(
	sql: Sql,
	bounce: { readonly contactId: string; readonly on: CalendarDate; readonly reason: string }
): Promise<boolean> {
	const marked = await sql`
		update contact set bounced_on = ${bounce.on}, bounce_reason = ${bounce.reason}
		where municipality_id = current_municipality() and contact_id = ${bounce.contactId} and email is not null
		returning contact_id`;
	return marked.length > 0;
}
