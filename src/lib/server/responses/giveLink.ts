import type { SharedLinkNote } from '#lib/invitations/sharedLink.ts';
import type { Application } from '../application.ts';
import { publicAddress } from '../config.ts';
import type { Sql } from '../db/connection.ts';
import { newToken, tokenHash } from '../invitations/invitationToken.ts';
import { giverOf, sealNote, wrapToken } from '../invitations/sharedLinkSealing.ts';
import { insertSharedLink } from '../invitations/sharedLinkStore.ts';
import type { AnsweringLink } from './answeringLink.ts';

export interface NewLink {
	/** Shown once and kept nowhere. */
	readonly address: string;
	/** Hex of the link's hash: names it, opens nothing. */
	readonly linkId: string;
}

/** Makes a link of somebody else's own to the unit's draft. */
export async function giveLink(
	application: Application,
	sql: Sql,
	{ link, note }: { readonly link: AnsweringLink; readonly note: SharedLinkNote }
): Promise<NewLink> {
	const given = newToken();
	const linkHash = tokenHash(given);
	await insertSharedLink(sql, {
		linkHash,
		giver: giverOf(link.token),
		roundId: link.round.roundId,
		sealedToken: wrapToken({ token: link.token, colleague: given }),
		sealedNote: sealNote(link.token, linkHash, note)
	});
	return {
		address: `${publicAddress(application.config)}/svara/${given}`,
		linkId: Buffer.from(linkHash).toString('hex')
	};
}
