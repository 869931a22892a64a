import type { Language } from '#lib/instruments/texts/answerMessages.ts';
import type { PreviousFigures } from '#lib/responses/previousCounts.ts';
import { accepted, type Result } from '#lib/shared/result.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import type { Application } from '../application.ts';
import { readAnsweringLink, type AnsweringLink, type LinkRefusal } from './answeringLink.ts';
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
	return link.ok ? accepted(await pageOf(application, link.value, language)) : link;
}

/** As `openPage`, for a browser that goes to a page of questions: the day is noted for its unit, once. */
export async function visitPage(
	application: Application,
	token: string,
	language?: Language
): Promise<Result<PageSession, LinkRefusal>> {
	const link = await readAnsweringLink(application, token);
	if (!link.ok) return link;
	const { state, unit } = link.value;
	if (state === 'first') application.marks.note(unit, 'opened', dayInSweden(application.clock.now()));
	return accepted(await pageOf(application, link.value, language));
}

async function pageOf(
	application: Application,
	link: AnsweringLink,
	language?: Language
): Promise<PageSession> {
	const previous = await readPreviousCounts(application, link);
	return { ...sessionOf(link, language), previous };
}
