import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { dutySchema } from '#lib/organisations/registerForms.ts';
import { saveDuty } from '#lib/server/organisations/register/saveContact.ts';
import { readForm, typedFields } from '../../../../../readForm.ts';
import { requireRole } from '../../../../../requireActor.server.ts';
import { contactRefusalText } from '../../../../contactRefusalText.ts';
import { idInAddress } from '../../../../../idInAddress.server.ts';
import { contactIdOf, readNamedContact } from '../../contactEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

const missing = 'Personen svarar inte för enheten';

export const load: PageServerLoad = async (event) => {
	const { contact, duties } = await readNamedContact(event, requireRole(event, 'samordnare'));
	const unitId = idInAddress(event.params.unitId, missing);
	const duty = duties.find((each) => each.unitId === unitId);
	if (!duty) error(404, missing);
	const { role, activeFrom, activeTo, isMain, unitName } = duty;
	return {
		contactId: contact.contactId,
		name: contact.name,
		unitName,
		isMain,
		held: { role, activeFrom, activeTo }
	};
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const contactId = contactIdOf(event);
		const unitId = idInAddress(event.params.unitId, missing);
		const posted = await event.request.formData();
		const typed = typedFields(posted);
		const form = readForm(dutySchema, posted);
		if (!form.ok) return fail(400, { errors: form.errors, typed, message: null });
		const saved = await saveDuty(event.locals.application, actor, { contactId, unitId, form: form.value });
		if (!saved.ok) return fail(409, { errors: [], typed, message: contactRefusalText[saved.refusal] });
		redirect(303, resolve('/(coordinator)/partner/kontakt/[contactId]', { contactId }));
	}
};
