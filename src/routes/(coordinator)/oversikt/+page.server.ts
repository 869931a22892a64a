import { readPlans } from '#lib/server/lagesbild/atgardsplan/readPlans.ts';
import { readOverview } from '#lib/server/rounds/readOverview.ts';
import { requireActor } from '../requireActor.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireActor(event);
	const overview = await readOverview(event.locals.application, actor);
	const { reminders } = await readPlans(event.locals.application, actor);
	return { overview, reminders, mayPlan: actor.role === 'samordnare' };
};
