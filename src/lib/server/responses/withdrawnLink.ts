import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import { withMunicipalityOfLink, type Sql } from '../db/connection.ts';
import { tokenHash } from '../invitations/invitationToken.ts';
import { findSharedWay } from '../invitations/sharedLinkSealing.ts';
import { withAnsweringLink, type AnsweringLink, type LinkRefusal } from './answeringLink.ts';
import { keptIds, openDraft, openNotes, sealDraft, sealNotes, type KeepingLink } from './draftSealing.ts';
import { takeDraft, upsertDraft } from './draftStore.ts';
import { findTogether } from './findTogether.ts';
import type { AskingMunicipality, FoundLink } from './linkStore.ts';

/** What the page of a link that has been withdrawn says. */
export interface WithdrawnLink {
	/** Whom to ask. */
	readonly municipality: AskingMunicipality;
	/** Something has been begun with the link, which follows to a new one. */
	readonly hasDraft: boolean;
}

async function findOwnLink({ database }: Application, token: string): Promise<FoundLink | null> {
	return await findTogether(database, { hash: tokenHash(token), ...keptIds(token), pseudonym: null });
}

/** A unit's own link, or a colleague's to its draft; null when nobody has given it out. */
export async function readWithdrawnLink(
	application: Application,
	token: string
): Promise<WithdrawnLink | null> {
	const own = await findOwnLink(application, token);
	if (own) return { municipality: own.municipality, hasDraft: own.kept.draft !== null };
	const way = await withMunicipalityOfLink(application.database, tokenHash(token), (sql) =>
		findSharedWay(sql, token)
	);
	const shared = way && (await findOwnLink(application, way.token));
	// What a colleague has helped with is the unit's to move.
	return shared && { municipality: shared.municipality, hasDraft: false };
}

export type DraftMovingRefusal = LinkRefusal | 'other-unit' | 'draft-at-new-link' | 'nothing-to-move';

async function moveKept(
	sql: Sql,
	{ from, to }: { readonly from: KeepingLink; readonly to: AnsweringLink }
): Promise<boolean> {
	const { roundId } = to.round;
	const draft = await takeDraft(sql, from.draftId);
	const notes = await takeDraft(sql, from.notesId);
	if (!draft) return false;
	const sealed = sealDraft(to, openDraft(from, draft));
	await upsertDraft(sql, { draftId: to.draftId, roundId, sealed });
	if (notes) {
		// Whoever was to approve has a link that leads to the withdrawn one.
		const kept = { ...openNotes(from, notes), approval: undefined };
		await upsertDraft(sql, { draftId: to.notesId, roundId, sealed: sealNotes(to, kept) });
	}
	return true;
}

/** Moves what was begun with a withdrawn link to a new one of the same unit and round. Only who holds both can. */
export async function moveDraft(
	application: Application,
	{ from, to }: { readonly from: string; readonly to: string }
): Promise<Result<null, DraftMovingRefusal>> {
	const left = await findOwnLink(application, from);
	if (!left?.unit.isWithdrawn) return refused('nothing-to-move');
	return await withAnsweringLink<null, DraftMovingRefusal>(
		application,
		{ token: to, isWriting: true },
		async (sql, link) => {
			const isSame = link.unit.unitId === left.unit.unitId && link.unit.roundId === left.unit.roundId;
			if (!isSame || link.isColleague) return refused('other-unit');
			if (link.kept.draft) return refused('draft-at-new-link');
			const hasMoved = await moveKept(sql, { from: { token: from, ...keptIds(from) }, to: link });
			return hasMoved ? accepted(null) : refused('nothing-to-move');
		}
	);
}
