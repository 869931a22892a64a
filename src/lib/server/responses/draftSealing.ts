import { hkdfSync } from 'node:crypto';
import { z } from 'zod';
import type { Answers } from '#lib/instruments/instrument.ts';
import type { AnswerNotes } from '#lib/responses/answerNotes.ts';
import { answerNotesSchema } from '#lib/responses/answerNotesSchema.ts';
import { openSealed, seal, sealingKey } from '../keys/sealing.ts';

export interface Draft {
	readonly answers: Answers;
	/** Where the respondent was: a page's place in the instrument. */
	readonly page: number;
}

const draftSchema = z.object({
	answers: z.record(z.string(), z.unknown()),
	page: z.number().int().min(0)
});

/** What is kept of a link while it is answered with: the draft, and the notes that are made when it is reviewed. */
type Kept = 'draft' | 'notes';

function fromToken(token: string, kept: Kept, use: 'id' | 'key'): Uint8Array {
	return new Uint8Array(hkdfSync('sha256', token, `lagesbild/${kept}/1`, use, 32));
}

function sealUnder(token: string, kept: Kept, content: unknown): Uint8Array {
	const key = sealingKey(fromToken(token, kept, 'key'));
	const place = Buffer.from(fromToken(token, kept, 'id')).toString('hex');
	return seal(key, Buffer.from(JSON.stringify(content)), place);
}

function openUnder(token: string, kept: Kept, sealed: Uint8Array): unknown {
	const key = sealingKey(fromToken(token, kept, 'key'));
	const place = Buffer.from(fromToken(token, kept, 'id')).toString('hex');
	return JSON.parse(Buffer.from(openSealed(key, sealed, place)).toString('utf8'));
}

/** The row that holds the draft of a link. It cannot be found from the invitation's hash, nor the other way, without the link. */
export function draftId(token: string): Uint8Array {
	return fromToken(token, 'draft', 'id');
}

/** The row of the notes: found from the link only, and from neither the invitation nor the draft. */
export function notesId(token: string): Uint8Array {
	return fromToken(token, 'notes', 'id');
}

/** Seals a draft under a key derived from the link: nobody without the link can read it, not even the program. */
export function sealDraft(token: string, draft: Draft): Uint8Array {
	return sealUnder(token, 'draft', draft);
}

/** @throws when the link is another than at sealing. */
export function openDraft(token: string, sealed: Uint8Array): Draft {
	return draftSchema.parse(openUnder(token, 'draft', sealed));
}

export function sealNotes(token: string, notes: AnswerNotes): Uint8Array {
	return sealUnder(token, 'notes', notes);
}

/** @throws when the link is another than at sealing. */
export function openNotes(token: string, sealed: Uint8Array): AnswerNotes {
	return answerNotesSchema.parse(openUnder(token, 'notes', sealed));
}
