import { error, fail } from '@sveltejs/kit';
import { fieldOfPath } from '#lib/lagesbild/council/councilFields.ts';
import { fieldsOfMotionTexts, motionTextsOfFields } from '#lib/lagesbild/uppdrag/motionTextFields.ts';
import { motionTextsSchema } from '#lib/lagesbild/uppdrag/motionTexts.ts';
import { saveMotionTexts } from '#lib/server/lagesbild/uppdrag/saveMotionTexts.ts';
import { typedInteger } from '#lib/shared/typedInteger.ts';
import { cleanFields, fieldErrors } from '../../../readForm.ts';
import { requireActor, requireRole } from '../../../requireActor.server.ts';
import { motionIdOf, motionMissing, requireMotion } from '../motionEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireActor(event);
	const { motion } = await requireMotion(event, actor);
	return {
		motionId: motion.motionId,
		title: motion.title,
		revision: motion.revision,
		fields: fieldsOfMotionTexts(motion.texts),
		mayEdit: actor.role === 'samordnare'
	};
};

const revisionSchema = typedInteger('Ange ett heltal');

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const typed = cleanFields(await event.request.formData());
		const revision = revisionSchema.safeParse(typed.revision);
		if (!revision.success) error(400, 'Formuläret är inte helt. Ladda om sidan');
		const texts = motionTextsSchema.safeParse(motionTextsOfFields(typed));
		if (!texts.success) {
			const errors = fieldErrors(texts.error).map(({ field, message }) => ({
				field: fieldOfPath(field),
				message
			}));
			return fail(400, { outcome: 'invalid' as const, errors, typed });
		}
		const edit = { motionId: motionIdOf(event), revision: revision.data, texts: texts.data };
		const saving = await saveMotionTexts(event.locals.application, actor, edit);
		if (saving.ok) return { outcome: 'saved' as const, errors: [], typed: null };
		if (saving.refusal === 'unknown-motion') error(404, motionMissing);
		return fail(409, { outcome: saving.refusal, errors: [], typed });
	}
};
