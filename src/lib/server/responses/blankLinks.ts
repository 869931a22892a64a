import type { KeyRing } from '../keys/keyRing.ts';
import type { KeptIds } from './draftSealing.ts';
import { linkMemory } from './linkMemory.ts';
import type { FoundLink } from './linkStore.ts';

export type BlankLink = FoundLink & KeptIds;

/**
 * What was said of the links read last that nothing has been answered with, by the link's hash and in this process's memory
 * only. A sending may be judged from it: the database sees to that all of it still is so before anything is written. A link
 * with a draft, notes or an answer, of this time or the time before, is not kept (docs/decisions/0084).
 */
const known = linkMemory<BlankLink>();

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
	return known.take(keys, tokenHash);
}

/** Keeps what has been read, when nothing has been answered with the link; otherwise what was kept of it goes. */
export function keepBlankLink(keys: KeyRing, tokenHash: Uint8Array, link: BlankLink): void {
	if (isBlank(link)) known.keep(keys, tokenHash, onlyFound(link));
	else known.take(keys, tokenHash);
}
