import { error } from '@sveltejs/kit';
import { lagesbildRound } from '#lib/lagesbild/lagesbildAddress.ts';
import { appendixTables } from '#lib/lagesbild/tablesOf.ts';
import { readPublished } from '#lib/server/lagesbild/readPublished.ts';
import { notPublishedText, publishedAddress } from '../publishedAddress.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const published = await readPublished(locals.application, publishedAddress({ params, url }));
	if (!published.ok) error(404, notPublishedText);
	const { lagesbild, versions } = published.value;
	const { municipality, version, title, reading, appendix } = lagesbild;
	return {
		published: {
			versions,
			round: lagesbildRound(lagesbild),
			lagesbild: { municipality, version, title, reading, appendix, tables: appendixTables(lagesbild) }
		}
	};
};
