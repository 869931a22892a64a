import { error, fail } from '@sveltejs/kit';
import { fieldDifferences } from '#lib/lagesbild/textDifference.ts';
import { fieldsOfTexts } from '#lib/lagesbild/textFields.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import { previewTexts } from '#lib/server/lagesbild/previewTexts.ts';
import { saveTexts } from '#lib/server/lagesbild/saveTexts.ts';
import { typedInteger } from '#lib/shared/typedInteger.ts';
import { cleanFields, type FieldError } from '../../../readForm.ts';
import { requireActor, requireRole } from '../../../requireActor.server.ts';
import { lagesbildIdOf, requireLagesbild } from '../lagesbildEvent.server.ts';
import { markdownFields, readTexts } from './textForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireActor(event);
	const { stored, state, round } = await requireLagesbild(event, actor);
	return {
		lagesbildId: stored.lagesbildId,
		roundName: roundName(round),
		revision: stored.textsRevision,
		fields: fieldsOfTexts(stored.texts),
		mayEdit: state === 'draft' && actor.role === 'samordnare',
		mayReadHistory: actor.role !== 'lasare'
	};
};

const revisionSchema = typedInteger('Ange ett heltal');
const nothing = { errors: [] as FieldError[], typed: null, blocks: null, differences: null };

export const actions: Actions = {
	spara: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const typed = cleanFields(await event.request.formData());
		const revision = revisionSchema.safeParse(typed.revision);
		if (!revision.success) error(400, 'Formuläret är inte helt. Ladda om sidan');
		const read = readTexts(typed);
		if (!read.ok) return fail(400, { ...nothing, outcome: 'invalid' as const, errors: read.errors, typed });
		const edit = { lagesbildId: lagesbildIdOf(event), revision: revision.data, texts: read.texts };
		const saving = await saveTexts(event.locals.application, actor, edit);
		if (saving.ok) return { ...nothing, outcome: 'saved' as const };
		if (saving.refusal === 'cannot-be-quoted') {
			return fail(400, { ...nothing, outcome: 'invalid' as const, errors: [...saving.faults], typed });
		}
		if (saving.refusal === 'unknown-lagesbild') error(404, 'Lägesbilden finns inte');
		const { stored } = await requireLagesbild(event, actor);
		const isConflict = saving.refusal === 'changed-meanwhile';
		const differences = isConflict
			? fieldDifferences(fieldsOfTexts(read.texts), fieldsOfTexts(stored.texts))
			: null;
		return fail(409, { ...nothing, outcome: saving.refusal, typed, differences });
	},
	forhandsvisa: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const typed = cleanFields(await event.request.formData());
		const preview = await previewTexts(event.locals.application, actor, {
			lagesbildId: lagesbildIdOf(event),
			fields: markdownFields(typed)
		});
		if (!preview.ok) error(404, 'Lägesbilden finns inte');
		const { blocks, faults } = preview.value;
		return { ...nothing, outcome: 'preview' as const, typed, blocks, errors: [...faults] };
	}
};
