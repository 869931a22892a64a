import { error, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { evidenceGroups } from '#lib/lagesbild/findings/evidenceGroups.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import { addFinding } from '#lib/server/lagesbild/findings/saveFinding.ts';
import { requireRole } from '../../../../requireActor.server.ts';
import { lagesbildIdOf, requireLagesbild } from '../../lagesbildEvent.server.ts';
import { invalidFinding, previewedFinding, readFindingForm, refusedFinding } from '../findingForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const { stored, state, round, content } = await requireLagesbild(event, actor);
	if (state !== 'draft') error(409, 'Lägesbilden är skickad till granskning och kan inte ändras.');
	return { lagesbildId: stored.lagesbildId, roundName: roundName(round), groups: evidenceGroups(content) };
};

export const actions: Actions = {
	spara: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const lagesbildId = lagesbildIdOf(event);
		const read = readFindingForm(await event.request.formData());
		if (!read.ok) return invalidFinding(read);
		const { content } = read;
		const added = await addFinding(event.locals.application, actor, { lagesbildId, content });
		if (!added.ok) return refusedFinding(added, read.typed);
		redirect(
			303,
			`${resolve('/(coordinator)/lagesbilder/[lagesbildId]/iakttagelser', { lagesbildId })}?sparad`
		);
	},
	forhandsvisa: async (event) => {
		const actor = requireRole(event, 'samordnare');
		return await previewedFinding(event, actor, lagesbildIdOf(event));
	}
};
