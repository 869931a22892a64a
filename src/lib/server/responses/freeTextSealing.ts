import { randomUUID } from 'node:crypto';
import type { KeyRing } from '../keys/keyRing.ts';
import { openFreeTextKey } from '../keys/freeTextKey.ts';
import { openSealed, seal } from '../keys/sealing.ts';
import type { SealedText } from './responseStore.ts';

/** Texts are padded to whole blocks of this many bytes, so that the length of what is stored does not tell. */
const paddingBlock = 512;

function padded(text: string): Uint8Array {
	const bytes = Buffer.from(text, 'utf8');
	const room = Math.ceil((bytes.length + 4) / paddingBlock) * paddingBlock;
	const block = Buffer.alloc(room);
	block.writeUInt32BE(bytes.length, 0);
	bytes.copy(block, 4);
	return block;
}

function unpadded(block: Uint8Array): string {
	const buffer = Buffer.from(block);
	return buffer.subarray(4, 4 + buffer.readUInt32BE(0)).toString('utf8');
}

/** Seals one text under the round's own key. */
export function sealFreeText(
	keys: KeyRing,
	round: { readonly roundId: string; readonly sealedKey: Uint8Array },
	answer: { readonly item: string; readonly text: string }
): SealedText {
	const freeTextId = randomUUID();
	const key = openFreeTextKey(keys, round);
	return { freeTextId, item: answer.item, sealed: seal(key, padded(answer.text), freeTextId) };
}

/** @throws when the round's key has been deleted or the text moved from its row. */
export function openFreeText(
	keys: KeyRing,
	round: { readonly roundId: string; readonly sealedKey: Uint8Array },
	stored: SealedText
): string {
	const key = openFreeTextKey(keys, round);
	return unpadded(openSealed(key, stored.sealed, stored.freeTextId));
}
