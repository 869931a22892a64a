import { validateAnswers } from '#lib/instruments/validateAnswers.ts';
import { type AnswerNotes, noNotes } from '#lib/responses/answerNotes.ts';
import { reviewAnswers, type AnswerReview } from '#lib/responses/answerReview.ts';
import type { PreviousFigures } from '#lib/responses/previousCounts.ts';
import { accepted, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import type { Sql } from '../db/connection.ts';
import { withAnsweringLink, type AnsweringLink, type LinkRefusal } from './answeringLink.ts';
import { notesId, openNotes } from './draftSealing.ts';
import { findDraft } from './draftStore.ts';
import { readSession } from './openAnswering.ts';
import { readPreviousCounts } from './readPreviousCounts.ts';
import type { AnsweringSession } from './openAnswering.ts';

/** What is shown before sending. */
export interface ReviewSession extends AnsweringSession {
	readonly previous: PreviousFigures | null;
	readonly review: AnswerReview;
	readonly missing: readonly { readonly page: number; readonly field: string; readonly message: string }[];
}

export async function readNotes(sql: Sql, link: AnsweringLink): Promise<AnswerNotes> {
	const sealed = await findDraft(sql, notesId(link.token));
	return sealed ? openNotes(link.token, sealed) : noNotes;
}

export async function openReview(
	application: Application,
	token: string
): Promise<Result<ReviewSession, LinkRefusal>> {
	return await withAnsweringLink(application, { token, isWriting: false }, async (sql, link) => {
		const [session, previous, notes] = await Promise.all([
			readSession(sql, link),
			readPreviousCounts(sql, link),
			readNotes(sql, link)
		]);
		const { answers, errors } = validateAnswers(session.instrument, session.answers);
		const review = reviewAnswers({
			instrument: session.instrument,
			answers,
			notes,
			previous: previous?.counts ?? []
		});
		const missing = errors.map(({ page, field, message }) => ({ page, field, message }));
		return accepted({ ...session, previous, review, missing });
	});
}
