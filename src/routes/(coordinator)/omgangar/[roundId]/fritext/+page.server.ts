import { error } from '@sveltejs/kit';
import { roundName } from '#lib/rounds/roundName.ts';
import { readTextQuestions } from '#lib/server/lagesbild/freetexts/readTextQuestions.ts';
import { requireRole } from '../../../requireActor.server.ts';
import { roundIdOf } from '../roundId.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const roundId = roundIdOf(event);
	const view = await readTextQuestions(event.locals.application, actor, roundId);
	if (!view.ok && view.refusal !== 'round-not-closed') error(404, 'Omgången finns inte');
	if (!view.ok) return { roundId, texts: null };
	const { round, areErased, questions } = view.value;
	return { roundId, texts: { roundName: roundName(round), seriesId: round.seriesId, areErased, questions } };
};
