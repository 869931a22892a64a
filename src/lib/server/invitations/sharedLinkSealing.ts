import { readStoredNote, storedNote, type SharedLinkNote } from '#lib/invitations/sharedLink.ts';
import type { Sql } from '../db/connection.ts';
import { derivedBytes } from '../keys/derivedBytes.ts';
import { openSealed, seal, sealingKey, type SealingKey } from '../keys/sealing.ts';
import { tokenHash } from './invitationToken.ts';
import { findSharedLink } from './sharedLinkStore.ts';

function fromToken(token: string, use: 'giver' | 'wrapping' | 'note'): Uint8Array {
	return derivedBytes(token, { salt: 'lagesbild/shared-link/1', info: use });
}

const keyFrom = (token: string, use: 'wrapping' | 'note'): SealingKey => sealingKey(fromToken(token, use));

const placeOf = (linkHash: Uint8Array): string => Buffer.from(linkHash).toString('hex');

/** What the links that a holder has given are found by. It cannot be made from the invitation's hash. */
export function giverOf(token: string): Uint8Array {
	return fromToken(token, 'giver');
}

/** Wraps the giver's link for the colleague: who takes the row away takes the way away. */
export function wrapToken(given: { readonly token: string; readonly colleague: string }): Uint8Array {
	const { token, colleague } = given;
	return seal(keyFrom(colleague, 'wrapping'), Buffer.from(token), placeOf(tokenHash(colleague)));
}

/** Where a link that a unit has given leads, and what it is for. */
export interface SharedWay {
	/** The giver's own link. */
	readonly token: string;
	readonly note: SharedLinkNote;
}

/** null when no unit has given the link, or it has been taken back. */
export async function findSharedWay(sql: Sql, given: string): Promise<SharedWay | null> {
	const linkHash = tokenHash(given);
	const found = await findSharedLink(sql, linkHash);
	if (!found) return null;
	const opened = openSealed(keyFrom(given, 'wrapping'), found.sealedToken, placeOf(linkHash));
	const token = Buffer.from(opened).toString('utf8');
	return { token, note: openNote(token, linkHash, found.sealedNote) };
}

// What a link is for, and how long a name is, is not to be told by the length. JSON takes blanks after it.
const noteBlock = 512;

export function sealNote(token: string, linkHash: Uint8Array, note: SharedLinkNote): Uint8Array {
	const content = Buffer.from(storedNote(note));
	const padded = Buffer.alloc(Math.ceil(content.length / noteBlock) * noteBlock, ' ');
	content.copy(padded);
	return seal(keyFrom(token, 'note'), padded, placeOf(linkHash));
}

export function openNote(token: string, linkHash: Uint8Array, sealed: Uint8Array): SharedLinkNote {
	const opened = openSealed(keyFrom(token, 'note'), sealed, placeOf(linkHash));
	return readStoredNote(Buffer.from(opened).toString('utf8'));
}
