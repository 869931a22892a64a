import type { Answers } from '#lib/instruments/instrument.ts';
import { validateAnswers, type ValidatedAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import {
	approvalStanding,
	asApproved,
	withoutApproval,
	type ApprovalStanding,
	type ApprovalVerdict
} from '#lib/responses/approval.ts';
import { reviewAnswers, type ReviewedDifference } from '#lib/responses/answerReview.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import { withApprovalLink, type ApprovalRefusal, type ApprovalRequest } from './approvalLink.ts';
import { fingerprintOf, saveKeptDraft, saveKeptNotes } from './keptAnswers.ts';
import { sessionOf, type AnsweringSession } from './openAnswering.ts';
import { readPreviousCounts } from './readPreviousCounts.ts';

/** What the manager reads before saying yes or no. */
export interface ApprovalSession extends AnsweringSession {
	readonly standing: ApprovalStanding;
	readonly verdict: ApprovalVerdict | null;
	/** Of the answers as they are shown: the verdict is about these. */
	readonly fingerprint: string;
	/** How many questions, but that of approval, are still to be answered. */
	readonly missing: number;
	readonly differences: readonly ReviewedDifference[];
}

interface Judged extends ValidatedAnswers {
	readonly fingerprint: string;
}

/** The answers as they would be sent if they were approved now. */
function judged({ link, draft, notes }: ApprovalRequest): Judged {
	const validation = validateAnswers(link.instrument, asApproved(link.instrument, draft?.answers ?? {}));
	return { ...validation, fingerprint: fingerprintOf(validation.answers, notes) };
}

export async function openApproval(
	application: Application,
	token: string
): Promise<Result<ApprovalSession, ApprovalRefusal>> {
	return await withApprovalLink(application, { token, isWriting: false }, async (_sql, request) => {
		const { link, notes, approval } = request;
		const previous = await readPreviousCounts(application, link);
		const { answers, errors, fingerprint } = judged(request);
		const { instrument } = link;
		const review = reviewAnswers({ instrument, answers, notes, previous: previous?.counts ?? [] });
		const standing = approvalStanding(approval, fingerprint);
		return accepted({
			...sessionOf(link),
			// The question of approval stands open until the manager has answered it.
			answers: standing === 'approved' ? answers : withoutApproval(answers),
			standing,
			verdict: approval.verdict,
			fingerprint,
			missing: errors.length,
			differences: review.differences
		});
	});
}

function answersAfter({ link, draft }: ApprovalRequest, verdict: ApprovalVerdict): Answers {
	const answers = draft?.answers ?? {};
	return verdict.kind === 'approved' ? asApproved(link.instrument, answers) : withoutApproval(answers);
}

/**
 * Writes the verdict beside the draft. It is about the answers that the manager saw: if they have been changed meanwhile
 * nothing is written, and the manager sees the new ones first.
 */
export async function giveVerdict(
	application: Application,
	token: string,
	verdict: ApprovalVerdict
): Promise<Result<null, ApprovalRefusal | 'changed-meanwhile' | 'incomplete'>> {
	return await withApprovalLink<null, ApprovalRefusal | 'changed-meanwhile' | 'incomplete'>(
		application,
		{ token, isWriting: true },
		async (sql, request) => {
			const { link, draft, notes, approval } = request;
			const { errors, fingerprint } = judged(request);
			if (fingerprint !== verdict.fingerprint) return refused('changed-meanwhile');
			if (verdict.kind === 'approved' && errors.length > 0) return refused('incomplete');
			await saveKeptDraft(sql, link, { answers: answersAfter(request, verdict), page: draft?.page ?? 0 });
			await saveKeptNotes(sql, link, { ...notes, approval: { ...approval, verdict } });
			return accepted(null);
		}
	);
}
