import { mostSharedLinks, type ColleagueNote } from '#lib/invitations/sharedLink.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import type { Sql } from '../db/connection.ts';
import { giverOf, openNote } from '../invitations/sharedLinkSealing.ts';
import { deleteSharedLink, listSharedLinks } from '../invitations/sharedLinkStore.ts';
import {
	readAnsweringLink,
	withAnsweringLink,
	type AnsweringLink,
	type LinkRefusal
} from './answeringLink.ts';
import { giveLink } from './giveLink.ts';

type SharingRefusal = LinkRefusal | 'not-the-units-own';

/** A link that the unit has given to a colleague. */
export interface GivenLink extends ColleagueNote {
	/** Hex of the link's hash: names it in a form, opens nothing. */
	readonly linkId: string;
}

async function readGivenLinks(sql: Sql, link: AnsweringLink): Promise<readonly GivenLink[]> {
	const stored = await listSharedLinks(sql, giverOf(link.token));
	return stored.flatMap(({ linkHash, sealedNote }) => {
		const note = openNote(link.token, linkHash, sealedNote);
		return note.kind === 'colleague' ? [{ ...note, linkId: Buffer.from(linkHash).toString('hex') }] : [];
	});
}

/** Makes a link of the colleague's own to the common draft. @returns its address, which is shown once and kept nowhere. */
export async function shareLink(
	application: Application,
	token: string,
	note: ColleagueNote
): Promise<Result<{ readonly address: string }, SharingRefusal | 'too-many'>> {
	return await withAnsweringLink<{ readonly address: string }, SharingRefusal | 'too-many'>(
		application,
		{ token, isWriting: true },
		async (sql, link) => {
			if (link.isColleague) return refused('not-the-units-own');
			if ((await readGivenLinks(sql, link)).length >= mostSharedLinks) return refused('too-many');
			const { address } = await giveLink(application, sql, {
				link,
				note: { kind: 'colleague', ...note }
			});
			return accepted({ address });
		}
	);
}

export async function listGivenLinks(
	application: Application,
	token: string
): Promise<Result<readonly GivenLink[], SharingRefusal>> {
	const link = await readAnsweringLink(application, token);
	if (!link.ok) return link;
	if (link.value.isColleague) return refused('not-the-units-own');
	const given = await link.value.within((sql) => readGivenLinks(sql, link.value));
	return accepted(given.toSorted((a, b) => a.name.localeCompare(b.name, 'sv')));
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
