import { forgetOldest } from '../forgetOldest.ts';
import type { KeyRing } from '../keys/keyRing.ts';

const mostKept = 1000;

/**
 * Pseudonyms of the links used last, so that a link and its answer are looked up in one statement. By the link's hash and
 * in this process's memory only, where the key that makes them lies too: whoever reads them there could have made them.
 * Keys from the links themselves are never kept: a draft can be read while its link is at hand, and then no longer.
 */
const known = new WeakMap<KeyRing, Map<string, Uint8Array>>();

function keyOf(tokenHash: Uint8Array): string {
	return Buffer.from(tokenHash).toString('base64url');
}

export function findKnownPseudonym(keys: KeyRing, tokenHash: Uint8Array): Uint8Array | null {
	return known.get(keys)?.get(keyOf(tokenHash)) ?? null;
}

export function keepPseudonym(keys: KeyRing, tokenHash: Uint8Array, pseudonym: Uint8Array): void {
	const kept = known.get(keys) ?? new Map<string, Uint8Array>();
	known.set(keys, kept);
	kept.set(keyOf(tokenHash), pseudonym);
	forgetOldest(kept, mostKept);
}
