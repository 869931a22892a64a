import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { eventSchema } from '#lib/reference/referenceForms.ts';
import { readEvent } from '#lib/server/reference/readReference.ts';
import { removeEvent, saveEvent, type EventRefusal } from '#lib/server/reference/saveEvent.ts';
import { idInAddress } from '../../../idInAddress.server.ts';
import { readForm } from '../../../readForm.ts';
import { requireRole } from '../../../requireActor.server.ts';
import type { Actions, PageServerLoad } from './$types';

const missing = 'Händelsen finns inte.';

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const read = await readEvent(event.locals.application, actor, idInAddress(event.params.eventId, missing));
	if (!read.ok) error(404, missing);
	const { isShown, ...facts } = read.value;
	return { held: { ...facts, isShown: isShown ? 'ja' : 'nej' } };
};

function stop(refusal: EventRefusal): never {
	if (refusal === 'unknown-event') error(404, missing);
	error(403, 'Bara samordnaren kan ändra händelser.');
}

export const actions: Actions = {
	spara: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const eventId = idInAddress(event.params.eventId, missing);
		const form = readForm(eventSchema, await event.request.formData());
		if (!form.ok) return fail(400, { errors: form.errors, typed: form.typed, message: null });
		const saved = await saveEvent(event.locals.application, actor, { eventId, facts: form.value });
		if (!saved.ok) stop(saved.refusal);
		redirect(303, resolve('/annan-information'));
	},
	taBort: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const eventId = idInAddress(event.params.eventId, missing);
		const removed = await removeEvent(event.locals.application, actor, eventId);
		if (!removed.ok) stop(removed.refusal);
		redirect(303, resolve('/annan-information'));
	}
};
