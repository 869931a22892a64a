import { z } from 'zod';
import type { Answers } from '#lib/instruments/instrument.ts';
import type { AnswerNotes } from '#lib/responses/answerNotes.ts';
import { answerNotesSchema } from '#lib/responses/answerNotesSchema.ts';
import { derivedBytes } from '../keys/derivedBytes.ts';
import { openSealed, seal, sealingKey, type SealingKey } from '../keys/sealing.ts';

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
	return derivedBytes(token, { salt: `lagesbild/${kept}/1`, info: use });
}

/** The rows of what is kept of a link. Found from the link only: from neither the invitation nor one another. 32 bytes each. */
export interface KeptIds {
	readonly draftId: Uint8Array;
	readonly notesId: Uint8Array;
}

export function keptIds(token: string): KeptIds {
	return { draftId: fromToken(token, 'draft', 'id'), notesId: fromToken(token, 'notes', 'id') };
}

/** A link, and where what is kept of it lies. */
export interface KeepingLink extends KeptIds {
	readonly token: string;
}

/** The key is derived from the link: nobody without it can read what is sealed, not even the program. */
function lockOf({ token, draftId, notesId }: KeepingLink, kept: Kept): { key: SealingKey; place: string } {
	const id = kept === 'draft' ? draftId : notesId;
	return { key: sealingKey(fromToken(token, kept, 'key')), place: Buffer.from(id).toString('hex') };
}

function sealUnder(link: KeepingLink, kept: Kept, content: unknown): Uint8Array {
	const { key, place } = lockOf(link, kept);
	return seal(key, Buffer.from(JSON.stringify(content)), place);
}

function openUnder(link: KeepingLink, kept: Kept, sealed: Uint8Array): unknown {
	const { key, place } = lockOf(link, kept);
	return JSON.parse(Buffer.from(openSealed(key, sealed, place)).toString('utf8'));
}

export function sealDraft(link: KeepingLink, draft: Draft): Uint8Array {
	return sealUnder(link, 'draft', draft);
}

/** @throws when the link is another than at sealing. */
export function openDraft(link: KeepingLink, sealed: Uint8Array): Draft {
	return draftSchema.parse(openUnder(link, 'draft', sealed));
}

export function sealNotes(link: KeepingLink, notes: AnswerNotes): Uint8Array {
	return sealUnder(link, 'notes', notes);
}

/** @throws when the link is another than at sealing. */
export function openNotes(link: KeepingLink, sealed: Uint8Array): AnswerNotes {
	return answerNotesSchema.parse(openUnder(link, 'notes', sealed));
}
