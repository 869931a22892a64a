import { randomBytes } from 'node:crypto';
import type { KeyRing } from './keyRing.ts';
import { openSealed, seal, sealingKey, type SealingKey } from './sealing.ts';

/**
 * A new key for a round's free text, sealed for the database. Deleting the sealed key makes every free text of the round
 * unreadable, also in copies of the database.
 */
export function newFreeTextKey(keys: KeyRing, roundId: string): Uint8Array {
	return seal(keys.derive('round-free-text', roundId), randomBytes(32), roundId);
}

export function openFreeTextKey(
	keys: KeyRing,
	round: { readonly roundId: string; readonly sealedKey: Uint8Array }
): SealingKey {
	const { roundId, sealedKey } = round;
	return sealingKey(openSealed(keys.derive('round-free-text', roundId), sealedKey, roundId));
}
