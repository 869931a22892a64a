import { z } from 'zod';
import { answerNotesSchema } from '#lib/responses/answerNotesSchema.ts';
import type { CorrectionCode } from '#lib/responses/correctionCode.ts';
import { derivedBytes } from '../keys/derivedBytes.ts';
import type { KeyRing } from '../keys/keyRing.ts';
import { openSealed, seal, sealingKey } from '../keys/sealing.ts';

/** What was written of a sent answer, so that just that can be taken back: not worked out again by a later program. */
const sentCopySchema = z.object({
	answers: z.record(z.string(), z.unknown()),
	notes: answerNotesSchema,
	opinions: z.array(z.object({ variable: z.string(), option: z.string() })),
	freeTextIds: z.array(z.string())
});

export type SentCopy = z.infer<typeof sentCopySchema>;

/** The code, and what the copy belongs to: a code opens nothing with another unit's link. */
export interface CopyHolder {
	readonly code: CorrectionCode;
	readonly roundId: string;
	readonly pseudonym: Uint8Array;
}

/** Copies are padded to whole blocks of this many bytes, so that their length does not tell how much was written. */
const paddingBlock = 2048;

// Through the program's key first: a copy of the database is no help even to somebody who has found a receipt.
function derived(keys: KeyRing, code: CorrectionCode, use: 'id' | 'key'): Uint8Array {
	const secret = keys.hmac('answer-correction', code);
	return derivedBytes(secret, { salt: 'lagesbild/sent-copy/1', info: use });
}

export function copyId(keys: KeyRing, code: CorrectionCode): Uint8Array {
	return derived(keys, code, 'id');
}

function placeOf({ roundId, pseudonym }: CopyHolder): string {
	return `${roundId}/${Buffer.from(pseudonym).toString('hex')}`;
}

export function sealCopy(keys: KeyRing, holder: CopyHolder, copy: SentCopy): Uint8Array {
	const text = Buffer.from(JSON.stringify(copy), 'utf8');
	const room = Math.ceil((text.length + 1) / paddingBlock) * paddingBlock;
	// JSON allows spaces after its end.
	const block = Buffer.alloc(room, ' ');
	text.copy(block);
	return seal(sealingKey(derived(keys, holder.code, 'key')), block, placeOf(holder));
}

/** null when the copy is of another unit's answer. */
export function openCopy(keys: KeyRing, holder: CopyHolder, sealed: Uint8Array): SentCopy | null {
	const key = sealingKey(derived(keys, holder.code, 'key'));
	let opened: Uint8Array;
	try {
		opened = openSealed(key, sealed, placeOf(holder));
	} catch {
		return null;
	}
	return sentCopySchema.parse(JSON.parse(Buffer.from(opened).toString('utf8')));
}
