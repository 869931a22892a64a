import { forgetOldest } from '../forgetOldest.ts';
import type { KeyRing } from '../keys/keyRing.ts';

const mostKept = 1000;

/** What is known of the links used last, by the hash of the link's token and in this process's memory only. */
export interface LinkMemory<Kept> {
	find(keys: KeyRing, tokenHash: Uint8Array): Kept | null;
	/** Given once: it is let go of. */
	take(keys: KeyRing, tokenHash: Uint8Array): Kept | null;
	keep(keys: KeyRing, tokenHash: Uint8Array, kept: Kept): void;
}

function nameOf(tokenHash: Uint8Array): string {
	return Buffer.from(tokenHash).toString('base64url');
}

export function linkMemory<Kept>(): LinkMemory<Kept> {
	const known = new WeakMap<KeyRing, Map<string, Kept>>();
	return {
		find: (keys, tokenHash) => known.get(keys)?.get(nameOf(tokenHash)) ?? null,
		take: (keys, tokenHash) => {
			const links = known.get(keys);
			const name = nameOf(tokenHash);
			const kept = links?.get(name) ?? null;
			links?.delete(name);
			return kept;
		},
		keep: (keys, tokenHash, kept) => {
			const links = known.get(keys) ?? new Map<string, Kept>();
			known.set(keys, links);
			const name = nameOf(tokenHash);
			// The last one kept is the last to be forgotten.
			links.delete(name);
			links.set(name, kept);
			forgetOldest(links, mostKept);
		}
	};
}
