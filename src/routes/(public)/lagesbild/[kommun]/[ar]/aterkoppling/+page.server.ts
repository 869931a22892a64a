import { error } from '@sveltejs/kit';
import { roundName } from '#lib/rounds/roundName.ts';
import { readFeedback } from '#lib/server/lagesbild/readFeedback.ts';
import { notPublishedText, publishedAddress } from '../publishedAddress.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { slug, year, part, series } = publishedAddress({ params, url });
	const feedback = await readFeedback(locals.application, { slug, year, part, series });
	const round = roundName({ year, part });
	if (!feedback.ok) error(404, notPublishedText);
	if (feedback.value.state === 'waiting') return { round, told: null };
	const { lagesbild, plan } = feedback.value.published;
	// A version of an earlier program: its lägesbild is what there is to read.
	if (!lagesbild.readers) error(404, 'Det finns ingen återkoppling till den här lägesbilden');
	const { municipality, responsible, protocol, readers, chapters } = lagesbild;
	return {
		round,
		told: {
			municipality: municipality.name,
			responsible,
			threshold: protocol.policy.threshold,
			...readers.feedback,
			plan,
			isProposed: chapters.some(({ id }) => id === 'atgardsplan')
		}
	};
};
