import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { readFreeTexts } from '#lib/server/lagesbild/readFreeTexts.ts';
import { requireRole } from '../../../requireActor.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const roundId = z.uuid().safeParse(event.params.roundId);
	if (!roundId.success) error(404, 'Omgången finns inte');
	const groups = await readFreeTexts(event.locals.application, actor, roundId.data);
	if (groups.ok) return { roundId: roundId.data, groups: groups.value };
	if (groups.refusal === 'round-not-closed') return { roundId: roundId.data, groups: null };
	error(404, 'Omgången finns inte');
};
