import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { readMailTexts, saveSigning, signingSchema } from '#lib/server/invitations/mailTexts.ts';
import { changedMeanwhile } from '../openedForm.ts';
import { readForm, typedFields } from '../readForm.ts';
import { requireRole } from '../requireActor.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	return { mail: await readMailTexts(event.locals.application, actor) };
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const posted = await event.request.formData();
		const { settings } = await readMailTexts(event.locals.application, actor);
		const { senderName, replyTo, signature } = settings;
		const changed = changedMeanwhile(typedFields(posted), { senderName, replyTo, signature });
		if (changed) return fail(409, changed);
		const form = readForm(signingSchema, posted);
		if (!form.ok) return fail(400, { errors: form.errors, typed: form.typed, message: null });
		await saveSigning(event.locals.application, actor, form.value);
		redirect(303, resolve('/meddelanden'));
	}
};
