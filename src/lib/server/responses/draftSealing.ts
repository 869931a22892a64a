import { hkdfSync } from 'node:crypto';
import { z } from 'zod';
import type { Answers } from '#lib/instruments/instrument.ts';
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

const salt = 'lagesbild/draft/1';

function fromToken(token: string, use: 'id' | 'key', length: number): Uint8Array {
	return new Uint8Array(hkdfSync('sha256', token, salt, use, length));
}

/** The row that holds the draft of a link. It cannot be found from the invitation's hash, nor the other way, without the link. */
export function draftId(token: string): Uint8Array {
	return fromToken(token, 'id', 32);
}

/** Seals a draft under a key derived from the link: nobody without the link can read it, not even the program. */
export function sealDraft(token: string, draft: Draft): Uint8Array {
	const key = sealingKey(fromToken(token, 'key', 32));
	return seal(key, Buffer.from(JSON.stringify(draft)), Buffer.from(draftId(token)).toString('hex'));
}

/** @throws when the link is another than at sealing. */
export function openDraft(token: string, sealed: Uint8Array): Draft {
	const key = sealingKey(fromToken(token, 'key', 32));
	const opened = openSealed(key, sealed, Buffer.from(draftId(token)).toString('hex'));
	return draftSchema.parse(JSON.parse(Buffer.from(opened).toString('utf8')));
}
