import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { indicatorPlace } from '#lib/lagesbild/atgardsplan/indicators.ts';
import type { Measure } from '#lib/lagesbild/atgardsplan/measure.ts';
import { measureSchema } from '#lib/lagesbild/atgardsplan/planForms.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import {
	removeMeasure,
	saveMeasure,
	type MeasureRefusal
} from '#lib/server/lagesbild/atgardsplan/saveMeasure.ts';
import { idInAddress } from '../../../../idInAddress.server.ts';
import { fieldErrors, typedFields } from '../../../../readForm.ts';
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

/** null: a new measure. */
function measureIdOf(params: { readonly measureId: string }): string | null {
	return params.measureId === 'ny' ? null : idInAddress(params.measureId, measureMissing);
}

function heldMeasure({ content, findingIds }: Measure): Readonly<Record<string, string>> {
	const { text, kind, board, responsible, partners, from, to, cost, funding, goal, indicator } = content;
	return {
		...goal,
		text,
		kind,
		board,
		responsible,
		partners: partners.join('\n'),
		from,
		to,
		cost: cost === null ? '' : String(cost),
		funding,
		indicator: indicatorPlace(indicator),
		findingIds: findingIds.join(',')
	};
}

export const load: PageServerLoad = async (event) => {
	const view = await requirePlan(event, requireRole(event, 'samordnare'));
	const measureId = measureIdOf(event.params);
	const { plan, findings, indicators } = view;
	return {
		planId: plan.planId,
		roundName: roundName(plan),
		isNew: measureId === null,
		isDecided: plan.decision !== null,
		held: measureId === null ? {} : heldMeasure(requireMeasure(view, measureId)),
		findings: findings.map(({ findingId, content }) => ({ findingId, statement: content.statement })),
		indicators: indicators.flatMap(({ options }) =>
			options.map(({ place, title }) => ({ value: place, text: title }))
		)
	};
};

const refusalText: Readonly<Record<Exclude<MeasureRefusal, 'unknown-plan' | 'not-allowed'>, string>> = {
	'under-review': underReviewText,
	'unknown-measure': 'Åtgärden finns inte längre.',
	'unknown-finding': 'En iakttagelse finns inte längre i lägesbilden. Ladda om sidan.',
	'unknown-indicator': 'Indikatorn finns inte i lägesbilden. Välj en annan.',
	'already-decided': 'Planen är beslutad. Skriv en uppföljning i stället.',
	'too-many': 'En plan kan ha högst 100 åtgärder.'
};

function refusal(reason: MeasureRefusal): string {
	if (reason === 'unknown-plan') error(404, planMissing);
	if (reason === 'not-allowed') error(403, 'Bara samordnaren kan ändra planen.');
	return refusalText[reason];
}

export const actions: Actions = {
	save: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const planId = planIdOf(event);
		const posted = await event.request.formData();
		// One box for each finding, all of the same name.
		const typed = { ...typedFields(posted), findingIds: posted.getAll('findingIds').map(String).join(',') };
		const form = measureSchema.safeParse(typed);
		if (!form.success) return fail(400, { errors: fieldErrors(form.error), typed, message: null });
		const measureId = measureIdOf(event.params);
		const saved = await saveMeasure(event.locals.application, actor, { planId, measureId, form: form.data });
		if (!saved.ok) return fail(409, { errors: [], typed, message: refusal(saved.refusal) });
		redirect(303, resolve('/(coordinator)/atgardsplan/[planId]', { planId }));
	},
	remove: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const planId = planIdOf(event);
		const measureId = idInAddress(event.params.measureId, measureMissing);
		const removed = await removeMeasure(event.locals.application, actor, { planId, measureId });
		if (!removed.ok) return fail(409, { errors: [], typed: {}, message: refusal(removed.refusal) });
		redirect(303, resolve('/(coordinator)/atgardsplan/[planId]', { planId }));
	}
};
