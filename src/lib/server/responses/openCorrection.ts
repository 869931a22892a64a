import type { CorrectionCode } from '#lib/responses/correctionCode.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import { withAnsweringLink, type LinkRefusal } from './answeringLink.ts';
import { deleteKept, saveKeptDraft, saveKeptNotes } from './keptAnswers.ts';
import { copyId, openCopy } from './sentCopySealing.ts';
import { findSentCopy } from './sentCopyStore.ts';

/** Opens a sent answer for correction: what was sent becomes the link's draft again. It takes both the link and the code. */
export async function openCorrection(
	application: Application,
	token: string,
	code: CorrectionCode
): Promise<Result<null, LinkRefusal | 'not-sent' | 'wrong-code'>> {
	const { keys } = application;
	return await withAnsweringLink<null, 'not-sent' | 'wrong-code'>(
		application,
		{ token, isWriting: true, allowsAnswered: true },
		async (sql, link) => {
			if (link.state !== 'correcting') return refused('not-sent');
			const { roundId } = link.round;
			const sealed = await findSentCopy(sql, copyId(keys, code));
			const copy = sealed ? openCopy(keys, { code, roundId, pseudonym: link.pseudonym }, sealed) : null;
			if (!copy) return refused('wrong-code');
			await saveKeptDraft(sql, link, { answers: copy.answers, page: 0 });
			await saveKeptNotes(sql, link, { ...copy.notes, correctionCode: code });
			return accepted(null);
		}
	);
}

/** Leaves what was sent as it is, and takes away the draft of the correction. */
export async function cancelCorrection(
	application: Application,
	token: string
): Promise<Result<null, LinkRefusal>> {
	return await withAnsweringLink(application, { token, isWriting: true }, async (sql, link) => {
		if (link.state === 'correcting' && !link.isColleague) await deleteKept(sql, link);
		return accepted(null);
	});
}
