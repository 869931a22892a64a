import { unfinishedCells, unfinishedColumns } from '#lib/lagesbild/uppdrag/unfinishedMotions.ts';
import { readMotions } from '#lib/server/lagesbild/uppdrag/readMotions.ts';
import { requireActor } from '../../requireActor.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireActor(event);
	const { municipality, today, unfinished } = await readMotions(event.locals.application, actor);
	return {
		municipality: municipality.name,
		today,
		columns: [...unfinishedColumns],
		rows: unfinished.map((each) => ({ motionId: each.motion.motionId, cells: [...unfinishedCells(each)] }))
	};
};
