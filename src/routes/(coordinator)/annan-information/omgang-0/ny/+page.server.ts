import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { earlierSurveySchema } from '#lib/reference/referenceForms.ts';
import { saveEarlierSurvey } from '#lib/server/reference/saveEarlierSurvey.ts';
import { readForm } from '../../../readForm.ts';
import { requireRole } from '../../../requireActor.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	requireRole(event, 'samordnare');
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const form = readForm(earlierSurveySchema, await event.request.formData());
		if (!form.ok) return fail(400, { errors: form.errors, typed: form.typed, message: null });
		const saved = await saveEarlierSurvey(event.locals.application, actor, {
			surveyId: null,
			facts: form.value
		});
		if (!saved.ok) error(403, 'Bara samordnaren kan lägga till underlag.');
		redirect(303, resolve('/(coordinator)/annan-information/omgang-0/[surveyId]', { surveyId: saved.value }));
	}
};
