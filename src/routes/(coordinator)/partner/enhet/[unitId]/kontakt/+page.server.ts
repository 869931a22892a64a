import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { contactSchema, dutySchema, idSchema } from '#lib/organisations/registerForms.ts';
import type { Actor } from '#lib/server/access/actor.ts';
import { addContact, saveDuty } from '#lib/server/organisations/register/saveContact.ts';
import { readForm, typedFields } from '../../../../readForm.ts';
import { requireRole } from '../../../../requireActor.server.ts';
import { contactRefusalText } from '../../../contactRefusalText.ts';
import { readUnitOf, unitIdOf } from '../unitEvent.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { unit, register, today } = await readUnitOf(event, requireRole(event, 'samordnare'));
	const busy = new Set(
		register.duties.filter((duty) => duty.unitId === unit.unitId).map(({ contactId }) => contactId)
	);
	const isNear = (each: { readonly organisationId: string }) =>
		each.organisationId === unit.organisationId ? 0 : 1;
	return {
		unit,
		today,
		hasContact: busy.size > 0,
		others: register.contacts
			.filter(({ contactId }) => !busy.has(contactId))
			.sort((one, other) => isNear(one) - isNear(other) || one.name.localeCompare(other.name, 'sv'))
			.map(({ contactId, name, email }) => ({
				value: contactId,
				text: email === null ? name : `${name}, ${email}`
			}))
	};
};

/** The person that was chosen, or the one that was written and is added. */
async function contactOf(event: RequestEvent, actor: Actor, posted: FormData) {
	const chosen = idSchema.safeParse(posted.get('contactId'));
	if (chosen.success) return { contactId: chosen.data, errors: [], message: null };
	const person = readForm(contactSchema, posted);
	if (!person.ok) return { contactId: null, errors: person.errors, message: null };
	const { organisationId } = (await readUnitOf(event, actor)).unit;
	const saved = await addContact(event.locals.application, actor, { organisationId, form: person.value });
	return saved.ok
		? { contactId: saved.value, errors: [], message: null }
		: { contactId: null, errors: [], message: contactRefusalText[saved.refusal] };
}

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const unitId = unitIdOf(event);
		const posted = await event.request.formData();
		const typed = typedFields(posted);
		const duty = readForm(dutySchema, posted);
		if (!duty.ok) return fail(400, { errors: duty.errors, typed, message: null });
		const { contactId, errors, message } = await contactOf(event, actor, posted);
		if (contactId === null) return fail(message === null ? 400 : 409, { errors, typed, message });
		const duties = { contactId, unitId, form: duty.value };
		const saved = await saveDuty(event.locals.application, actor, duties);
		if (!saved.ok) return fail(409, { errors: [], typed, message: contactRefusalText[saved.refusal] });
		redirect(303, resolve('/(coordinator)/partner/enhet/[unitId]', { unitId }));
	}
};
