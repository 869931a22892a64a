import type { Answers, Instrument } from '#lib/instruments/instrument.ts';
import { packAnswers } from '#lib/instruments/packAnswers.ts';
import { validateAnswers } from '#lib/instruments/validateAnswers.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import type { Sql } from '../db/connection.ts';
import { findFreeTextKey } from '../rounds/roundStore.ts';
import { withAnsweringLink, type AnsweringLink, type LinkRefusal } from './answeringLink.ts';
import { draftId, openDraft } from './draftSealing.ts';
import { deleteDraft, findDraft } from './draftStore.ts';
import { sealFreeText } from './freeTextSealing.ts';
import { readInstrument } from './openAnswering.ts';
import type { Receipt } from './receipts.ts';
import { addOpinions, insertFreeTexts, insertResponse } from './responseStore.ts';

export type SubmissionRefusal = LinkRefusal | 'incomplete' | 'nothing-saved';

interface Submission {
	readonly link: AnsweringLink;
	readonly instrument: Instrument;
	readonly answers: Answers;
	readonly now: Date;
}

/** Splits the answers at the door: counts and facts under the pseudonym, opinions and free text under the sector only. */
async function storeSplit(application: Application, sql: Sql, submission: Submission): Promise<boolean> {
	const { link, instrument, answers, now } = submission;
	const { roundId } = link.round;
	const { sector } = link.unit;
	const packed = packAnswers(instrument, answers);
	const isFirst = await insertResponse(sql, roundId, {
		pseudonym: link.pseudonym,
		sector,
		answeredOn: dayInSweden(now),
		packed: packed.row
	});
	if (!isFirst) return false;
	await addOpinions(sql, roundId, { sector, chosen: packed.opinions });
	const sealedKey = await findFreeTextKey(sql, roundId);
	if (!sealedKey) throw new Error('An open round has no key for free text');
	const sealed = packed.texts.map((text) => sealFreeText(application.keys, { roundId, sealedKey }, text));
	await insertFreeTexts(sql, roundId, { sector, sealed });
	await deleteDraft(sql, draftId(link.token));
	return true;
}

/**
 * Sends what has been saved under the link. A second sending, by a double click or another tab, finds the unit answered
 * and writes nothing; the database's key on round and pseudonym decides which one was first.
 */
export async function submitAnswers(
	application: Application,
	token: string
): Promise<Result<Receipt, SubmissionRefusal>> {
	const now = application.clock.now();
	return await withAnsweringLink<Receipt, SubmissionRefusal>(
		application,
		{ token, isWriting: true },
		async (sql, link) => {
			const sealed = await findDraft(sql, draftId(link.token));
			if (!sealed) return refused('nothing-saved');
			const instrument = await readInstrument(sql, link);
			const checked = validateAnswers(instrument, openDraft(link.token, sealed).answers);
			if (checked.errors.length > 0) return refused('incomplete');
			const { answers } = checked;
			const isStored = await storeSplit(application, sql, { link, instrument, answers, now });
			if (!isStored) return refused('answered');
			return accepted({
				answeredOn: dayInSweden(now),
				unitName: link.unit.unitName,
				year: link.round.year,
				instrument,
				answers
			});
		}
	);
}
