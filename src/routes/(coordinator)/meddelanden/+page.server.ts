import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { readMailTexts, saveSigning, signingSchema } from '#lib/server/invitations/mailTexts.ts';
import { readForm } from '../readForm.ts';
import { requireRole } from '../requireActor.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	return { mail: await readMailTexts(event.locals.application, actor) };
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const form = readForm(signingSchema, await event.request.formData());
		if (!form.ok) return fail(400, { errors: form.errors, typed: form.typed });
		await saveSigning(event.locals.application, actor, form.value);
		redirect(303, resolve('/meddelanden'));
	}
};
