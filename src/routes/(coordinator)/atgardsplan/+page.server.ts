import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { isUnderWay } from '#lib/lagesbild/atgardsplan/measure.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import { beginPlan, type BeginRefusal } from '#lib/server/lagesbild/atgardsplan/beginPlan.ts';
import { readPlans } from '#lib/server/lagesbild/atgardsplan/readPlans.ts';
import { idInAddress } from '../idInAddress.server.ts';
import { typedFields } from '../readForm.ts';
import { requireActor, requireRole } from '../requireActor.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireActor(event);
	const { plans, withoutPlan, reminders } = await readPlans(event.locals.application, actor);
	return {
		plans: plans.map(({ planId, year, part, decision, measures }) => ({
			planId,
			roundName: roundName({ year, part }),
			decision,
			measureCount: measures.length,
			underWay: measures.filter(isUnderWay).length
		})),
		withoutPlan,
		reminders,
		mayChange: actor.role === 'samordnare'
	};
};

const refusalText: Readonly<Record<BeginRefusal, string>> = {
	'not-allowed': 'Bara samordnaren kan börja på en plan.',
	'unknown-round': 'Omgången finns inte längre.',
	'no-lagesbild': 'Omgången har ingen lägesbild ännu. Planen ska ha lägesbilden som underlag.'
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const { roundId: typed } = typedFields(await event.request.formData());
		const roundId = idInAddress(typed, 'Omgången finns inte');
		const begun = await beginPlan(event.locals.application, actor, roundId);
		if (!begun.ok) return fail(409, { message: refusalText[begun.refusal] });
		redirect(303, resolve('/(coordinator)/atgardsplan/[planId]', { planId: begun.value }));
	}
};
