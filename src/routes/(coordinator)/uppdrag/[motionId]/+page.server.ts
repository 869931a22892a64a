import { proposedPoints } from '#lib/lagesbild/uppdrag/motionDocument.ts';
import { requireActor } from '../../requireActor.server.ts';
import { requireMotion } from './motionEvent.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireActor(event);
	const { motion, clock } = await requireMotion(event, actor);
	const { motionId, title, movers, diarienummer, receivedOn, reportedOn, decision, clauses } = motion;
	return {
		motion: { motionId, title, movers, diarienummer, receivedOn, reportedOn, decision, clauses },
		clock,
		points: proposedPoints(motion),
		mayChange: actor.role === 'samordnare'
	};
};
