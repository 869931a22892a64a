import { error, json } from '@sveltejs/kit';
import { changeFinding } from '#lib/server/lagesbild/findings/saveFinding.ts';
import { previewTexts } from '#lib/server/lagesbild/previewTexts.ts';
import { typedInteger } from '#lib/shared/typedInteger.ts';
import { idInAddress } from '../../../../../idInAddress.server.ts';
import { requireRole } from '../../../../../requireActor.server.ts';
import type { DraftAnswer } from '../../../draftAnswer.ts';
import { draftSaving, unreadDraft } from '../../../draftSaving.server.ts';
import { lagesbildIdOf } from '../../../lagesbildEvent.server.ts';
import { drawnTexts, readFindingForm } from '../../findingForm.server.ts';
import type { RequestEvent, RequestHandler } from './$types';

const revisionSchema = typedInteger('Ange ett heltal');

type Reading = ReturnType<typeof readFindingForm>;

async function save(
	event: RequestEvent,
	read: Reading,
	revision: number
): Promise<Pick<DraftAnswer, 'outcome' | 'revision' | 'message'>> {
	const actor = requireRole(event, 'samordnare');
	if (!read.ok) return unreadDraft(read.errors, revision);
	const saved = await changeFinding(event.locals.application, actor, {
		lagesbildId: lagesbildIdOf(event),
		findingId: idInAddress(event.params.findingId, 'Iakttagelsen finns inte längre'),
		revision,
		content: read.content,
		isAutomatic: true
	});
	return draftSaving(saved, revision);
}

/** What somebody has written of a finding so far: saved if it can be, and drawn as it will stand. */
export const POST: RequestHandler = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const form = await event.request.formData();
	const revision = revisionSchema.safeParse(form.get('revision'));
	if (!revision.success) error(400, 'Utkastet är inte helt');
	const read = readFindingForm(form);
	const saving = await save(event, read, revision.data);
	const preview = await previewTexts(event.locals.application, actor, {
		lagesbildId: lagesbildIdOf(event),
		fields: drawnTexts(read.typed)
	});
	if (!preview.ok) error(404, 'Lägesbilden finns inte');
	return json({ ...saving, ...preview.value } satisfies DraftAnswer);
};
