import { motionClock } from '#lib/lagesbild/uppdrag/motionClock.ts';
import { readMotions } from '#lib/server/lagesbild/uppdrag/readMotions.ts';
import { requireActor } from '../requireActor.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireActor(event);
	const { motions, today } = await readMotions(event.locals.application, actor);
	const watched = motions.flatMap(({ motionId, title, clauses }) =>
		clauses.flatMap(({ watch, place }) => (watch ? [{ motionId, title, place, ...watch }] : []))
	);
	return {
		today,
		motions: motions.map((motion) => {
			const { motionId, title, movers, diarienummer, receivedOn, clauses, decision } = motion;
			return {
				motionId,
				title,
				movers,
				diarienummer,
				receivedOn,
				decision,
				clauseCount: clauses.length,
				answeredCount: clauses.filter(({ proposedAnswer }) => proposedAnswer !== null).length,
				clock: motionClock(motion, today)
			};
		}),
		watched: watched.sort((one, other) => one.on.localeCompare(other.on)),
		mayChange: actor.role === 'samordnare'
	};
};
