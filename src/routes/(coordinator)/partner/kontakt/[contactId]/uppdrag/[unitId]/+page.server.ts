import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { dutySchema } from '#lib/organisations/registerForms.ts';
import type { Actor } from '#lib/server/access/actor.ts';
import { saveDuty } from '#lib/server/organisations/register/saveContact.ts';
import { changedMeanwhile } from '../../../../../openedForm.ts';
import { readForm, typedFields } from '../../../../../readForm.ts';
import { requireRole } from '../../../../../requireActor.server.ts';
import { contactRefusalText } from '../../../../contactRefusalText.ts';
import { idInAddress } from '../../../../../idInAddress.server.ts';
import { contactIdOf, readNamedContact } from '../../contactEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

const missing = 'Personen svarar inte för enheten';

type DutyEvent = Pick<RequestEvent<{ contactId: string; unitId: string }>, 'locals' | 'params'>;

async function readDuty(event: DutyEvent, actor: Actor) {
	const { contact, duties } = await readNamedContact(event, actor);
	const unitId = idInAddress(event.params.unitId, missing);
	const duty = duties.find((each) => each.unitId === unitId);
	if (!duty) error(404, missing);
	const { role, activeFrom, activeTo, isMain } = duty;
	return { contact, duty, held: { role, activeFrom, activeTo, isMain: isMain ? 'ja' : '' } };
}

export const load: PageServerLoad = async (event) => {
	const { contact, duty, held } = await readDuty(event, requireRole(event, 'samordnare'));
	const { isMain, unitName } = duty;
	return { contactId: contact.contactId, name: contact.name, unitName, isMain, held };
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const contactId = contactIdOf(event);
		const unitId = idInAddress(event.params.unitId, missing);
		const posted = await event.request.formData();
		const typed = typedFields(posted);
		const changed = changedMeanwhile(typed, (await readDuty(event, actor)).held);
		if (changed) return fail(409, changed);
		const form = readForm(dutySchema, posted);
		if (!form.ok) return fail(400, { errors: form.errors, typed, message: null });
		const saved = await saveDuty(event.locals.application, actor, { contactId, unitId, form: form.value });
		if (!saved.ok) return fail(409, { errors: [], typed, message: contactRefusalText[saved.refusal] });
		redirect(303, resolve('/(coordinator)/partner/kontakt/[contactId]', { contactId }));
	}
};
