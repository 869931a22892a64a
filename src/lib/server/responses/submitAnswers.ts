import { randomBytes } from 'node:crypto';
import { codeBytes, codeFrom } from '#lib/responses/correctionCode.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import type { Sql } from '../db/connection.ts';
import { withAnsweringLink, type LinkRefusal } from './answeringLink.ts';
import { readSubmission, type ContentRefusal, type Sending, type Submission } from './readSubmission.ts';
import type { Receipt } from './receipts.ts';
import { sendCorrection } from './sendCorrection.ts';
import { copyOf, draftIdsOf, receiptOf, sealTexts } from './sentAnswer.ts';
import { insertSplit } from './splitStore.ts';

export type SubmissionRefusal = LinkRefusal | ContentRefusal;

/**
 * Splits the answers at the door: counts and facts under the pseudonym, opinions and free text under the sector only.
 * null when the unit has answered: nothing was written.
 */
async function storeSplit(
	application: Application,
	sql: Sql,
	submission: Submission
): Promise<Receipt | null> {
	const { link, packed } = submission;
	const { roundId } = link.round;
	const { sector } = link.unit;
	const answeredOn = dayInSweden(application.clock.now());
	const sealed = sealTexts(application, submission);
	const code = codeFrom(randomBytes(codeBytes));
	const isFirst = await insertSplit(sql, roundId, {
		response: { pseudonym: link.pseudonym, sector, answeredOn, packed: packed.row },
		texts: sealed,
		opinions: packed.opinions,
		copy: copyOf(application, { submission, sealed, code }),
		draftIds: draftIdsOf(link)
	});
	return isFirst ? receiptOf(submission, { answeredOn, code }) : null;
}

async function sendFirst(
	application: Application,
	sending: Sending
): Promise<Result<Receipt, SubmissionRefusal | 'correcting'>> {
	const { token } = sending;
	return await withAnsweringLink<Receipt, SubmissionRefusal | 'correcting'>(
		application,
		{ token, isWriting: true },
		async (sql, link) => {
			if (link.state === 'correcting') return refused('correcting');
			const read = await readSubmission(application, link, sending);
			if (!read.ok) return read;
			const receipt = await storeSplit(application, sql, read.value);
			return receipt ? accepted(receipt) : refused('answered');
		}
	);
}

/**
 * Sends what has been saved under the link, or what is made of it. A second sending, by a double click or another tab,
 * finds the unit answered and writes nothing; the database's key on round and pseudonym decides which one was first. A
 * correction that has been opened by its code is written over what was sent.
 */
export async function submitAnswers(
	application: Application,
	sending: Sending
): Promise<Result<Receipt, SubmissionRefusal>> {
	const sent = await sendFirst(application, sending);
	if (sent.ok) return sent;
	const { refusal } = sent;
	return refusal === 'correcting' ? await sendCorrection(application, sending) : refused(refusal);
}
