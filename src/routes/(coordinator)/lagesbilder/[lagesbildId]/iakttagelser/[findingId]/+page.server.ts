import { error, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { evidenceGroups } from '#lib/lagesbild/findings/evidenceGroups.ts';
import { fieldsOfFinding } from '#lib/lagesbild/findings/findingFields.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import { changeFinding, removeFinding } from '#lib/server/lagesbild/findings/saveFinding.ts';
import { typedInteger } from '#lib/shared/typedInteger.ts';
import { idInAddress } from '../../../../idInAddress.server.ts';
import { requireRole } from '../../../../requireActor.server.ts';
import { lagesbildIdOf, requireLagesbild } from '../../lagesbildEvent.server.ts';
import { invalidFinding, previewedFinding, readFindingForm, refusedFinding } from '../findingForm.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const goneText = 'Iakttagelsen finns inte längre';
const revisionSchema = typedInteger('Ange ett heltal');

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const findingId = idInAddress(event.params.findingId, goneText);
	const { stored, state, round, content, findings, missing } = await requireLagesbild(event, actor);
	if (state !== 'draft') error(409, 'Lägesbilden är skickad till granskning och kan inte ändras.');
	const finding = findings.find((each) => each.findingId === findingId);
	if (!finding) error(404, goneText);
	return {
		lagesbildId: stored.lagesbildId,
		roundName: roundName(round),
		groups: evidenceGroups(content),
		finding: {
			findingId,
			fields: fieldsOfFinding(finding.content),
			revision: finding.revision,
			statement: finding.content.statement
		},
		missing: missing.filter((each) => each.finding === findingId)
	};
};

function placeOf(event: RequestEvent, form: FormData) {
	const revision = revisionSchema.safeParse(form.get('revision'));
	if (!revision.success) error(400, 'Formuläret är inte helt. Ladda om sidan');
	const findingId = idInAddress(event.params.findingId, goneText);
	return { lagesbildId: lagesbildIdOf(event), findingId, revision: revision.data };
}

function listOf(lagesbildId: string): string {
	return resolve('/(coordinator)/lagesbilder/[lagesbildId]/iakttagelser', { lagesbildId });
}

export const actions: Actions = {
	spara: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const form = await event.request.formData();
		const place = placeOf(event, form);
		const read = readFindingForm(form);
		if (!read.ok) return invalidFinding(read);
		const changed = await changeFinding(event.locals.application, actor, {
			...place,
			content: read.content
		});
		if (!changed.ok) return refusedFinding(changed, read.typed);
		redirect(303, `${listOf(place.lagesbildId)}?sparad`);
	},
	forhandsvisa: async (event) => {
		const actor = requireRole(event, 'samordnare');
		return await previewedFinding(event, actor, lagesbildIdOf(event));
	},
	taBort: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const form = await event.request.formData();
		const place = placeOf(event, form);
		const removed = await removeFinding(event.locals.application, actor, place);
		if (!removed.ok && removed.refusal === 'changed-meanwhile') {
			error(409, 'Någon annan har ändrat iakttagelsen. Läs den igen innan den tas bort.');
		}
		if (!removed.ok) return refusedFinding(removed, {});
		redirect(303, listOf(place.lagesbildId));
	}
};
