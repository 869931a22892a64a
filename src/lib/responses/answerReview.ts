import type { FindingKind } from '#lib/freetext/finding.ts';
import { findPersonalData } from '#lib/freetext/findPersonalData.ts';
import { markedText, type TextPart } from '#lib/freetext/markedText.ts';
import type { Answers, Instrument, Variable } from '#lib/instruments/instrument.ts';
import { questionsByName } from '#lib/instruments/instrumentIndex.ts';
import { packAnswers, type PackedAnswers } from '#lib/instruments/answers/packAnswers.ts';
import { type AnswerNotes, countOfReason, reasonItem } from './answerNotes.ts';
import { departures, type PreviousCount } from './previousCounts.ts';

/** A figure that departs strongly from the time before, and what the respondent says of it. */
export interface ReviewedDifference {
	readonly code: string;
	readonly title: string;
	readonly page: number;
	readonly field: string;
	readonly before: number;
	readonly now: number;
	readonly reason: string;
	readonly isConfirmed: boolean;
}

/** A text to be sent, with what looks like personal data in it. */
export interface ReviewedText {
	readonly item: string;
	readonly title: string;
	readonly text: string;
	/** null for a reason, which is written on the review page itself. */
	readonly place: { readonly page: number; readonly field: string } | null;
	readonly parts: readonly TextPart[];
	readonly kinds: readonly FindingKind[];
	/** The respondent has looked at it and keeps it as it is. */
	readonly isKept: boolean;
}

/** What the respondent is asked to look at before sending. */
export interface AnswerReview {
	readonly differences: readonly ReviewedDifference[];
	/** All that is sent as free text, also what nothing was found in. */
	readonly texts: readonly ReviewedText[];
}

export interface SentAnswers {
	readonly instrument: Instrument;
	/** As validated: only what is shown and accepted. */
	readonly answers: Answers;
	readonly notes: AnswerNotes;
	readonly previous: readonly PreviousCount[];
}

/** A free text on its way, with what the respondent has decided about it. */
export interface TextToSend {
	readonly item: string;
	readonly text: string;
	readonly isKept: boolean;
}

/** The free texts of the questions, and the reasons for figures that still depart. */
export function textsToSend(sent: SentAnswers, packed: Pick<PackedAnswers, 'texts'>): TextToSend[] {
	const reasons = reviewDifferences(sent).flatMap(({ code, reason }) =>
		reason === '' ? [] : [{ item: reasonItem(code), text: reason }]
	);
	return [...packed.texts, ...reasons].map(({ item, text }) => ({
		item,
		text,
		isKept: sent.notes.kept[item] === text
	}));
}

/** Something in the text looks like personal data, and nothing has been decided about it. */
export function isUndecidedText({ text, isKept }: TextToSend): boolean {
	return !isKept && findPersonalData(text).length > 0;
}

/** A figure departs strongly from the time before, and nothing has been said about it. */
export function hasUndecidedDifference(sent: SentAnswers): boolean {
	return reviewDifferences(sent).some(({ reason, isConfirmed }) => reason === '' && !isConfirmed);
}

export function reviewAnswers(sent: SentAnswers): AnswerReview {
	const packed = packAnswers(sent.instrument, sent.answers);
	return {
		differences: reviewDifferences(sent),
		texts: textsToSend(sent, packed).map((text) => reviewText(text, sent.instrument))
	};
}

/** How a free text is headed, for the respondent and in the samordnare's list. */
export function textTitle(instrument: Instrument, item: string): string {
	const titleOf = (code: string) => instrument.variables.find((variable) => variable.code === code)?.title;
	const count = countOfReason(item);
	const title = titleOf(item);
	if (title !== undefined || count === null) return title ?? item;
	return `Skillnad mot förra omgången: ${titleOf(count) ?? count}`;
}

function reviewDifferences({ instrument, answers, notes, previous }: SentAnswers): ReviewedDifference[] {
	if (previous.length === 0) return [];
	return departures(instrument, answers, previous).map(({ code, title, field, answer, now }) => ({
		code,
		title,
		field,
		page: pageOf(instrument, field.split('.')[0] ?? field),
		before: answer,
		now,
		reason: notes.reasons[code] ?? '',
		isConfirmed: notes.confirmed.includes(code)
	}));
}

function reviewText({ item, text, isKept }: TextToSend, instrument: Instrument): ReviewedText {
	const findings = findPersonalData(text);
	const variable = instrument.variables.find(({ code }) => code === item);
	return {
		item,
		title: textTitle(instrument, item),
		text,
		place: variable ? placeOf(instrument, variable) : null,
		parts: markedText(text, findings),
		kinds: [...new Set(findings.map(({ kind }) => kind))],
		isKept
	};
}

function placeOf(instrument: Instrument, { path }: Variable): ReviewedText['place'] {
	return { page: pageOf(instrument, path[0] ?? ''), field: path.join('.') };
}

function pageOf(instrument: Instrument, name: string): number {
	return questionsByName(instrument).get(name)?.page ?? 0;
}
