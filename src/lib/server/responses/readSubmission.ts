import type { Answers, Instrument } from '#lib/instruments/instrument.ts';
import { packAnswers, type PackedAnswers } from '#lib/instruments/answers/packAnswers.ts';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import type { AnswerNotes } from '#lib/responses/answerNotes.ts';
import {
	hasUndecidedDifference,
	isUndecidedText,
	textsToSend,
	type SentAnswers,
	type TextToSend
} from '#lib/responses/answerReview.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import type { AnsweringLink } from './answeringLink.ts';
import { isHeldBack, keptUnder } from './keptAnswers.ts';
import { readPreviousCounts } from './readPreviousCounts.ts';

/** Answers that may be sent. */
export interface Submission {
	readonly link: AnsweringLink;
	readonly answers: Answers;
	readonly notes: AnswerNotes;
	readonly packed: PackedAnswers;
	readonly texts: readonly TextToSend[];
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

/** What the answers themselves lack. */
type AnswersRefusal = 'incomplete' | 'nothing-saved' | 'not-approved';

export type ContentRefusal = AnswersRefusal | 'undecided-texts' | 'not-the-units-own';

type Reviewed = Pick<Submission, 'texts' | 'packed'> & { readonly isUndecided: boolean };

/** What goes with the answers, and whether the respondent should look at it first. */
async function reviewed(
	application: Application,
	link: AnsweringLink,
	{ answers, notes, isFirstLook }: Pick<SentAnswers, 'answers' | 'notes'> & { readonly isFirstLook: boolean }
): Promise<Reviewed> {
	const { instrument } = link;
	// Otherwise only who has written a reason has a figure of the time before to look up.
	const looksBack = isFirstLook || Object.values(notes.reasons).some((reason) => reason !== '');
	const previous = looksBack ? await readPreviousCounts(application, link) : null;
	const sent = { instrument, answers, notes, previous: previous?.counts ?? [] };
	const packed = packAnswers(instrument, answers);
	const texts = textsToSend(sent, packed);
	const isUndecided = texts.some(isUndecidedText) || (isFirstLook && hasUndecidedDifference(sent));
	return { texts, packed, isUndecided };
}

/** The answers as validated, with the notes of the review; a refusal when they cannot be sent. */
function answersToSend(
	link: AnsweringLink,
	{ typed }: Pick<Sending, 'typed'>
): Result<Pick<SentAnswers, 'answers' | 'notes'>, AnswersRefusal> {
	const { instrument } = link;
	const { draft, notes } = keptUnder(link);
	if (!draft && !typed) return refused('nothing-saved');
	const saved = draft?.answers ?? {};
	const chosen = typed ? typed(instrument, saved) : saved;
	const checked = chosen && validateAnswers(instrument, chosen);
	if (!checked || checked.errors.length > 0) return refused('incomplete');
	const { answers } = checked;
	return isHeldBack(answers, notes) ? refused('not-approved') : accepted({ answers, notes });
}

/** Reads what is to be sent with the link, and checks that all of it may be. */
export async function readSubmission(
	application: Application,
	link: AnsweringLink,
	{ asksAboutTexts, typed }: Omit<Sending, 'token'>
): Promise<Result<Submission, ContentRefusal>> {
	if (link.isColleague) return refused('not-the-units-own');
	const sending = answersToSend(link, typed ? { typed } : {});
	if (!sending.ok) return sending;
	const { answers, notes } = sending.value;
	const review = await reviewed(application, link, { answers, notes, isFirstLook: typed !== undefined });
	if (asksAboutTexts && review.isUndecided) return refused('undecided-texts');
	return accepted({ link, answers, notes, texts: review.texts, packed: review.packed });
}
