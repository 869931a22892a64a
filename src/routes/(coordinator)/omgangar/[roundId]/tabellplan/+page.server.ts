import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { z } from 'zod';
import { planChangeWords, zerosOf } from '#lib/statistics/planChange.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import {
	changePlan,
	planChangeSchema,
	readPlan,
	type PlanRefusal,
	withdrawPlanChange
} from '#lib/server/lagesbild/changePlan.ts';
import { judgePlan, type JudgementRefusal } from '#lib/server/lagesbild/judgePlan.ts';
import { readCompilation } from '#lib/server/lagesbild/watchCompilation.ts';
import { typedFields } from '../../../readForm.ts';
import { requireRole } from '../../../requireActor.server.ts';
import { roundIdOf } from '../roundId.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const roundId = roundIdOf(event);
	const { application } = event.locals;
	const view = await readPlan(application, actor, roundId);
	if (!view.ok) error(404, 'Omgången finns inte');
	const { round, changes, isFixed } = view.value;
	return {
		round: { roundId, name: roundName(round), threshold: round.threshold, isClosed: round.closedAt !== null },
		changes: changes.map(({ place, change }) => ({ place, words: planChangeWords(change) })),
		isFixed,
		showsZeros: zerosOf(changes.map(({ change }) => change)) === 'open',
		compilation: readCompilation(application, actor, roundId)
	};
};

const refusalText: Readonly<Record<JudgementRefusal | PlanRefusal, string>> = {
	'unknown-round': 'Omgången finns inte längre.',
	'not-allowed': 'Bara samordnaren kan pröva tabellplanen.',
	'round-not-closed': 'Stäng omgången först. Planen prövas mot svaren i en stängd omgång.',
	'round-erased': 'Omgången är gallrad. Det finns inga svar att pröva planen mot.',
	'already-compiling': 'Lägesbilden sammanställs eller prövas just nu. Vänta tills det är klart.',
	'already-published': 'Omgången är publicerad. Dess tabellplan ligger fast, också för en rättad version.',
	'unknown-question': 'Frågan finns inte i omgångens formulär.',
	cancelled: 'Prövningen avbröts.'
};

const unknownChange = 'Ändringen finns inte längre. Pröva tabellplanen igen.';

function planPage(roundId: string): string {
	return resolve('/(coordinator)/omgangar/[roundId]/tabellplan', { roundId });
}

export const actions: Actions = {
	prova: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const judgement = await judgePlan(event.locals.application, actor, roundIdOf(event));
		if (!judgement.ok) return fail(409, { message: refusalText[judgement.refusal] });
		return { judgement: judgement.value };
	},
	andra: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		const change = planChangeSchema.safeParse(typedFields(await event.request.formData()));
		if (!change.success) return fail(400, { message: unknownChange });
		const changing = await changePlan(event.locals.application, actor, { roundId, change: change.data });
		if (!changing.ok) return fail(409, { message: refusalText[changing.refusal] });
		redirect(303, planPage(roundId));
	},
	angra: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		const place = z.coerce
			.number()
			.int()
			.safeParse((await event.request.formData()).get('place'));
		if (!place.success) return fail(400, { message: unknownChange });
		const withdrawal = { roundId, place: place.data };
		const taken = await withdrawPlanChange(event.locals.application, actor, withdrawal);
		if (!taken.ok) return fail(409, { message: refusalText[taken.refusal] });
		redirect(303, planPage(roundId));
	}
};
