import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { contactSchema, dutySchema, idSchema } from '#lib/organisations/registerForms.ts';
import { addContact, saveDuty } from '#lib/server/organisations/register/saveContact.ts';
import { readForm, typedFields, type FieldError } from '../../../../readForm.ts';
import { requireRole } from '../../../../requireActor.server.ts';
import { contactRefusalText } from '../../../contactRefusalText.ts';
import { readUnitOf } from '../unitEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

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

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const { unit } = await readUnitOf(event, actor);
		const { unitId, organisationId } = unit;
		const posted = await event.request.formData();
		const typed = typedFields(posted);
		const refuse = (errors: readonly FieldError[], message: string | null) =>
			fail(message === null ? 400 : 409, { errors, typed, message });
		const duty = readForm(dutySchema, posted);
		const chosen = idSchema.safeParse(typed['contactId']);
		const person = readForm(contactSchema, posted);
		const faults = [...(chosen.success || person.ok ? [] : person.errors), ...(duty.ok ? [] : duty.errors)];
		if (!duty.ok || (!chosen.success && !person.ok)) return refuse(faults, null);
		const { application } = event.locals;
		let contactId = chosen.data;
		if (contactId === undefined && person.ok) {
			const saved = await addContact(application, actor, { organisationId, form: person.value });
			if (!saved.ok) return refuse([], contactRefusalText[saved.refusal]);
			contactId = saved.value;
		}
		const saved = await saveDuty(application, actor, {
			contactId: contactId ?? '',
			unitId,
			form: duty.value
		});
		if (!saved.ok) return refuse([], contactRefusalText[saved.refusal]);
		redirect(303, resolve('/(coordinator)/partner/enhet/[unitId]', { unitId }));
	}
};
