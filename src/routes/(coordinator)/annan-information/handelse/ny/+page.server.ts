import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { eventSchema } from '#lib/reference/referenceForms.ts';
import { saveEvent } from '#lib/server/reference/saveEvent.ts';
import { readForm } from '../../../readForm.ts';
import { requireRole } from '../../../requireActor.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	requireRole(event, 'samordnare');
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const form = readForm(eventSchema, await event.request.formData());
		if (!form.ok) return fail(400, { errors: form.errors, typed: form.typed, message: null });
		const saved = await saveEvent(event.locals.application, actor, { eventId: null, facts: form.value });
		if (!saved.ok) error(403, 'Bara samordnaren kan lägga till händelser.');
		redirect(303, resolve('/annan-information'));
	}
};
