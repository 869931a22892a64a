import { forgetOldest } from '../forgetOldest.ts';
import type { KeyRing } from '../keys/keyRing.ts';
import type { KeptIds } from './draftSealing.ts';
import type { FoundLink } from './linkStore.ts';

const mostKept = 1000;

export type BlankLink = FoundLink & KeptIds;

/**
 * What was said of the links read last that nothing has been answered with, by the link's hash and in this process's memory
 * only. A sending may be judged from it: the database sees to that all of it still is so before anything is written. A link
 * with a draft, notes or an answer, of this time or the time before, is not kept (docs/decisions/0084).
 */
const known = new WeakMap<KeyRing, Map<string, BlankLink>>();

function keyOf(tokenHash: Uint8Array): string {
	return Buffer.from(tokenHash).toString('base64url');
}

function isBlank({ kept, isAnswered, earlier }: FoundLink): boolean {
	return kept.draft === null && kept.notes === null && !isAnswered && earlier === null;
}

/** Without what whoever has found it knows besides. Where its draft would lie is no key, and nothing lies there. */
function onlyFound(link: BlankLink): BlankLink {
	const { unit, round, municipality, kept, isAnswered, earlier, draftId, notesId } = link;
	return { unit, round, municipality, kept, isAnswered, earlier, draftId, notesId };
}

/** As it was when it was last read; given once, so that what did not hold is read anew. */
export function takeBlankLink(keys: KeyRing, tokenHash: Uint8Array): BlankLink | null {
	const kept = known.get(keys);
	const key = keyOf(tokenHash);
	const link = kept?.get(key) ?? null;
	kept?.delete(key);
	return link;
}

/** Keeps what has been read, when nothing has been answered with the link; otherwise what was kept of it goes. */
export function keepBlankLink(keys: KeyRing, tokenHash: Uint8Array, link: BlankLink): void {
	const kept = known.get(keys) ?? new Map<string, BlankLink>();
	known.set(keys, kept);
	const key = keyOf(tokenHash);
	kept.delete(key);
	if (isBlank(link)) kept.set(key, onlyFound(link));
	forgetOldest(kept, mostKept);
}
