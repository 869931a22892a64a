import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import type { RegisteredAgreement } from '#lib/organisations/register/register.ts';
import { agreementSchema } from '#lib/organisations/registerForms.ts';
import { saveAgreement, type AgreementRefusal } from '#lib/server/organisations/register/saveOrganisation.ts';
import { changedMeanwhile } from '../../../../openedForm.ts';
import { readForm, typedFields, type FieldError } from '../../../../readForm.ts';
import { requireRole } from '../../../../requireActor.server.ts';
import { idInAddress } from '../../../../idInAddress.server.ts';
import { organisationIdOf, readOrganisation } from '../organisationEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

const missing = 'Överenskommelsen finns inte';

function agreementIdOf(url: URL): string | null {
	const id = url.searchParams.get('id');
	return id === null ? null : idInAddress(id, missing);
}

function heldFields(agreement: RegisteredAgreement) {
	const { title, kind, reference, purposes, areas, validFrom, validTo } = agreement;
	return { title, kind, reference, purposes, areas, validFrom, validTo };
}

export const load: PageServerLoad = async (event) => {
	const { organisation, register, today } = await readOrganisation(event, requireRole(event, 'samordnare'));
	const agreementId = agreementIdOf(event.url);
	const agreement = register.agreements.find((each) => each.agreementId === agreementId) ?? null;
	if (agreementId !== null && agreement?.organisationId !== organisation.organisationId) error(404, missing);
	return { organisation, agreement: agreement && heldFields(agreement), today };
};

const refusalText: Readonly<Record<AgreementRefusal, string | FieldError>> = {
	'not-allowed': 'Bara samordnaren kan ändra registret.',
	'unknown-organisation': 'Organisationen finns inte längre.',
	'unknown-agreement': 'Överenskommelsen finns inte längre.',
	'title-taken': { field: 'title', message: 'Organisationen har redan en överenskommelse som heter så' }
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const organisationId = organisationIdOf(event);
		const posted = await event.request.formData();
		const typed = typedFields(posted);
		const agreementId = agreementIdOf(event.url);
		const { register } = await readOrganisation(event, actor);
		const before = register.agreements.find((each) => each.agreementId === agreementId);
		const changed = changedMeanwhile(typed, before ? heldFields(before) : {});
		if (changed) return fail(409, changed);
		const form = readForm(agreementSchema, posted);
		if (!form.ok) return fail(400, { errors: form.errors, typed, message: null });
		const saved = await saveAgreement(event.locals.application, actor, {
			organisationId,
			agreementId,
			form: form.value
		});
		if (!saved.ok) {
			const refusal = refusalText[saved.refusal];
			return typeof refusal === 'string'
				? fail(409, { errors: [], typed, message: refusal })
				: fail(400, { errors: [refusal], typed, message: null });
		}
		redirect(303, resolve('/(coordinator)/partner/organisation/[organisationId]', { organisationId }));
	}
};
