import type { AnswerNotes } from '#lib/responses/answerNotes.ts';
import { withoutApproval } from '#lib/responses/approval.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import type { Sql } from '../db/connection.ts';
import { giverOf } from '../invitations/sharedLinkSealing.ts';
import { deleteSharedLink } from '../invitations/sharedLinkStore.ts';
import { withAnsweringLink, type AnsweringLink, type LinkRefusal } from './answeringLink.ts';
import { giveLink } from './giveLink.ts';
import { keptUnder, saveKeptDraft, saveKeptNotes } from './keptAnswers.ts';

type AskingRefusal = LinkRefusal | 'not-the-units-own';

/** Takes the link back, and with it an answer to the question of approval that the manager's verdict gave. */
async function takeBack(sql: Sql, link: AnsweringLink): Promise<AnswerNotes> {
	const { draft, notes } = keptUnder(link);
	const { approval, ...rest } = notes;
	if (!approval) return notes;
	await deleteSharedLink(sql, {
		giver: giverOf(link.token),
		linkHash: Buffer.from(approval.linkId, 'hex')
	});
	if (draft && approval.verdict?.kind === 'approved') {
		await saveKeptDraft(sql, link, { ...draft, answers: withoutApproval(draft.answers) });
	}
	return rest;
}

/**
 * Asks the manager for approval: from now on nothing is sent without it. A link that was given before stops working.
 * @returns the address of the manager's own link, which is shown once and kept nowhere
 */
export async function askForApproval(
	application: Application,
	token: string
): Promise<Result<{ readonly address: string }, AskingRefusal>> {
	return await withAnsweringLink<{ readonly address: string }, AskingRefusal>(
		application,
		{ token, isWriting: true },
		async (sql, link) => {
			if (link.isColleague) return refused('not-the-units-own');
			const notes = await takeBack(sql, link);
			const { address, linkId } = await giveLink(application, sql, { link, note: { kind: 'approval' } });
			await saveKeptNotes(sql, link, { ...notes, approval: { linkId, verdict: null } });
			return accepted({ address });
		}
	);
}

/** Asks no more: the manager's link opens nothing from now on, and the answers may be sent without it. */
export async function withdrawApproval(
	application: Application,
	token: string
): Promise<Result<null, AskingRefusal>> {
	return await withAnsweringLink<null, AskingRefusal>(
		application,
		{ token, isWriting: true },
		async (sql, link) => {
			if (link.isColleague) return refused('not-the-units-own');
			await saveKeptNotes(sql, link, await takeBack(sql, link));
			return accepted(null);
		}
	);
}
