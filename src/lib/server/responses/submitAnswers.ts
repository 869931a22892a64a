import type { Answers, Instrument } from '#lib/instruments/instrument.ts';
import { packAnswers, type PackedAnswers } from '#lib/instruments/packAnswers.ts';
import { validateAnswers } from '#lib/instruments/validateAnswers.ts';
import { noNotes } from '#lib/responses/answerNotes.ts';
import { isUndecided, textsToSend, type SentAnswers, type TextToSend } from '#lib/responses/answerReview.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import type { Sql } from '../db/connection.ts';
import { findFreeTextKey } from '../rounds/roundStore.ts';
import { withAnsweringLink, type AnsweringLink, type LinkRefusal } from './answeringLink.ts';
import { draftId, notesId, openDraft, openNotes } from './draftSealing.ts';
import { deleteDrafts, findDraftWithNotes } from './draftStore.ts';
import { sealFreeText } from './freeTextSealing.ts';
import { readInstrument } from './openAnswering.ts';
import { readPreviousCounts } from './readPreviousCounts.ts';
import type { Receipt } from './receipts.ts';
import { addOpinions, insertFreeTexts, insertResponse } from './responseStore.ts';

export type SubmissionRefusal = LinkRefusal | 'incomplete' | 'nothing-saved' | 'undecided-texts';

interface Submission {
	readonly link: AnsweringLink;
	readonly instrument: Instrument;
	readonly answers: Answers;
	readonly packed: PackedAnswers;
	readonly texts: readonly TextToSend[];
	readonly now: Date;
}

export interface Sending {
	readonly token: string;
	/**
	 * Refuse once when a text looks like personal data and the respondent has not decided about it. Without it such a text
	 * is sent, and the samordnare's list says that nobody has decided.
	 */
	readonly asksAboutTexts: boolean;
}

/** Splits the answers at the door: counts and facts under the pseudonym, opinions and free text under the sector only. */
async function storeSplit(application: Application, sql: Sql, submission: Submission): Promise<boolean> {
	const { link, packed, texts, now } = submission;
	const { roundId } = link.round;
	const { sector } = link.unit;
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
	const sealed = texts.map((text) => sealFreeText(application.keys, { roundId, sealedKey }, text));
	await insertFreeTexts(sql, roundId, { sector, sealed });
	await deleteDrafts(sql, [draftId(link.token), notesId(link.token)]);
	return true;
}

async function textsOf(
	sql: Sql,
	link: AnsweringLink,
	sent: Omit<SentAnswers, 'previous'> & { readonly packed: PackedAnswers }
): Promise<TextToSend[]> {
	// Only who has written a reason has a figure of the time before to look up.
	const hasReasons = Object.values(sent.notes.reasons).some((reason) => reason !== '');
	const previous = hasReasons ? await readPreviousCounts(sql, link, sent.instrument) : null;
	return textsToSend({ ...sent, previous: previous?.counts ?? [] }, sent.packed);
}

/**
 * Sends what has been saved under the link. A second sending, by a double click or another tab, finds the unit answered
 * and writes nothing; the database's key on round and pseudonym decides which one was first.
 */
export async function submitAnswers(
	application: Application,
	{ token, asksAboutTexts }: Sending
): Promise<Result<Receipt, SubmissionRefusal>> {
	const now = application.clock.now();
	return await withAnsweringLink<Receipt, SubmissionRefusal>(
		application,
		{ token, isWriting: true },
		async (sql, link) => {
			const ids = { draftId: draftId(link.token), notesId: notesId(link.token) };
			const sealed = await findDraftWithNotes(sql, ids);
			if (!sealed.draft) return refused('nothing-saved');
			const instrument = await readInstrument(sql, link);
			const checked = validateAnswers(instrument, openDraft(link.token, sealed.draft).answers);
			if (checked.errors.length > 0) return refused('incomplete');
			const { answers } = checked;
			const notes = sealed.notes ? openNotes(link.token, sealed.notes) : noNotes;
			const packed = packAnswers(instrument, answers);
			const texts = await textsOf(sql, link, { instrument, answers, notes, packed });
			if (asksAboutTexts && texts.some(isUndecided)) return refused('undecided-texts');
			const isStored = await storeSplit(application, sql, { link, instrument, answers, packed, texts, now });
			if (!isStored) return refused('answered');
			const { unitName } = link.unit;
			return accepted({ answeredOn: dayInSweden(now), unitName, year: link.round.year, instrument, answers });
		}
	);
}
