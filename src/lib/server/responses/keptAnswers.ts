import { createHash } from 'node:crypto';
import type { Answers } from '#lib/instruments/instrument.ts';
import { type AnswerNotes, noNotes } from '#lib/responses/answerNotes.ts';
import { approvalStanding, approvedText, mayBeSent } from '#lib/responses/approval.ts';
import type { Sql } from '../db/connection.ts';
import type { AnsweringLink } from './answeringLink.ts';
import { openDraft, openNotes, sealDraft, sealNotes, type Draft } from './draftSealing.ts';
import { deleteDrafts, upsertDraft } from './draftStore.ts';

/** What is kept under a link while it is answered with. */
export interface KeptAnswers {
	/** null when nothing has been saved. */
	readonly draft: Draft | null;
	readonly notes: AnswerNotes;
}

/** The draft as it was when the link was opened. */
export function keptDraft(link: AnsweringLink): Draft | null {
	return link.kept.draft && openDraft(link, link.kept.draft);
}

/** The notes as they were when the link was opened. */
export function keptNotes(link: AnsweringLink): AnswerNotes {
	return link.kept.notes ? openNotes(link, link.kept.notes) : noNotes;
}

export function keptUnder(link: AnsweringLink): KeptAnswers {
	return { draft: keptDraft(link), notes: keptNotes(link) };
}

export async function saveKeptDraft(sql: Sql, link: AnsweringLink, draft: Draft): Promise<void> {
	const { draftId, round } = link;
	await upsertDraft(sql, { draftId, roundId: round.roundId, sealed: sealDraft(link, draft) });
}

export async function saveKeptNotes(sql: Sql, link: AnsweringLink, notes: AnswerNotes): Promise<void> {
	const { notesId, round } = link;
	await upsertDraft(sql, { draftId: notesId, roundId: round.roundId, sealed: sealNotes(link, notes) });
}

export async function deleteKept(sql: Sql, { draftId, notesId }: AnsweringLink): Promise<void> {
	await deleteDrafts(sql, [draftId, notesId]);
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
