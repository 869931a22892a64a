import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { z } from 'zod';
import { roundName } from '#lib/rounds/roundName.ts';
import { explainCorrection, type ExplanationRefusal } from '#lib/server/lagesbild/explainCorrection.ts';
import { cleanFields, fieldErrors } from '../../../readForm.ts';
import { requireRole } from '../../../requireActor.server.ts';
import { lagesbildIdOf, requireLagesbild } from '../lagesbildEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const { stored, state, round, content } = await requireLagesbild(event, actor);
	if (!content.correction || state !== 'draft') error(404, 'Här finns ingen rättelse att skriva');
	return {
		lagesbildId: stored.lagesbildId,
		roundName: roundName(round),
		version: stored.version,
		correction: content.correction
	};
};

const reasonSchema = z.object({
	skal: z.string().trim().min(1, 'Skriv vad som rättas och varför').max(2000, 'Skriv högst 2 000 tecken')
});

const refusalText: Readonly<Record<ExplanationRefusal, string>> = {
	'unknown-lagesbild': 'Lägesbilden finns inte längre.',
	'not-allowed': 'Bara samordnaren skriver vad som rättas.',
	'not-a-draft': 'Lägesbilden är skickad till granskning och kan inte ändras.',
	'replaces-nothing': 'Lägesbilden ersätter ingen publicerad version.'
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const typed = cleanFields(await event.request.formData());
		const read = reasonSchema.safeParse(typed);
		if (!read.success) return fail(400, { errors: fieldErrors(read.error), message: null, typed });
		const lagesbildId = lagesbildIdOf(event);
		const explained = await explainCorrection(event.locals.application, actor, {
			lagesbildId,
			reason: read.data.skal
		});
		if (!explained.ok) return fail(409, { errors: [], message: refusalText[explained.refusal], typed });
		redirect(303, resolve('/(coordinator)/lagesbilder/[lagesbildId]', { lagesbildId }));
	}
};
