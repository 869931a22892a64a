import { mostSharedLinks, type SharedLinkNote } from '#lib/invitations/sharedLink.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import { publicAddress } from '../config.ts';
import { newToken, tokenHash } from '../invitations/invitationToken.ts';
import { giverOf, openNote, sealNote, wrapToken } from '../invitations/sharedLinkSealing.ts';
import { deleteSharedLink, insertSharedLink, listSharedLinks } from '../invitations/sharedLinkStore.ts';
import { withAnsweringLink, type LinkRefusal } from './answeringLink.ts';

type SharingRefusal = LinkRefusal | 'not-the-units-own';

/** A link that the unit has given to a colleague. */
export interface GivenLink extends SharedLinkNote {
	/** Hex of the link's hash: names it in a form, opens nothing. */
	readonly linkId: string;
}

/** Makes a link of the colleague's own to the common draft. @returns its address, which is shown once and kept nowhere. */
export async function shareLink(
	application: Application,
	token: string,
	note: SharedLinkNote
): Promise<Result<{ readonly address: string }, SharingRefusal | 'too-many'>> {
	return await withAnsweringLink<{ readonly address: string }, SharingRefusal | 'too-many'>(
		application,
		{ token, isWriting: true },
		async (sql, link) => {
			if (link.isColleague) return refused('not-the-units-own');
			const giver = giverOf(link.token);
			if ((await listSharedLinks(sql, giver)).length >= mostSharedLinks) return refused('too-many');
			const colleague = newToken();
			const linkHash = tokenHash(colleague);
			await insertSharedLink(sql, {
				linkHash,
				giver,
				roundId: link.round.roundId,
				sealedToken: wrapToken({ token: link.token, colleague }),
				sealedNote: sealNote(link.token, linkHash, note)
			});
			return accepted({ address: `${publicAddress(application.config)}/svara/${colleague}` });
		}
	);
}

export async function listGivenLinks(
	application: Application,
	token: string
): Promise<Result<readonly GivenLink[], SharingRefusal>> {
	return await withAnsweringLink<readonly GivenLink[], SharingRefusal>(
		application,
		{ token, isWriting: false },
		async (sql, link) => {
			if (link.isColleague) return refused('not-the-units-own');
			const stored = await listSharedLinks(sql, giverOf(link.token));
			const given = stored.map(({ linkHash, sealedNote }) => ({
				linkId: Buffer.from(linkHash).toString('hex'),
				...openNote(link.token, linkHash, sealedNote)
			}));
			return accepted(given.sort((a, b) => a.name.localeCompare(b.name, 'sv')));
		}
	);
}

/** Takes a given link back; from the next page on it opens nothing. What the colleague has answered stays in the draft. */
export async function withdrawGivenLink(
	application: Application,
	token: string,
	linkId: string
): Promise<Result<null, SharingRefusal>> {
	return await withAnsweringLink<null, SharingRefusal>(
		application,
		{ token, isWriting: true },
		async (sql, link) => {
			if (link.isColleague) return refused('not-the-units-own');
			await deleteSharedLink(sql, { giver: giverOf(link.token), linkHash: Buffer.from(linkId, 'hex') });
			return accepted(null);
		}
	);
}
