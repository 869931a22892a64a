import type { EventFacts, ReferenceEvent } from '#lib/reference/referenceEvent.ts';
import type { Sql } from '../db/connection.ts';

/** In the order of time. */
export async function listEvents(sql: Sql): Promise<ReferenceEvent[]> {
	return await sql<ReferenceEvent[]>`
		select event_id as "eventId", on_day as "on", until_day as until, kind, title, text, source, address,
			is_shown as "isShown"
		from reference_event where municipality_id = current_municipality() order by on_day, title, event_id`;
}

export async function findEvent(sql: Sql, eventId: string): Promise<ReferenceEvent | null> {
	return (await listEvents(sql)).find((event) => event.eventId === eventId) ?? null;
}

export async function insertEvent(sql: Sql, eventId: string, facts: EventFacts): Promise<void> {
	await sql`
		insert into reference_event (municipality_id, event_id, on_day, until_day, kind, title, text, source, address,
			is_shown)
		values (current_municipality(), ${eventId}, ${facts.on}, ${facts.until}, ${facts.kind}, ${facts.title},
			${facts.text}, ${facts.source}, ${facts.address}, ${facts.isShown})`;
}

/** @returns false when there is no such event. */
export async function updateEvent(sql: Sql, eventId: string, facts: EventFacts): Promise<boolean> {
	const { count } = await sql`
		update reference_event set on_day = ${facts.on}, until_day = ${facts.until}, kind = ${facts.kind},
			title = ${facts.title}, text = ${facts.text}, source = ${facts.source}, address = ${facts.address},
			is_shown = ${facts.isShown}
		where municipality_id = current_municipality() and event_id = ${eventId}`;
	return count > 0;
}

/** @returns false when there is no such event. */
export async function deleteEvent(sql: Sql, eventId: string): Promise<boolean> {
	const { count } = await sql`
		delete from reference_event where municipality_id = current_municipality() and event_id = ${eventId}`;
	return count > 0;
}
