import { error } from '@sveltejs/kit';
import { chapterTables } from '#lib/lagesbild/tablesOf.ts';
import { readPublished } from '#lib/server/lagesbild/readPublished.ts';
import { notPublishedText, publishedAddress } from './publishedAddress.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const published = await readPublished(locals.application, publishedAddress({ params, url }));
	if (!published.ok) error(404, notPublishedText);
	const { lagesbild, publishedAt, others, versions, decisions, plan } = published.value;
	const { municipality, series, period, version, title, responsible, summary, reading, caution } = lagesbild;
	const { chapters, council, figures, correction, readers } = lagesbild;
	return {
		published: {
			// The council's document, the protocol and the appendix have places of their own; who reads this page does not wait for them.
			lagesbild: {
				municipality,
				period,
				version,
				correction,
				title,
				theme: series.theme,
				responsible,
				summary,
				reading,
				caution,
				chapters,
				figures,
				tables: chapterTables(lagesbild),
				appendix: lagesbild.appendix.map((part) => ({ id: part.id, title: part.title }))
			},
			// Versions of earlier programs have nothing for certain readers.
			hasReaders: readers !== undefined,
			english: readers?.english ?? null,
			proposals: council.proposals,
			publishedAt,
			others,
			versions,
			decisions,
			plan
		}
	};
};
