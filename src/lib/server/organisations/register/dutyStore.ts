import type { YearPart } from '#lib/rounds/roundName.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Sql } from '../../db/connection.ts';

/** What a person does or did for a unit, with the names of unit and successor. */
export interface ContactDuty {
	readonly unitId: string;
	readonly unitName: string;
	readonly organisationName: string;
	readonly role: string | null;
	readonly isMain: boolean;
	readonly activeFrom: CalendarDate;
	readonly activeTo: CalendarDate | null;
	readonly successor: { readonly contactId: string; readonly name: string | null } | null;
}

interface DutyRow extends Omit<ContactDuty, 'successor'> {
	readonly successorId: string | null;
	readonly successorName: string | null;
}

export async function listDutiesOf(sql: Sql, contactId: string): Promise<ContactDuty[]> {
	const rows = await sql<DutyRow[]>`
		select d.unit_id as "unitId", u.name as "unitName", o.name as "organisationName", d.role,
			d.is_main as "isMain", d.active_from as "activeFrom", d.active_to as "activeTo",
			d.successor_id as "successorId", s.name as "successorName"
		from unit_contact d
		join unit u using (municipality_id, unit_id)
		join organisation o on o.municipality_id = u.municipality_id and o.organisation_id = u.organisation_id
		left join contact s on s.municipality_id = d.municipality_id and s.contact_id = d.successor_id
		where d.municipality_id = current_municipality() and d.contact_id = ${contactId}
		order by d.active_from desc, u.name`;
	return rows.map(({ successorId, successorName, ...duty }) => ({
		...duty,
		successor: successorId === null ? null : { contactId: successorId, name: successorName }
	}));
}

/** Nobody but the given person is the unit's main contact from now on. */
export async function clearOtherMains(
	sql: Sql,
	{ unitId, contactId }: { readonly unitId: string; readonly contactId: string }
): Promise<void> {
	await sql`
		update unit_contact set is_main = false
		where municipality_id = current_municipality() and unit_id = ${unitId} and contact_id <> ${contactId}`;
}

/** Ends a person's duty and names who comes after. */
export async function endDuty(
	sql: Sql,
	duty: {
		readonly unitId: string;
		readonly contactId: string;
		readonly lastDay: CalendarDate;
		readonly successorId: string;
	}
): Promise<void> {
	await sql`
		update unit_contact set active_to = ${duty.lastDay}, successor_id = ${duty.successorId}
		where municipality_id = current_municipality() and unit_id = ${duty.unitId}
			and contact_id = ${duty.contactId}`;
}

/** Gives a person's duties, messages, signatures and place as successor to another; where both have a unit, the spans become one. */
export async function moveEverything(
	sql: Sql,
	{ fromId, toId }: { readonly fromId: string; readonly toId: string }
): Promise<void> {
	await sql`
		update unit_contact k set active_from = least(k.active_from, g.active_from),
			active_to = case when k.active_to is null or g.active_to is null then null
				else greatest(k.active_to, g.active_to) end,
			role = coalesce(k.role, g.role), is_main = k.is_main or g.is_main,
			successor_id = case when k.active_to is null or g.active_to is null then null
				else nullif(coalesce(k.successor_id, g.successor_id), ${toId}) end
		from unit_contact g
		where k.municipality_id = current_municipality() and k.contact_id = ${toId}
			and g.municipality_id = k.municipality_id and g.unit_id = k.unit_id and g.contact_id = ${fromId}`;
	await sql`
		update unit_contact set successor_id = null
		where municipality_id = current_municipality() and successor_id = ${fromId} and contact_id = ${toId}`;
	await sql`
		update unit_contact set successor_id = ${toId}
		where municipality_id = current_municipality() and successor_id = ${fromId}`;
	await sql`
		delete from unit_contact g where g.municipality_id = current_municipality() and g.contact_id = ${fromId}
			and exists (select from unit_contact k where k.municipality_id = g.municipality_id
				and k.unit_id = g.unit_id and k.contact_id = ${toId})`;
	await sql`
		update unit_contact set contact_id = ${toId}, successor_id = nullif(successor_id, ${toId})
		where municipality_id = current_municipality() and contact_id = ${fromId}`;
	await sql`
		update outbox_message set contact_id = ${toId}
		where municipality_id = current_municipality() and contact_id = ${fromId}`;
	await sql`
		update waiver set signer_id = ${toId}
		where municipality_id = current_municipality() and signer_id = ${fromId}`;
	await sql`delete from contact where municipality_id = current_municipality() and contact_id = ${fromId}`;
}

export interface ContactMessage {
	readonly messageId: string;
	/** Null for what belongs to no round. */
	readonly year: number | null;
	readonly part: YearPart | null;
	readonly subject: string;
	readonly recipient: string | null;
	readonly createdAt: Date;
	readonly sentAt: Date | null;
	/** The letter is still kept, sealed: it has not gone by e-mail. */
	readonly hasText: boolean;
}

/** The letters and messages that were written to a person, the latest first. */
export async function listMessagesTo(sql: Sql, contactId: string): Promise<ContactMessage[]> {
	return await sql<ContactMessage[]>`
		select m.message_id as "messageId", r.year, r.part, m.subject, m.recipient,
			m.created_at as "createdAt", m.sent_at as "sentAt", m.sealed_body is not null as "hasText"
		from outbox_message m left join round r using (municipality_id, round_id)
		where m.municipality_id = current_municipality() and m.contact_id = ${contactId}
		order by m.created_at desc, m.message_id`;
}

/** Name and address out of the outbox; that a message went to the unit, and when, stays. What waits is cancelled. */
export async function eraseMessagesTo(
	sql: Sql,
	{ contactId, email, at }: { readonly contactId: string; readonly email: string | null; readonly at: Date }
): Promise<void> {
	await sql`
		update outbox_message set recipient = null, sealed_body = null, contact_id = null,
			cancelled_at = case when sent_at is null and refused_at is null then coalesce(cancelled_at, ${at})
				else cancelled_at end
		where municipality_id = current_municipality()
			and (contact_id = ${contactId} or (contact_id is null and lower(recipient) = lower(${email}::text)))`;
}

/** Everything that names the person; the days of the duties stay, for the counts. */
export async function eraseContactFields(
	sql: Sql,
	{ contactId, on }: { readonly contactId: string; readonly on: CalendarDate }
): Promise<void> {
	await sql`
		update contact set name = null, email = null, phone = null, language = 'sv', council_position = null,
			council_from = null, council_to = null, bounced_on = null, bounce_reason = null, erased_on = ${on}
		where municipality_id = current_municipality() and contact_id = ${contactId}`;
	await sql`
		update unit_contact set role = null, is_main = false, active_to = least(coalesce(active_to, ${on}), greatest(active_from, ${on}))
		where municipality_id = current_municipality() and contact_id = ${contactId}`;
	await sql`
		update waiver set signer_role = null
		where municipality_id = current_municipality() and signer_id = ${contactId}`;
}
