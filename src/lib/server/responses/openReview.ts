import { validateAnswers } from '#lib/instruments/validateAnswers.ts';
import { type AnswerNotes, noNotes } from '#lib/responses/answerNotes.ts';
import { approvalStanding, asApproved, type ApprovalStanding } from '#lib/responses/approval.ts';
import { reviewAnswers, type AnswerReview } from '#lib/responses/answerReview.ts';
import type { PreviousFigures } from '#lib/responses/previousCounts.ts';
import { accepted, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import type { Sql } from '../db/connection.ts';
import { withAnsweringLink, type AnsweringLink, type LinkRefusal } from './answeringLink.ts';
import { notesId, openNotes } from './draftSealing.ts';
import { findDraft } from './draftStore.ts';
import { fingerprintOf } from './keptAnswers.ts';
import { readSession } from './openAnswering.ts';
import { readPreviousCounts } from './readPreviousCounts.ts';
import type { AnsweringSession } from './openAnswering.ts';

/** What is shown before sending. */
export interface ReviewSession extends AnsweringSession {
	readonly previous: PreviousFigures | null;
	readonly review: AnswerReview;
	readonly approval: {
		readonly standing: ApprovalStanding;
		/** What the manager wrote when sending the answers back. */
		readonly comment: string | null;
	};
	readonly missing: readonly { readonly page: number; readonly field: string; readonly message: string }[];
}

export async function readNotes(sql: Sql, link: AnsweringLink): Promise<AnswerNotes> {
	const sealed = await findDraft(sql, notesId(link.token));
	return sealed ? openNotes(link.token, sealed) : noNotes;
}

function standingOf(
	{ instrument, answers }: AnsweringSession,
	notes: AnswerNotes
): ReviewSession['approval'] {
	const { approval } = notes;
	if (!approval) return { standing: 'not-asked', comment: null };
	const checked = validateAnswers(instrument, asApproved(instrument, answers));
	const standing = approvalStanding(approval, fingerprintOf(checked.answers, notes));
	const { verdict } = approval;
	return { standing, comment: verdict?.kind === 'returned' ? verdict.comment : null };
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
		const approval = standingOf(session, notes);
		return accepted({ ...session, previous, review, missing, approval });
	});
}
