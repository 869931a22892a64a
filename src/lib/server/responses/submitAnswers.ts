import { randomBytes } from 'node:crypto';
import { codeBytes, codeFrom } from '#lib/responses/correctionCode.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import {
	readAnsweringLink,
	recallAnsweringLink,
	type AnsweringLink,
	type LinkRefusal
} from './answeringLink.ts';
import { readSubmission, type ContentRefusal, type Sending, type Submission } from './readSubmission.ts';
import type { Receipt } from './receipts.ts';
import { sendCorrection } from './sendCorrection.ts';
import { copyOf, receiptOf, sealTexts } from './sentAnswer.ts';
import { sendTogether } from './sendTogether.ts';

export type SubmissionRefusal = LinkRefusal | ContentRefusal;

/** The link was changed between reading and writing: what may be sent is to be judged anew. */
type StaleRefusal = 'changed';

/** Splits the answers at the door: counts and facts under the pseudonym, opinions and free text under the sector only. */
async function storeSplit(
	application: Application,
	submission: Submission
): Promise<Result<Receipt, 'answered' | StaleRefusal>> {
	const { link, packed } = submission;
	const answeredOn = dayInSweden(application.clock.now());
	const texts = sealTexts(application, submission);
	const code = codeFrom(randomBytes(codeBytes));
	const split = {
		pseudonym: link.pseudonym,
		answeredOn,
		packed: packed.row,
		texts,
		opinions: packed.opinions,
		copy: copyOf(application, { submission, sealed: texts, code })
	};
	const outcome = await sendTogether(application.database, { link, split });
	return outcome === 'sent' ? accepted(receiptOf(submission, { answeredOn, code })) : refused(outcome);
}

async function sendFirst(
	application: Application,
	link: AnsweringLink,
	sending: Sending
): Promise<Result<Receipt, SubmissionRefusal | 'correcting' | StaleRefusal>> {
	if (link.state === 'correcting') return refused('correcting');
	const read = await readSubmission(application, link, sending);
	return read.ok ? await storeSplit(application, read.value) : read;
}

// Each further one means that somebody has saved under the link in the milliseconds between reading and writing.
const mostAttempts = 20;

/**
 * Sends what has been saved under the link, or what is made of it. A second sending, by a double click or another tab,
 * finds the unit answered and writes nothing; the database's key on round and pseudonym decides which one was first. A
 * correction that has been opened by its code is written over what was sent.
 */
export async function submitAnswers(
	application: Application,
	sending: Sending
): Promise<Result<Receipt, SubmissionRefusal>> {
	const recalled = await recallAnsweringLink(application, sending.token);
	const sentAtOnce = recalled && (await sendFirst(application, recalled, sending));
	// What refuses it may have been otherwise for long: the database is asked.
	if (sentAtOnce?.ok) return sentAtOnce;
	for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
		const link = await readAnsweringLink(application, sending.token);
		if (!link.ok) return link;
		const sent = await sendFirst(application, link.value, sending);
		if (sent.ok) return sent;
		const { refusal } = sent;
		if (refusal === 'correcting') return await sendCorrection(application, sending);
		if (refusal !== 'changed') return refused(refusal);
	}
	throw new Error('The draft was changed each time it was to be sent');
}
