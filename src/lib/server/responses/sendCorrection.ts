import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import type { Sql } from '../db/connection.ts';
import { withAnsweringLink, type LinkRefusal } from './answeringLink.ts';
import { deleteKept } from './keptAnswers.ts';
import { readSubmission, type ContentRefusal, type Sending, type Submission } from './readSubmission.ts';
import type { Receipt } from './receipts.ts';
import {
	addOpinions,
	deleteFreeTexts,
	insertFreeTexts,
	removeOpinions,
	updateResponse
} from './responseStore.ts';
import { copyOf, receiptOf, sealTexts } from './sentAnswer.ts';
import { copyId, openCopy, type SentCopy } from './sentCopySealing.ts';
import { findSentCopy, upsertSentCopy } from './sentCopyStore.ts';

interface Opinion {
	readonly variable: string;
	readonly option: string;
}

/** What is in the first list and not in the second. */
function without(opinions: readonly Opinion[], others: readonly Opinion[]): Opinion[] {
	const known = new Set(others.map(({ variable, option }) => JSON.stringify([variable, option])));
	return opinions.filter(({ variable, option }) => !known.has(JSON.stringify([variable, option])));
}

/**
 * Only what differs is written. The rows that a transaction writes show in the database's system columns that they belong
 * together: an opinion that stays is no part of that.
 */
async function replaceSplit(
	application: Application,
	sql: Sql,
	{ submission, before }: { readonly submission: Submission; readonly before: SentCopy }
): Promise<void> {
	const { link, packed } = submission;
	const { roundId } = link.round;
	const { sector } = link.unit;
	await updateResponse(sql, roundId, { pseudonym: link.pseudonym, packed: packed.row });
	await removeOpinions(sql, roundId, { sector, chosen: without(before.opinions, packed.opinions) });
	await addOpinions(sql, roundId, { sector, chosen: without(packed.opinions, before.opinions) });
	await deleteFreeTexts(sql, before.freeTextIds);
	const sealed = sealTexts(application, submission);
	await insertFreeTexts(sql, roundId, { sector, sealed });
	const code = submission.notes.correctionCode;
	if (code) await upsertSentCopy(sql, copyOf(application, { submission, sealed, code }));
	await deleteKept(sql, link);
}

async function readCopy(
	application: Application,
	sql: Sql,
	{ link, notes }: Submission
): Promise<SentCopy | null> {
	const code = notes.correctionCode;
	const sealed = code ? await findSentCopy(sql, copyId(application.keys, code)) : null;
	if (!code || !sealed) return null;
	const { roundId } = link.round;
	return openCopy(application.keys, { code, roundId, pseudonym: link.pseudonym }, sealed);
}

/**
 * Writes a correction over what was sent: the counts under the pseudonym anew, the sums less what was sent and more what
 * is sent now, the old texts away. The round is held alone, so that no sum is read half-way.
 * @throws when the correction was opened and its copy is gone: then nothing can be taken back.
 */
export async function sendCorrection(
	application: Application,
	sending: Sending
): Promise<Result<Receipt, LinkRefusal | ContentRefusal>> {
	return await withAnsweringLink<Receipt, ContentRefusal>(
		application,
		{ token: sending.token, isWriting: true, isAlone: true },
		async (sql, link) => {
			const read = await readSubmission(application, link, sending);
			if (!read.ok) return read;
			const { correctionCode } = read.value.notes;
			const before = await readCopy(application, sql, read.value);
			if (!correctionCode || !before) throw new Error('A correction has no copy of what was sent');
			await replaceSplit(application, sql, { submission: read.value, before });
			const answeredOn = dayInSweden(application.clock.now());
			return accepted(receiptOf(read.value, { answeredOn, code: correctionCode }));
		}
	);
}
