import { randomUUID } from 'node:crypto';
import type { EventFacts } from '#lib/reference/referenceEvent.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { changeReference } from './changeReference.ts';
import { deleteEvent, insertEvent, updateEvent } from './eventStore.ts';

export type EventRefusal = 'not-allowed' | 'unknown-event';

const itself = (eventId: string) => eventId;

/** Adds an event (without an id) or changes one. @returns its id. */
export async function saveEvent(
	application: Application,
	actor: Actor,
	{ eventId, facts }: { readonly eventId: string | null; readonly facts: EventFacts }
): Promise<Result<string, EventRefusal>> {
	return await changeReference<string, EventRefusal>(application, actor, {
		subject: itself,
		make: async (sql) => {
			if (eventId !== null) {
				return (await updateEvent(sql, eventId, facts)) ? accepted(eventId) : refused('unknown-event');
			}
			const added = randomUUID();
			await insertEvent(sql, added, facts);
			return accepted(added);
		}
	});
}

export async function removeEvent(
	application: Application,
	actor: Actor,
	eventId: string
): Promise<Result<string, EventRefusal>> {
	return await changeReference<string, EventRefusal>(application, actor, {
		subject: itself,
		make: async (sql) => ((await deleteEvent(sql, eventId)) ? accepted(eventId) : refused('unknown-event'))
	});
}
