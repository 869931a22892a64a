import { error, fail } from '@sveltejs/kit';
import { lagesbildTextsSchema } from '#lib/lagesbild/lagesbildTexts.ts';
import { fieldOfPath } from '#lib/lagesbild/council/councilFields.ts';
import { fieldsOfTexts, textsOfFields } from '#lib/lagesbild/textFields.ts';
import { saveTexts } from '#lib/server/lagesbild/saveTexts.ts';
import { typedInteger } from '#lib/shared/typedInteger.ts';
import { cleanFields, fieldErrors } from '../../../readForm.ts';
import { requireActor, requireRole } from '../../../requireActor.server.ts';
import { lagesbildIdOf, requireLagesbild } from '../lagesbildEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireActor(event);
	const { stored, state, round } = await requireLagesbild(event, actor);
	return {
		lagesbildId: stored.lagesbildId,
		year: round.year,
		revision: stored.revision,
		fields: fieldsOfTexts(stored.texts),
		mayEdit: state === 'draft' && actor.role === 'samordnare'
	};
};

const revisionSchema = typedInteger('Ange ett heltal');

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const typed = cleanFields(await event.request.formData());
		const revision = revisionSchema.safeParse(typed.revision);
		if (!revision.success) error(400, 'Formuläret är inte helt. Ladda om sidan');
		const texts = lagesbildTextsSchema.safeParse(textsOfFields(typed));
		if (!texts.success) {
			const errors = fieldErrors(texts.error).map(({ field, message }) => ({
				field: fieldOfPath(field),
				message
			}));
			return fail(400, { outcome: 'invalid' as const, errors, typed });
		}
		const edit = { lagesbildId: lagesbildIdOf(event), revision: revision.data, texts: texts.data };
		const saving = await saveTexts(event.locals.application, actor, edit);
		if (saving.ok) return { outcome: 'saved' as const, errors: [], typed: null };
		if (saving.refusal === 'cannot-be-quoted') {
			return fail(400, { outcome: 'invalid' as const, errors: [...saving.faults], typed });
		}
		if (saving.refusal === 'unknown-lagesbild') error(404, 'Lägesbilden finns inte');
		return fail(409, { outcome: saving.refusal, errors: [], typed });
	}
};
