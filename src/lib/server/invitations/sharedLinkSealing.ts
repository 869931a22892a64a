import { hkdfSync } from 'node:crypto';
import { type SharedLinkNote, sharedLinkNoteSchema } from '#lib/invitations/sharedLink.ts';
import type { Sql } from '../db/connection.ts';
import { openSealed, seal, sealingKey, type SealingKey } from '../keys/sealing.ts';
import { tokenHash } from './invitationToken.ts';
import { findSharedToken } from './sharedLinkStore.ts';

function fromToken(token: string, use: 'giver' | 'wrapping' | 'note'): Uint8Array {
	return new Uint8Array(hkdfSync('sha256', token, 'lagesbild/shared-link/1', use, 32));
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

/** The link that a colleague's link leads to, or null. */
export async function findGiversToken(sql: Sql, colleague: string): Promise<string | null> {
	const hash = tokenHash(colleague);
	const sealed = await findSharedToken(sql, hash);
	if (!sealed) return null;
	return Buffer.from(openSealed(keyFrom(colleague, 'wrapping'), sealed, placeOf(hash))).toString('utf8');
}

export function sealNote(token: string, linkHash: Uint8Array, note: SharedLinkNote): Uint8Array {
	return seal(keyFrom(token, 'note'), Buffer.from(JSON.stringify(note)), placeOf(linkHash));
}

export function openNote(token: string, linkHash: Uint8Array, sealed: Uint8Array): SharedLinkNote {
	const opened = openSealed(keyFrom(token, 'note'), sealed, placeOf(linkHash));
	return sharedLinkNoteSchema.parse(JSON.parse(Buffer.from(opened).toString('utf8')));
}
