import type { PreviousFigures } from '#lib/responses/previousCounts.ts';
import { accepted, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import { withAnsweringLink, type LinkRefusal } from './answeringLink.ts';
import { readSession, type AnsweringSession } from './openAnswering.ts';
import { readPreviousCounts } from './readPreviousCounts.ts';

/** What a page of questions shows: the session, and the unit's own figures of the time before. */
export interface PageSession extends AnsweringSession {
	readonly previous: PreviousFigures | null;
}

export async function openPage(
	application: Application,
	token: string
): Promise<Result<PageSession, LinkRefusal>> {
	return await withAnsweringLink(application, { token, isWriting: false }, async (sql, link) => {
		const [session, previous] = await Promise.all([readSession(sql, link), readPreviousCounts(sql, link)]);
		return accepted({ ...session, previous });
	});
}
