import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { quotationCounts } from '#lib/lagesbild/quotationOutcomeText.ts';
import { readPlanOfRound } from '#lib/server/lagesbild/atgardsplan/readPlans.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import { submitForReview, type SubmissionRefusal } from '#lib/server/lagesbild/reviewLagesbild.ts';
import { requireActor, requireRole } from '../../requireActor.server.ts';
import { lagesbildIdOf, requireLagesbild } from './lagesbildEvent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireActor(event);
	const { stored, state, round, content, missing, findings } = await requireLagesbild(event, actor);
	return {
		lagesbildId: stored.lagesbildId,
		returnedReason: stored.returnedReason,
		state,
		round: { roundId: round.roundId, name: roundName(round) },
		content,
		missing,
		findings: findings.length,
		plan: await readPlanOfRound(event.locals.application, actor, round.roundId),
		quotations: actor.role === 'lasare' ? null : quotationCounts(stored.quotations),
		role: actor.role
	};
};

const refusalText: Readonly<Record<SubmissionRefusal, string>> = {
	'unknown-lagesbild': 'Lägesbilden finns inte längre.',
	'not-allowed': 'Bara samordnaren kan skicka lägesbilden till granskning.',
	'not-a-draft': 'Lägesbilden är redan skickad till granskning.',
	'threshold-changed':
		'Det som skyddas har ändrats sedan lägesbilden räknades fram. Sammanställ en ny version på omgångens sida.',
	'quotation-withdrawn':
		'Ett citat i lägesbilden har tagits tillbaka. Sammanställ en ny version på omgångens sida.',
	'waiver-ended':
		'Ett medgivande som lägesbilden bygger på gäller inte längre. Sammanställ en ny version på omgångens sida.',
	'parts-missing': 'Lägesbilden är inte skickad. Delarna nedan behöver fyllas i först.'
};

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const lagesbildId = lagesbildIdOf(event);
		const submission = await submitForReview(event.locals.application, actor, lagesbildId);
		if (!submission.ok) return fail(409, { message: refusalText[submission.refusal] });
		redirect(303, resolve('/(coordinator)/lagesbilder/[lagesbildId]', { lagesbildId }));
	}
};
