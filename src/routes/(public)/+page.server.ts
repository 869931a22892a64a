import { listPublished } from '#lib/server/lagesbild/readPublished.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const published = await listPublished(locals.application);
	const bySlug = Map.groupBy(published, (each) => each.slug);
	return {
		municipalities: [...bySlug].map(([slug, lagesbilder]) => ({
			slug,
			name: lagesbilder[0]?.municipality ?? '',
			lagesbilder: lagesbilder.map(({ address, title, publishedAt }) => ({ address, title, publishedAt }))
		}))
	};
};
