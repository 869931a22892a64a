import { createHash } from 'node:crypto';
import type { Answers } from '#lib/instruments/instrument.ts';
import { type AnswerNotes, noNotes } from '#lib/responses/answerNotes.ts';
import { approvalStanding, approvedText, mayBeSent } from '#lib/responses/approval.ts';
import type { Sql } from '../db/connection.ts';
import type { AnsweringLink } from './answeringLink.ts';
import { notesId, openDraft, openNotes, sealNotes, type Draft } from './draftSealing.ts';
import { upsertDraft } from './draftStore.ts';

/** What is kept under a link while it is answered with. */
export interface KeptAnswers {
	/** null when nothing has been saved. */
	readonly draft: Draft | null;
	readonly notes: AnswerNotes;
}

/** As it was when the link was opened. */
export function keptUnder({ token, kept }: Pick<AnsweringLink, 'token' | 'kept'>): KeptAnswers {
	return {
		draft: kept.draft ? openDraft(token, kept.draft) : null,
		notes: kept.notes ? openNotes(token, kept.notes) : noNotes
	};
}

export async function saveKeptNotes(
	sql: Sql,
	{ token, round }: AnsweringLink,
	notes: AnswerNotes
): Promise<void> {
	const sealed = sealNotes(token, notes);
	await upsertDraft(sql, { draftId: notesId(token), roundId: round.roundId, sealed });
}

/** What an approval is bound to: other answers or other reasons have another fingerprint. It is kept sealed only. */
export function fingerprintOf(answers: Answers, { reasons }: Pick<AnswerNotes, 'reasons'>): string {
	return createHash('sha256').update(approvedText(answers, reasons)).digest('hex');
}

/** Whether the manager has been asked to approve, and has not approved these very answers. */
export function isHeldBack(answers: Answers, notes: AnswerNotes): boolean {
	const { approval } = notes;
	return approval !== undefined && !mayBeSent(approvalStanding(approval, fingerprintOf(answers, notes)));
}
