import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { followUpSchema } from '#lib/lagesbild/atgardsplan/planForms.ts';
import { statusOf } from '#lib/lagesbild/atgardsplan/measure.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import { followUpMeasure, type FollowUpRefusal } from '#lib/server/lagesbild/atgardsplan/followUpMeasure.ts';
import { idInAddress } from '../../../../idInAddress.server.ts';
import { readForm, typedFields } from '../../../../readForm.ts';
import { requireRole } from '../../../../requireActor.server.ts';
import {
	measureMissing,
	planIdOf,
	planMissing,
	requireMeasure,
	requirePlan,
	underReviewText
} from '../../planEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const view = await requirePlan(event, requireRole(event, 'samordnare'));
	const measure = requireMeasure(view, idInAddress(event.params.measureId, measureMissing));
	return {
		planId: view.plan.planId,
		roundName: roundName(view.plan),
		text: measure.content.text,
		goal: measure.content.goal,
		isPledge: measure.content.kind === 'medborgarlofte',
		held: { on: view.today, status: statusOf(measure) }
	};
};

const refusalText: Readonly<Record<Exclude<FollowUpRefusal, 'unknown-plan' | 'not-allowed'>, string>> = {
	'under-review': underReviewText,
	'unknown-measure': 'Åtgärden finns inte längre.',
	'not-decided': 'Planen är inte beslutad ännu.',
	'before-decision': 'Dagen ligger före beslutet om planen.',
	'in-the-future': 'Dagen har inte varit ännu.'
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const planId = planIdOf(event);
		const measureId = idInAddress(event.params.measureId, measureMissing);
		const posted = await event.request.formData();
		const form = readForm(followUpSchema, posted);
		const typed = typedFields(posted);
		if (!form.ok) return fail(400, { errors: form.errors, typed, message: null });
		const written = await followUpMeasure(event.locals.application, actor, {
			planId,
			measureId,
			form: form.value
		});
		if (written.ok) redirect(303, resolve('/(coordinator)/atgardsplan/[planId]', { planId }));
		if (written.refusal === 'unknown-plan') error(404, planMissing);
		if (written.refusal === 'not-allowed') error(403, 'Bara samordnaren kan följa upp planen.');
		return fail(409, { errors: [], typed, message: refusalText[written.refusal] });
	}
};
