import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { planDecisionSchema } from '#lib/lagesbild/atgardsplan/planForms.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import { decidePlan, type PlanDecisionRefusal } from '#lib/server/lagesbild/atgardsplan/decidePlan.ts';
import { readForm, typedFields } from '../../../readForm.ts';
import { requireRole } from '../../../requireActor.server.ts';
import { planIdOf, planMissing, requirePlan, underReviewText } from '../planEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { plan } = await requirePlan(event, requireRole(event, 'samordnare'));
	const { planId, decision } = plan;
	return {
		planId,
		roundName: roundName(plan),
		held: { body: decision?.body ?? '', on: decision?.on ?? '', reference: decision?.reference ?? '' }
	};
};

const refusalText: Readonly<Record<Exclude<PlanDecisionRefusal, 'unknown-plan' | 'not-allowed'>, string>> = {
	'under-review': underReviewText,
	'no-measures': 'Planen har inga åtgärder.',
	'lagesbild-not-published': 'Lägesbilden är inte publicerad. Planen ska ha den som underlag.',
	'finding-gone': 'En åtgärd svarar inte längre mot någon iakttagelse i den publicerade lägesbilden.',
	'in-the-future': 'Dagen har inte varit ännu.'
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const planId = planIdOf(event);
		const posted = await event.request.formData();
		const form = readForm(planDecisionSchema, posted);
		const typed = typedFields(posted);
		if (!form.ok) return fail(400, { errors: form.errors, typed, message: null });
		const decided = await decidePlan(event.locals.application, actor, { planId, form: form.value });
		if (decided.ok) redirect(303, resolve('/(coordinator)/atgardsplan/[planId]', { planId }));
		if (decided.refusal === 'unknown-plan') error(404, planMissing);
		if (decided.refusal === 'not-allowed') error(403, 'Bara samordnaren kan föra in beslut.');
		return fail(409, { errors: [], typed, message: refusalText[decided.refusal] });
	}
};
