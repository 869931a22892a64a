import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { waiverSchema } from '#lib/organisations/registerForms.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import { registerWaiver, type WaiverRefusal } from '#lib/server/organisations/register/saveWaiver.ts';
import { readWaiverChoices } from '#lib/server/organisations/register/waiverChoices.ts';
import { readForm, typedFields, type FieldError } from '../../../../readForm.ts';
import { requireRole } from '../../../../requireActor.server.ts';
import { organisationIdOf, readOrganisation } from '../organisationEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const { organisation, register, today } = await readOrganisation(event, actor);
	const { rounds, questions } = await readWaiverChoices(event.locals.application, actor);
	return {
		organisation,
		today,
		rounds: rounds.map(({ seriesId, seriesTitle, roundId, round }) => ({
			value: roundId === null ? seriesId : `${seriesId}/${roundId}`,
			text: `${seriesTitle}: ${round ? roundName(round) : 'alla omgångar'}`
		})),
		questions: questions.map(({ item, title }) => ({ value: item, text: `${item}. ${title}` })),
		signers: register.contacts
			.filter(({ organisationId }) => organisationId === organisation.organisationId)
			.map(({ contactId, name }) => ({ value: contactId, text: name }))
	};
};

const refusalText: Readonly<Record<WaiverRefusal, string | FieldError>> = {
	'not-allowed': 'Bara samordnaren kan ändra registret.',
	'unknown-signer': { field: 'signerId', message: 'Personen finns inte längre hos organisationen' },
	'unknown-round': { field: 'of', message: 'Omgången finns inte längre' },
	'unknown-question': { field: 'item', message: 'Frågan finns inte i den kartläggningen' },
	'signed-in-the-future': { field: 'signedOn', message: 'Dagen har inte varit än' }
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const organisationId = organisationIdOf(event);
		const posted = await event.request.formData();
		const typed = typedFields(posted);
		const form = readForm(waiverSchema, posted);
		if (!form.ok) return fail(400, { errors: form.errors, typed, message: null });
		const saved = await registerWaiver(event.locals.application, actor, { organisationId, form: form.value });
		if (!saved.ok) {
			const refusal = refusalText[saved.refusal];
			return typeof refusal === 'string'
				? fail(409, { errors: [], typed, message: refusal })
				: fail(400, { errors: [refusal], typed, message: null });
		}
		redirect(303, resolve('/(coordinator)/partner/organisation/[organisationId]', { organisationId }));
	}
};
