import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import { withAnsweringLink, type LinkRefusal } from './answeringLink.ts';
import { draftId, sealDraft, type Draft } from './draftSealing.ts';
import { upsertDraft } from './draftStore.ts';

/** The largest draft that is kept, in bytes sealed: the database's own limit, four times the fullest default questionnaire. */
const largestDraft = 2_000_000;

/** Saves what has been typed so far, unfinished or not. */
export async function saveDraft(
	application: Application,
	token: string,
	draft: Draft
): Promise<Result<null, LinkRefusal | 'too-large'>> {
	return await withAnsweringLink(application, { token, isWriting: true }, async (sql, link) => {
		const sealed = sealDraft(link.token, draft);
		if (sealed.length > largestDraft) return refused('too-large');
		await upsertDraft(sql, { draftId: draftId(link.token), roundId: link.round.roundId, sealed });
		return accepted(null);
	});
}
