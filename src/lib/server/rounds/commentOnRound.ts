import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { findPersonalData } from '#lib/freetext/findPersonalData.ts';
import { markedText, type TextPart } from '#lib/freetext/markedText.ts';
import { cleanText } from '#lib/instruments/fields/typedText.ts';
import type { Round } from '#lib/rounds/round.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality } from '../db/connection.ts';
import { deleteComment, insertComment, listComments, type RoundComment } from './commentStore.ts';
import { findRound, lockRound } from './roundStore.ts';

type NotYours = 'not-allowed' | 'unknown-round';

export interface CommentsView {
	readonly round: Round;
	/** Newest first. */
	readonly comments: readonly (RoundComment & { readonly writerName: string })[];
}

/** What the staff have noted about the round: for those who work with it. */
export async function readComments(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<Result<CommentsView, NotYours>> {
	if (actor.role === 'lasare') return refused('not-allowed');
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await findRound(sql, roundId);
		if (!round) return refused('unknown-round');
		return accepted({ round, comments: await listComments(sql, roundId) });
	});
}

/** A note as a form sends it. */
export const commentSchema = z.object({
	text: z
		.string({ error: 'Skriv en anteckning' })
		.transform((text) => cleanText(text, 'many').trim())
		.pipe(z.string().min(1, { error: 'Skriv en anteckning' }).max(2000, { error: 'Högst 2 000 tecken' })),
	/** The writer has seen what looks like personal data, and means it. */
	isMeant: z.literal('ja').optional()
});

export type CommentOutcome =
	| Result<null, NotYours>
	| { readonly ok: false; readonly refusal: 'personal-data'; readonly parts: readonly TextPart[] };

/** The same words again so soon are the same form, sent twice. */
const momentsApart = 60_000;

/** Notes something about the round. What looks like personal data is shown first: the note is an official document. */
export async function commentOnRound(
	application: Application,
	actor: Actor,
	{ roundId, text, isMeant }: z.infer<typeof commentSchema> & { readonly roundId: string }
): Promise<CommentOutcome> {
	if (actor.role === 'lasare') return refused('not-allowed');
	const findings = findPersonalData(text);
	if (findings.length > 0 && !isMeant) {
		return { ok: false, refusal: 'personal-data', parts: markedText(text, findings) };
	}
	const writtenAt = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		// Held, so that a form that is sent twice finds what it wrote the first time.
		if (!(await lockRound(sql, roundId, 'for update'))) return refused('unknown-round');
		const comments = await listComments(sql, roundId);
		const isTheSame = (each: RoundComment) =>
			each.text === text &&
			each.writtenBy === actor.accountId &&
			writtenAt.getTime() - each.writtenAt.getTime() < momentsApart;
		if (comments.some(isTheSame)) return accepted(null);
		const commentId = randomUUID();
		await insertComment(sql, roundId, { commentId, writtenAt, writtenBy: actor.accountId, text });
		const subject = `${roundId}/${commentId}`;
		await insertAuditEvent(sql, actor, { action: 'round-commented', subject, at: writtenAt });
		return accepted(null);
	});
}

/** Takes a note away, also one that somebody else wrote: it may name a person who should not be named. */
export async function removeComment(
	application: Application,
	actor: Actor,
	place: { readonly roundId: string; readonly commentId: string }
): Promise<Result<null, 'not-allowed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		await deleteComment(sql, place);
		const subject = `${place.roundId}/${place.commentId}`;
		await insertAuditEvent(sql, actor, { action: 'round-comment-removed', subject, at });
		return accepted(null);
	});
}
