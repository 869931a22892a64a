import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import {
	readUnitLink,
	replaceLink,
	replacementSchema,
	type ReplacementRefusal
} from '#lib/server/invitations/replaceLink.ts';
import { idInAddress } from '../../../../idInAddress.server.ts';
import { readForm } from '../../../../readForm.ts';
import { requireRole } from '../../../../requireActor.server.ts';
import { roundIdOf } from '../../roundId.server.ts';
import type { Actions, PageServerLoad } from './$types';

function placeOf(event: { readonly params: { readonly roundId: string; readonly unitId: string } }) {
	return { roundId: roundIdOf(event), unitId: idInAddress(event.params.unitId, 'Enheten finns inte') };
}

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const view = await readUnitLink(event.locals.application, actor, placeOf(event));
	if (!view.ok) error(404, 'Enheten är inte med i omgången');
	return { view: view.value, isReplaced: event.url.searchParams.has('klart') };
};

const refusalText: Readonly<Record<ReplacementRefusal, string>> = {
	'not-allowed': 'Bara samordnaren kan byta länk.',
	'unknown-unit': 'Enheten är inte med i omgången.',
	'not-open': 'Omgången är inte öppen för svar.',
	'changed-meanwhile':
		'En ny länk har skickats, eller en länk har dragits tillbaka, sedan du öppnade sidan. Läs igen och gör om.',
	'no-address': 'Enheten har ingen e-postadress som fungerar. Välj brev.',
	'no-link': 'Enheten har ingen länk att dra tillbaka.'
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const place = placeOf(event);
		const form = readForm(replacementSchema, await event.request.formData());
		if (!form.ok) return fail(400, { message: form.errors[0]?.message ?? '' });
		const replacing = await replaceLink(event.locals.application, actor, { ...place, ...form.value });
		if (!replacing.ok) return fail(409, { message: refusalText[replacing.refusal] });
		redirect(303, `${resolve('/(coordinator)/omgangar/[roundId]/lank/[unitId]', place)}?klart`);
	}
};
