import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { seriesSchema } from '#lib/reference/referenceForms.ts';
import { addSeries } from '#lib/server/reference/saveSeries.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { readForm } from '../../../readForm.ts';
import { requireRole } from '../../../requireActor.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	requireRole(event, 'samordnare');
	return { today: dayInSweden(event.locals.application.clock.now()) };
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const form = readForm(seriesSchema, await event.request.formData());
		if (!form.ok) return fail(400, { errors: form.errors, typed: form.typed, message: null });
		const added = await addSeries(event.locals.application, actor, form.value);
		if (!added.ok) error(403, 'Bara samordnaren kan lägga till serier.');
		redirect(303, resolve('/(coordinator)/annan-information/serie/[seriesId]', { seriesId: added.value }));
	}
};
