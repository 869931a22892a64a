import type { Language } from '#lib/instruments/texts/answerMessages.ts';
import type { PreviousFigures } from '#lib/responses/previousCounts.ts';
import { accepted, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import { readAnsweringLink, type LinkRefusal } from './answeringLink.ts';
import { sessionOf, type AnsweringSession } from './openAnswering.ts';
import { readPreviousCounts } from './readPreviousCounts.ts';

/** What a page of questions shows: the session, and the unit's own figures of the time before. */
export interface PageSession extends AnsweringSession {
	readonly previous: PreviousFigures | null;
}

export async function openPage(
	application: Application,
	token: string,
	language?: Language
): Promise<Result<PageSession, LinkRefusal>> {
	const link = await readAnsweringLink(application, token);
	if (!link.ok) return link;
	const previous = await readPreviousCounts(application, link.value);
	return accepted({ ...sessionOf(link.value, language), previous });
}
