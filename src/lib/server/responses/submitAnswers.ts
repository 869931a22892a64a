import type { Answers, Instrument } from '#lib/instruments/instrument.ts';
import { packAnswers, type PackedAnswers } from '#lib/instruments/packAnswers.ts';
import { validateAnswers } from '#lib/instruments/validateAnswers.ts';
import { noNotes } from '#lib/responses/answerNotes.ts';
import {
	hasUndecidedDifference,
	isUndecidedText,
	textsToSend,
	type SentAnswers,
	type TextToSend
} from '#lib/responses/answerReview.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import type { Sql } from '../db/connection.ts';
import { findFreeTextKey } from '../rounds/roundStore.ts';
import { withAnsweringLink, type AnsweringLink, type LinkRefusal } from './answeringLink.ts';
import { draftId, notesId, openDraft, openNotes } from './draftSealing.ts';
import { deleteDrafts, findDraftWithNotes } from './draftStore.ts';
import { sealFreeText } from './freeTextSealing.ts';
import { readPreviousCounts } from './readPreviousCounts.ts';
import type { Receipt } from './receipts.ts';
import { addOpinions, insertFreeTexts, insertResponse } from './responseStore.ts';

export type SubmissionRefusal = LinkRefusal | 'incomplete' | 'nothing-saved' | 'undecided-texts';

interface Submission {
	readonly link: AnsweringLink;
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
	/**
	 * What to send, made of what has been saved; null when it cannot be sent as it is. Without it what has been saved is
	 * sent. Nobody has seen a review of it, so a figure that departs from the time before is asked about as well.
	 */
	readonly typed?: (instrument: Instrument, saved: Answers) => Answers | null;
}

/** Splits the answers at the door: counts and facts under the pseudonym, opinions and free text under the sector only. */
async function storeSplit(application: Application, sql: Sql, submission: Submission): Promise<boolean> {
	const { link, packed, texts, now } = submission;
	const { roundId } = link.round;
	const { sector } = link.unit;
	const [isFirst, sealedKey] = await Promise.all([
		insertResponse(sql, roundId, {
			pseudonym: link.pseudonym,
			sector,
			answeredOn: dayInSweden(now),
			packed: packed.row
		}),
		findFreeTextKey(sql, roundId)
	]);
	if (!isFirst) return false;
	if (!sealedKey) throw new Error('An open round has no key for free text');
	const sealed = texts.map((text) => sealFreeText(application.keys, { roundId, sealedKey }, text));
	await Promise.all([
		insertFreeTexts(sql, roundId, { sector, sealed }),
		deleteDrafts(sql, [draftId(link.token), notesId(link.token)]),
		// Last: the sector's tallies are the rows that all of the sector's sendings wait for.
		addOpinions(sql, roundId, { sector, chosen: packed.opinions })
	]);
	return true;
}

type Reviewed = Pick<Submission, 'texts' | 'packed'> & { readonly isUndecided: boolean };

/** What goes with the answers, and whether the respondent should look at it first. */
async function reviewed(
	sql: Sql,
	link: AnsweringLink,
	{ answers, notes, isFirstLook }: Pick<SentAnswers, 'answers' | 'notes'> & { readonly isFirstLook: boolean }
): Promise<Reviewed> {
	const { instrument } = link;
	// Otherwise only who has written a reason has a figure of the time before to look up.
	const looksBack = isFirstLook || Object.values(notes.reasons).some((reason) => reason !== '');
	const previous = looksBack ? await readPreviousCounts(sql, link) : null;
	const sent = { instrument, answers, notes, previous: previous?.counts ?? [] };
	const packed = packAnswers(instrument, answers);
	const texts = textsToSend(sent, packed);
	const isUndecided = texts.some(isUndecidedText) || (isFirstLook && hasUndecidedDifference(sent));
	return { texts, packed, isUndecided };
}

/** The answers as validated, with the notes of the review; a refusal when they cannot be sent. */
async function answersToSend(
	sql: Sql,
	{ token, instrument }: AnsweringLink,
	{ typed }: Pick<Sending, 'typed'>
): Promise<Result<Pick<SentAnswers, 'answers' | 'notes'>, 'incomplete' | 'nothing-saved'>> {
	const sealed = await findDraftWithNotes(sql, { draftId: draftId(token), notesId: notesId(token) });
	if (!sealed.draft && !typed) return refused('nothing-saved');
	const saved = sealed.draft ? openDraft(token, sealed.draft).answers : {};
	const chosen = typed ? typed(instrument, saved) : saved;
	const checked = chosen && validateAnswers(instrument, chosen);
	if (!checked || checked.errors.length > 0) return refused('incomplete');
	return accepted({
		answers: checked.answers,
		notes: sealed.notes ? openNotes(token, sealed.notes) : noNotes
	});
}

/**
 * Sends what has been saved under the link, or what is made of it. A second sending, by a double click or another tab,
 * finds the unit answered and writes nothing; the database's key on round and pseudonym decides which one was first.
 */
export async function submitAnswers(
	application: Application,
	{ token, asksAboutTexts, typed }: Sending
): Promise<Result<Receipt, SubmissionRefusal>> {
	const now = application.clock.now();
	return await withAnsweringLink<Receipt, SubmissionRefusal>(
		application,
		{ token, isWriting: true },
		async (sql, link) => {
			const sending = await answersToSend(sql, link, typed ? { typed } : {});
			if (!sending.ok) return sending;
			const review = await reviewed(sql, link, { ...sending.value, isFirstLook: typed !== undefined });
			if (asksAboutTexts && review.isUndecided) return refused('undecided-texts');
			if (!(await storeSplit(application, sql, { link, ...review, now }))) return refused('answered');
			const { instrument, unit, round } = link;
			const { answers } = sending.value;
			return accepted({
				answeredOn: dayInSweden(now),
				unitName: unit.unitName,
				year: round.year,
				instrument,
				answers
			});
		}
	);
}
