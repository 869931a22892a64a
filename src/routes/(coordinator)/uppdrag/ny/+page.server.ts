import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { newMotionSchema } from '#lib/lagesbild/uppdrag/motionForms.ts';
import { addMotion } from '#lib/server/lagesbild/uppdrag/saveMotion.ts';
import { readForm } from '../../readForm.ts';
import { requireRole } from '../../requireActor.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	requireRole(event, 'samordnare');
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const form = readForm(newMotionSchema, await event.request.formData());
		if (!form.ok) return fail(400, { errors: form.errors, typed: form.typed, message: null });
		const added = await addMotion(event.locals.application, actor, form.value);
		if (!added.ok) error(403, 'Bara samordnaren kan lägga till motioner.');
		redirect(303, resolve('/(coordinator)/uppdrag/[motionId]', { motionId: added.value }));
	}
};
