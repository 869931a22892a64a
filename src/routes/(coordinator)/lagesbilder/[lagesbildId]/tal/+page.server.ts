import { z } from 'zod';
import { findQuotable } from '#lib/lagesbild/quoted/findQuotable.ts';
import { quotableValues } from '#lib/lagesbild/quoted/quotableValues.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import { requireReviewer } from '../../../requireActor.server.ts';
import { requireLagesbild } from '../lagesbildEvent.server.ts';
import type { PageServerLoad } from './$types';

const searchSchema = z.string().trim().max(200).catch('');

export const load: PageServerLoad = async (event) => {
	const actor = requireReviewer(event);
	const { stored, round } = await requireLagesbild(event, actor);
	const sought = searchSchema.parse(event.url.searchParams.get('sok') ?? '');
	const { shown, count } = findQuotable(quotableValues(stored.released.tables), sought);
	return {
		lagesbildId: stored.lagesbildId,
		roundName: roundName(round),
		sought,
		count,
		values: shown.map(({ reference, text, title, row, measure }) => ({
			reference,
			text,
			title,
			row,
			measure
		}))
	};
};
