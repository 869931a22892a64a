import type { KeyRing } from '../keys/keyRing.ts';
import { linkMemory } from './linkMemory.ts';

/**
 * Pseudonyms of the links used last, so that a link and its answer are looked up in one statement. By the link's hash and
 * in this process's memory only, where the key that makes them lies too: whoever reads them there could have made them.
 * Keys from the links themselves are never kept: a draft can be read while its link is at hand, and then no longer.
 */
const known = linkMemory<Uint8Array>();

export function findKnownPseudonym(keys: KeyRing, tokenHash: Uint8Array): Uint8Array | null {
	return known.find(keys, tokenHash);
}

export function keepPseudonym(keys: KeyRing, tokenHash: Uint8Array, pseudonym: Uint8Array): void {
	known.keep(keys, tokenHash, pseudonym);
}
