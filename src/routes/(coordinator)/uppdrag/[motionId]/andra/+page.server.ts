import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { motionSchema } from '#lib/lagesbild/uppdrag/motionForms.ts';
import { saveMotion, type MotionRefusal } from '#lib/server/lagesbild/uppdrag/saveMotion.ts';
import { readForm, typedFields, type FieldError } from '../../../readForm.ts';
import { requireRole } from '../../../requireActor.server.ts';
import { heldMotion } from '../../motionForm.ts';
import { motionIdOf, motionMissing, requireMotion } from '../motionEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { motion } = await requireMotion(event, requireRole(event, 'samordnare'));
	return { motionId: motion.motionId, title: motion.title, held: heldMotion(motion) };
};

const refusalText: Readonly<Record<Exclude<MotionRefusal, 'unknown-motion' | 'not-allowed'>, FieldError>> = {
	'decided-before-received': {
		field: 'receivedOn',
		message: 'Fullmäktige beslutade före den dagen'
	}
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const motionId = motionIdOf(event);
		const posted = await event.request.formData();
		const form = readForm(motionSchema, posted);
		const typed = typedFields(posted);
		if (!form.ok) return fail(400, { errors: form.errors, typed, message: null });
		const saved = await saveMotion(event.locals.application, actor, { motionId, form: form.value });
		if (saved.ok) redirect(303, resolve('/(coordinator)/uppdrag/[motionId]', { motionId }));
		if (saved.refusal === 'unknown-motion') error(404, motionMissing);
		if (saved.refusal === 'not-allowed') error(403, 'Bara samordnaren kan ändra motioner.');
		return fail(400, { errors: [refusalText[saved.refusal]], typed, message: null });
	}
};
