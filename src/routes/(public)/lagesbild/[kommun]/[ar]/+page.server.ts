import { error } from '@sveltejs/kit';
import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import { readPublished } from '#lib/server/lagesbild/readPublished.ts';
import { notPublishedText, publishedAddress } from './publishedAddress.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const published = await readPublished(locals.application, publishedAddress(params));
	if (!published.ok) error(404, notPublishedText);
	const { lagesbild, publishedAt, years } = published.value;
	return { published: { lagesbild: readersParts(lagesbild), publishedAt, years } };
};

/** The council's document and the protocol have files and pages of their own; who reads this page does not wait for them. */
function readersParts({
	municipality,
	year,
	period,
	version,
	title,
	responsible,
	summary,
	reading,
	caution,
	chapters,
	figures,
	tables,
	appendix
}: Lagesbild) {
	return {
		municipality,
		year,
		period,
		version,
		title,
		responsible,
		summary,
		reading,
		caution,
		chapters,
		figures,
		tables,
		appendix
	};
}
