import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import { withMunicipality } from '../db/connection.ts';
import { municipalityOfSlug } from '../organisations/municipalityStore.ts';
import { hasOpenedRound } from '../rounds/roundStore.ts';
import type { PublishedRound } from './publicationStore.ts';
import { readPublished, type PublishedView } from './readPublished.ts';

/** What those who answered are told: of the newest version, or that nothing is published yet. */
export type FeedbackView =
	{ readonly state: 'waiting' } | { readonly state: 'published'; readonly published: PublishedView };

/** The address is in the letter of thanks, before there is a lägesbild: a round that somebody was asked in has a page. */
export async function readFeedback(
	application: Application,
	{ slug, ...round }: PublishedRound & { readonly slug: string }
): Promise<Result<FeedbackView, 'not-published'>> {
	const published = await readPublished(application, { slug, ...round });
	if (published.ok) return accepted({ state: 'published', published: published.value });
	const { database } = application;
	const code = await municipalityOfSlug(database.sql, slug);
	if (!code) return refused('not-published');
	const wasAsked = await withMunicipality(database, code, (sql) => hasOpenedRound(sql, round));
	return wasAsked ? accepted({ state: 'waiting' }) : refused('not-published');
}
