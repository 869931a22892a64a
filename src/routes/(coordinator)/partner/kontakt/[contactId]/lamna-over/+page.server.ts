import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { handOverSchema } from '#lib/organisations/registerForms.ts';
import { handOverContact, type HandOverRefusal } from '#lib/server/organisations/register/handOver.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { readForm, typedFields, type FieldError } from '../../../../readForm.ts';
import { requireRole } from '../../../../requireActor.server.ts';
import { contactIdOf, personOptions, readNamedContact } from '../contactEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { contact, others, duties } = await readNamedContact(event, requireRole(event, 'samordnare'));
	const today = dayInSweden(event.locals.application.clock.now());
	return {
		contact: { contactId: contact.contactId, name: contact.name, organisationId: contact.organisationId },
		today,
		units: duties
			.filter(({ activeTo }) => activeTo === null || activeTo >= today)
			.map(({ unitId, unitName }) => ({ unitId, unitName })),
		others: personOptions(others)
	};
};

const refusalText: Readonly<Record<HandOverRefusal, string | FieldError>> = {
	'not-allowed': 'Bara samordnaren kan ändra registret.',
	'unknown-contact': 'Kontakten finns inte längre, eller är raderad.',
	'unknown-successor': { field: 'successorId', message: 'Välj en person som finns i registret' },
	'same-person': { field: 'successorId', message: 'Välj en annan person' },
	'nothing-to-hand-over': { field: 'lastDay', message: 'Personen svarar inte för någon enhet den dagen' }
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const contactId = contactIdOf(event);
		const posted = await event.request.formData();
		const typed = typedFields(posted);
		const form = readForm(handOverSchema, posted);
		if (!form.ok) return fail(400, { errors: form.errors, typed, message: null });
		const handed = await handOverContact(event.locals.application, actor, { contactId, ...form.value });
		if (!handed.ok) {
			const refusal = refusalText[handed.refusal];
			return typeof refusal === 'string'
				? fail(409, { errors: [], typed, message: refusal })
				: fail(400, { errors: [refusal], typed, message: null });
		}
		redirect(303, resolve('/(coordinator)/partner/kontakt/[contactId]', { contactId }));
	}
};
