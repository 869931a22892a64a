import { randomUUID } from 'node:crypto';
import type { KeyRing } from '../keys/keyRing.ts';
import { openFreeTextKey } from '../keys/freeTextKey.ts';
import { openSealed, seal } from '../keys/sealing.ts';
import type { SealedText } from './responseStore.ts';

/** Texts are padded to whole blocks of this many bytes, so that the length of what is stored does not tell. */
const paddingBlock = 512;

/** A text as it was sent. */
export interface SentText {
	readonly text: string;
	/** The respondent was shown what looks like personal data in it and kept it as it is. */
	readonly isKept: boolean;
}

// Length, text, and one byte: 1 when the text was kept. In texts of the first format that byte is padding, 0.
function padded({ text, isKept }: SentText): Uint8Array {
	const bytes = Buffer.from(text, 'utf8');
	const room = Math.ceil((bytes.length + 5) / paddingBlock) * paddingBlock;
	const block = Buffer.alloc(room);
	block.writeUInt32BE(bytes.length, 0);
	bytes.copy(block, 4);
	block.writeUInt8(isKept ? 1 : 0, 4 + bytes.length);
	return block;
}

function unpadded(block: Uint8Array): SentText {
	const buffer = Buffer.from(block);
	const end = 4 + buffer.readUInt32BE(0);
	return { text: buffer.subarray(4, end).toString('utf8'), isKept: buffer[end] === 1 };
}

/** Seals words that belong to a text of the round, under the same key: they go when it goes. */
export function sealWords(
	keys: KeyRing,
	round: { readonly roundId: string; readonly sealedKey: Uint8Array },
	{ id, text }: { readonly id: string; readonly text: string }
): Uint8Array {
	return seal(openFreeTextKey(keys, round), padded({ text, isKept: false }), id);
}

/** Seals texts under the round's own key. */
export function sealFreeTexts(
	keys: KeyRing,
	round: { readonly roundId: string; readonly sealedKey: Uint8Array },
	answers: readonly (SentText & { readonly item: string })[]
): SealedText[] {
	if (answers.length === 0) return [];
	const key = openFreeTextKey(keys, round);
	return answers.map((answer) => {
		const freeTextId = randomUUID();
		return { freeTextId, item: answer.item, sealed: seal(key, padded(answer), freeTextId) };
	});
}

/** @throws when the round's key has been deleted or the text moved from its row. */
export function openFreeText(
	keys: KeyRing,
	round: { readonly roundId: string; readonly sealedKey: Uint8Array },
	stored: Pick<SealedText, 'freeTextId' | 'sealed'>
): SentText {
	const key = openFreeTextKey(keys, round);
	return unpadded(openSealed(key, stored.sealed, stored.freeTextId));
}
