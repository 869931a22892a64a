import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { z } from 'zod';
import { orNull } from '#lib/organisations/registerFields.ts';
import { idSchema } from '#lib/organisations/registerForms.ts';
import { eraseContact, type ErasureRefusal } from '#lib/server/organisations/register/eraseContact.ts';
import { readForm, typedFields, type FieldError } from '../../../../readForm.ts';
import { requireRole } from '../../../../requireActor.server.ts';
import { contactIdOf, personOptions, readNamedContact } from '../contactEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const view = await readNamedContact(event, requireRole(event, 'samordnare'));
	const { contact, others, neededBy, messages } = view;
	return {
		contact: { contactId: contact.contactId, name: contact.name },
		neededBy,
		unsent: messages.filter(({ hasText }) => hasText).length,
		others: personOptions(others)
	};
};

const refusalText: Readonly<Record<ErasureRefusal, string | FieldError>> = {
	'not-allowed': 'Bara samordnaren kan radera en kontakt.',
	'unknown-contact': 'Kontakten finns inte längre, eller är redan raderad.',
	'unknown-successor': { field: 'successorId', message: 'Välj en person som finns i registret' },
	'needed-in-open-round': {
		field: 'successorId',
		message: 'En öppen omgång väntar på svar från en enhet som ingen annan svarar för. Välj en efterträdare'
	}
};

const schema = z.object({ successorId: orNull(idSchema) });

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const contactId = contactIdOf(event);
		const posted = await event.request.formData();
		const typed = typedFields(posted);
		const form = readForm(schema, posted);
		if (!form.ok) return fail(400, { errors: form.errors, typed, message: null });
		const erased = await eraseContact(event.locals.application, actor, { contactId, ...form.value });
		if (!erased.ok) {
			const refusal = refusalText[erased.refusal];
			return typeof refusal === 'string'
				? fail(409, { errors: [], typed, message: refusal })
				: fail(409, { errors: [refusal], typed, message: null });
		}
		redirect(303, resolve('/(coordinator)/partner/kontakt/[contactId]', { contactId }));
	}
};
