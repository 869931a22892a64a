import { error, json } from '@sveltejs/kit';
import { previewTexts } from '#lib/server/lagesbild/previewTexts.ts';
import { saveTexts } from '#lib/server/lagesbild/saveTexts.ts';
import { typedInteger } from '#lib/shared/typedInteger.ts';
import { cleanFields } from '../../../../readForm.ts';
import { requireRole } from '../../../../requireActor.server.ts';
import { lagesbildIdOf } from '../../lagesbildEvent.server.ts';
import type { DraftAnswer } from '../../draftAnswer.ts';
import { draftSaving, unreadDraft } from '../../draftSaving.server.ts';
import { markdownFields, readTexts } from '../textForm.server.ts';
import type { RequestEvent, RequestHandler } from './$types';

const revisionSchema = typedInteger('Ange ett heltal');

async function save(
	event: RequestEvent,
	fields: Readonly<Record<string, string>>,
	revision: number
): Promise<Pick<DraftAnswer, 'outcome' | 'revision' | 'message'>> {
	const actor = requireRole(event, 'samordnare');
	const read = readTexts(fields);
	if (!read.ok) return unreadDraft(read.errors, revision);
	const saved = await saveTexts(event.locals.application, actor, {
		lagesbildId: lagesbildIdOf(event),
		revision,
		texts: read.texts,
		isAutomatic: true
	});
	return draftSaving(saved, revision);
}

/** What somebody has written so far: saved if it can be, and drawn as it will stand. */
export const POST: RequestHandler = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const fields = cleanFields(await event.request.formData());
	const revision = revisionSchema.safeParse(fields['revision']);
	if (!revision.success) error(400, 'Utkastet är inte helt');
	const saving = await save(event, fields, revision.data);
	const preview = await previewTexts(event.locals.application, actor, {
		lagesbildId: lagesbildIdOf(event),
		fields: markdownFields(fields)
	});
	if (!preview.ok) error(404, 'Lägesbilden finns inte');
	return json({ ...saving, ...preview.value } satisfies DraftAnswer);
};
