import { rankFindings } from '#lib/lagesbild/findings/rankFindings.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import { requireActor } from '../../../requireActor.server.ts';
import { requireLagesbild } from '../lagesbildEvent.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireActor(event);
	const { stored, state, round, findings, missing } = await requireLagesbild(event, actor);
	return {
		lagesbildId: stored.lagesbildId,
		roundName: roundName(round),
		mayEdit: state === 'draft' && actor.role === 'samordnare',
		isSaved: event.url.searchParams.has('sparad'),
		findings: rankFindings(findings).map(({ finding: { findingId, content }, rank, score }) => ({
			findingId,
			statement: content.statement,
			degree: content.degree,
			rank,
			score,
			lacks: missing.filter((each) => each.finding === findingId).length
		}))
	};
};
