import type { Language } from '#lib/instruments/texts/answerMessages.ts';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import type { AnswerNotes } from '#lib/responses/answerNotes.ts';
import { approvalStanding, asApproved, type ApprovalStanding } from '#lib/responses/approval.ts';
import { reviewAnswers, type AnswerReview } from '#lib/responses/answerReview.ts';
import type { PreviousFigures } from '#lib/responses/previousCounts.ts';
import { accepted, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import { readAnsweringLink, type LinkRefusal } from './answeringLink.ts';
import { fingerprintOf, keptNotes } from './keptAnswers.ts';
import { sessionOf } from './openAnswering.ts';
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
	token: string,
	language?: Language
): Promise<Result<ReviewSession, LinkRefusal>> {
	const link = await readAnsweringLink(application, token);
	if (!link.ok) return link;
	const session = sessionOf(link.value, language);
	const notes = keptNotes(link.value);
	const previous = await readPreviousCounts(application, link.value);
	const { instrument } = session;
	const { answers, errors } = validateAnswers(instrument, session.answers);
	const review = reviewAnswers({ instrument, answers, notes, previous: previous?.counts ?? [] });
	const missing = errors.map(({ page, field, message }) => ({ page, field, message }));
	const approval = standingOf(session, notes);
	return accepted({ ...session, previous, review, missing, approval });
}
