import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { areasSchema } from '#lib/reference/referenceForms.ts';
import { readReference } from '#lib/server/reference/readReference.ts';
import { saveAreas } from '#lib/server/reference/saveAreas.ts';
import { readForm } from '../../readForm.ts';
import { requireRole } from '../../requireActor.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const { areas } = await readReference(event.locals.application, actor);
	const lines = areas
		.slice(1)
		.map(
			({ code, name, population }) => `${code} ${name}${population === null ? '' : `; ${String(population)}`}`
		);
	return { held: { areas: lines.join('\n') } };
};

const refusalText = {
	'own-kommun': 'Den egna kommunen är alltid med och ska inte stå i listan',
	'not-allowed': 'Bara samordnaren kan välja kommuner'
} as const;

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const form = readForm(areasSchema, await event.request.formData());
		if (!form.ok) return fail(400, { errors: form.errors, typed: form.typed, message: null });
		const saved = await saveAreas(event.locals.application, actor, form.value.areas);
		if (!saved.ok) {
			return fail(409, {
				errors: [{ field: 'areas', message: refusalText[saved.refusal] }],
				typed: form.typed,
				message: null
			});
		}
		redirect(303, resolve('/annan-information'));
	}
};
