import type { Answers, Instrument } from '#lib/instruments/instrument.ts';
import { questionsByName } from '#lib/instruments/instrumentIndex.ts';

/** What the manager has said, and of which answers: their fingerprint. */
export type ApprovalVerdict =
	| { readonly kind: 'approved'; readonly fingerprint: string }
	| { readonly kind: 'returned'; readonly fingerprint: string; readonly comment: string };

/** A request for the manager's approval. It is withdrawn by taking it away. */
export interface Approval {
	/** Hex of the hash of the link that may give the verdict. */
	readonly linkId: string;
	readonly verdict: ApprovalVerdict | null;
}

export type ApprovalStanding =
	| 'not-asked'
	| 'waiting'
	| 'approved'
	/** Approved, and an answer has been changed since: the approval is of other answers than these. */
	| 'changed-since-approval'
	| 'returned'
	| 'changed-since-return';

export const longestComment = 1000;

export function approvalStanding(approval: Approval | undefined, fingerprint: string): ApprovalStanding {
	if (!approval) return 'not-asked';
	if (!approval.verdict) return 'waiting';
	const isSame = approval.verdict.fingerprint === fingerprint;
	if (approval.verdict.kind === 'approved') return isSame ? 'approved' : 'changed-since-approval';
	return isSame ? 'returned' : 'changed-since-return';
}

export function mayBeSent(standing: ApprovalStanding): boolean {
	return standing === 'not-asked' || standing === 'approved';
}

// Part A's question whether the answer is approved by the manager: the same in all questionnaires (library/delA.json).
const approvalQuestion = { name: 'A6', approved: 'ja' } as const;

/** The answers as they are once the manager has approved: the approval is the answer to the question about it. */
export function asApproved(instrument: Instrument, answers: Answers): Answers {
	const { name, approved } = approvalQuestion;
	const question = questionsByName(instrument).get(name)?.question;
	const isAsked = question?.kind === 'radiogroup' && question.choices.some(({ value }) => value === approved);
	return isAsked ? { ...answers, [name]: approved } : answers;
}

/** The answers without an answer to the question whether the manager has approved. */
export function withoutApproval(answers: Answers): Answers {
	return Object.fromEntries(Object.entries(answers).filter(([name]) => name !== approvalQuestion.name));
}

/**
 * What an approval is of, as one text: the answers as they would be sent, and the reasons that are sent as free text with
 * them. The same answers give the same text, in whatever order they were written.
 */
export function approvedText(answers: Answers, reasons: Readonly<Record<string, string>>): string {
	const written = Object.fromEntries(Object.entries(reasons).filter(([, reason]) => reason !== ''));
	return JSON.stringify([answers, written], (_, value: unknown) =>
		typeof value === 'object' && value !== null && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
			: value
	);
}
