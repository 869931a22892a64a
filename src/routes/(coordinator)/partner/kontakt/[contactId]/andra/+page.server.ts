import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { contactSchema } from '#lib/organisations/registerForms.ts';
import { saveContact } from '#lib/server/organisations/register/saveContact.ts';
import { changedMeanwhile } from '../../../../openedForm.ts';
import { readForm, typedFields } from '../../../../readForm.ts';
import { requireRole } from '../../../../requireActor.server.ts';
import { contactRefusalText } from '../../../contactRefusalText.ts';
import { contactIdOf, readNamedContact } from '../contactEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

function heldFields(contact: Awaited<ReturnType<typeof readNamedContact>>['contact']) {
	const { name, email, phone, language, councilPosition, councilFrom, councilTo } = contact;
	return { name, email, phone, language, councilPosition, councilFrom, councilTo };
}

export const load: PageServerLoad = async (event) => {
	const { contact } = await readNamedContact(event, requireRole(event, 'samordnare'));
	return { contactId: contact.contactId, held: heldFields(contact) };
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const contactId = contactIdOf(event);
		const posted = await event.request.formData();
		const typed = typedFields(posted);
		const { contact } = await readNamedContact(event, actor);
		const changed = changedMeanwhile(typed, heldFields(contact));
		if (changed) return fail(409, changed);
		const form = readForm(contactSchema, posted);
		if (!form.ok) return fail(400, { errors: form.errors, typed, message: null });
		const saved = await saveContact(event.locals.application, actor, { contactId, form: form.value });
		if (!saved.ok) return fail(409, { errors: [], typed, message: contactRefusalText[saved.refusal] });
		redirect(303, resolve('/(coordinator)/partner/kontakt/[contactId]', { contactId }));
	}
};
