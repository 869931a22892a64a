import { error } from '@sveltejs/kit';
import { readFreeTexts } from '#lib/server/lagesbild/readFreeTexts.ts';
import { requireRole } from '../../../requireActor.server.ts';
import { roundIdOf } from '../roundId.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const roundId = roundIdOf(event);
	const groups = await readFreeTexts(event.locals.application, actor, roundId);
	if (groups.ok) return { roundId, groups: groups.value };
	if (groups.refusal === 'round-not-closed') return { roundId, groups: null };
	error(404, 'Omgången finns inte');
};
