import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { decisionSchema } from '#lib/lagesbild/uppdrag/motionForms.ts';
import { decideMotion, type DecisionRefusal } from '#lib/server/lagesbild/uppdrag/decideMotion.ts';
import { fieldErrors, typedFields, type FieldError } from '../../../readForm.ts';
import { requireRole } from '../../../requireActor.server.ts';
import { motionIdOf, motionMissing, requireMotion } from '../motionEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

const prefix = 'outcomes.';

export const load: PageServerLoad = async (event) => {
	const { motion } = await requireMotion(event, requireRole(event, 'samordnare'));
	const { motionId, title, clauses, decision } = motion;
	return {
		motionId,
		title,
		clauses: clauses.map(({ clauseId, place, wording }) => ({ clauseId, place, wording })),
		held: {
			decidedOn: decision?.on ?? '',
			reference: decision?.reference ?? '',
			...Object.fromEntries(
				clauses.map(({ clauseId, outcome, proposedAnswer }) => [
					prefix + clauseId,
					outcome ?? proposedAnswer ?? ''
				])
			)
		}
	};
};

const refusalText: Readonly<Record<Exclude<DecisionRefusal, 'unknown-motion' | 'not-allowed'>, FieldError>> =
	{
		'outcome-missing': {
			field: 'decidedOn',
			message: 'Motionen har fått fler att-satser sedan sidan visades. Ladda om den'
		},
		'before-received': { field: 'decidedOn', message: 'Dagen ligger före den dag då motionen väcktes' },
		'in-the-future': { field: 'decidedOn', message: 'Dagen har inte varit ännu' }
	};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const motionId = motionIdOf(event);
		const typed = typedFields(await event.request.formData());
		const outcomes = Object.fromEntries(
			Object.entries(typed).flatMap(([name, value]) =>
				name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : []
			)
		);
		const form = decisionSchema.safeParse({ ...typed, outcomes });
		if (!form.success) return fail(400, { errors: fieldErrors(form.error), typed, message: null });
		const decided = await decideMotion(event.locals.application, actor, { motionId, form: form.data });
		if (decided.ok) redirect(303, resolve('/(coordinator)/uppdrag/[motionId]', { motionId }));
		if (decided.refusal === 'unknown-motion') error(404, motionMissing);
		if (decided.refusal === 'not-allowed') error(403, 'Bara samordnaren kan föra in beslut.');
		return fail(400, { errors: [refusalText[decided.refusal]], typed, message: null });
	}
};
