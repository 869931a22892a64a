import { error } from '@sveltejs/kit';
import { readPublished } from '#lib/server/lagesbild/readPublished.ts';
import { notPublishedText, publishedAddress } from './publishedAddress.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const published = await readPublished(locals.application, publishedAddress(params));
	if (!published.ok) error(404, notPublishedText);
	return { published: published.value };
};
