import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { z } from 'zod';
import { idSchema } from '#lib/organisations/registerForms.ts';
import { listDuplicates } from '#lib/server/organisations/register/listDuplicates.ts';
import { mergeContacts, type MergerRefusal } from '#lib/server/organisations/register/mergeContacts.ts';
import { readForm } from '../../readForm.ts';
import { requireRole } from '../../requireActor.server.ts';
import type { Actions, PageServerLoad } from './$types';

const pairsOnPage = 50;

export const load: PageServerLoad = async (event) => {
	const duplicates = await listDuplicates(event.locals.application, requireRole(event, 'samordnare'));
	if (!duplicates.ok) error(403, 'Det här gör samordnaren.');
	const pages = Math.max(1, Math.ceil(duplicates.value.length / pairsOnPage));
	const asked = z.coerce.number().int().min(1).catch(1).parse(event.url.searchParams.get('sida'));
	const page = Math.min(asked, pages);
	return {
		count: duplicates.value.length,
		pairs: duplicates.value.slice((page - 1) * pairsOnPage, page * pairsOnPage),
		page,
		pages
	};
};

const refusalText: Readonly<Record<MergerRefusal, string>> = {
	'not-allowed': 'Bara samordnaren kan slå ihop kontakter.',
	'unknown-contact': 'En av kontakterna finns inte längre.',
	'same-person': 'Välj två olika kontakter.'
};

const mergerSchema = z.object({ keptId: idSchema, goneId: idSchema });

export const actions: Actions = {
	'sla-ihop': async (event) => {
		const actor = requireRole(event, 'samordnare');
		const form = readForm(mergerSchema, await event.request.formData());
		if (!form.ok) return fail(400, { message: refusalText['unknown-contact'] });
		const merged = await mergeContacts(event.locals.application, actor, form.value);
		if (!merged.ok) return fail(409, { message: refusalText[merged.refusal] });
		redirect(303, resolve('/(coordinator)/partner/kontakt/[contactId]', { contactId: merged.value }));
	}
};
