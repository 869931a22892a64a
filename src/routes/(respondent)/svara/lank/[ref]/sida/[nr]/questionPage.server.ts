import { redirect } from '@sveltejs/kit';
import type { Language } from '#lib/instruments/texts/answerMessages.ts';
import { pageSlice } from '#lib/instruments/pages/pageSlice.ts';
import { pageView, visiblePages } from '#lib/instruments/pages/pageView.ts';
import { questionsOf } from '#lib/instruments/instrumentIndex.ts';
import { englishPrevious } from '#lib/responses/englishPrevious.ts';
import { previousTexts } from '#lib/responses/previousText.ts';
import { writtenDay } from '#lib/shared/writtenDay.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { browserCopyKey } from '#lib/server/responses/browserCopyKey.ts';
import type { PageSession } from '#lib/server/responses/openPage.ts';
import { isSharedComputer, requireQuestions, sessionFrame } from '../../../../answering.server.ts';
import type { LinkCookies } from '../../../../door/visitCookies.ts';
import { addressAfter } from './addressAfter.ts';
import { pageIndexOf } from './wayOn.ts';
import type { PageServerLoadEvent } from './$types';

export interface QuestionPageEvent extends Pick<PageServerLoadEvent, 'locals' | 'params' | 'url'> {
	readonly cookies: LinkCookies;
}

/** All that a page of questions shows beside the questions and their answers. */
export type PageSurroundings = ReturnType<typeof surroundings>;

export interface OpenedQuestionPage {
	/** What was asked for: `addressOf` the request. */
	readonly address: string;
	readonly session: Pick<PageSession, 'instrument' | 'answers'>;
	/** The page's place in the instrument. */
	readonly index: number;
	readonly around: PageSurroundings;
}

/** What a questionnaire of one page says over its questions, which has no other pages to say it. */
const shortFrame: Readonly<Record<Language, (municipality: string, day: string) => ShortFrame>> = {
	sv: (municipality, day) => ({
		kicker: `${municipality} · svara senast den ${day}`,
		purpose: 'Vad svaret används till och vem som ser det',
		seen: 'Dagen efter ser samordnaren att ni har öppnat frågorna, börjat svara eller svarat. Det ni skriver syns inte för någon utan länken förrän ni skickar in.'
	}),
	en: (municipality, day) => ({
		kicker: `${municipality} · please answer by ${day}`,
		purpose: 'What the answer is used for and who sees it',
		seen: 'From the day after, the coordinator sees that you have opened the questions, begun to answer or answered. What you write is seen by nobody without the link until you send it.'
	})
};

interface ShortFrame {
	readonly kicker: string;
	readonly purpose: string;
	/** What is known of the answering before anything is sent. */
	readonly seen: string;
}

function surroundings(event: QuestionPageEvent, session: PageSession, { index, shown, token }: PagePlace) {
	// No page of questions says whose it is.
	const { municipality, round, language, questionLanguage } = sessionFrame(session);
	const isShort = session.instrument.pages.length === 1;
	return {
		municipality: { name: municipality.name },
		round: { closesOn: round.closesOn },
		language,
		...(questionLanguage && { questionLanguage }),
		previous: previousOn(index, session),
		copyKey: isSharedComputer(event) ? null : browserCopyKey(token),
		today: dayInSweden(event.locals.application.clock.now()),
		place: shown.indexOf(index) + 1,
		pages: shown.length,
		isShort,
		...(isShort && { short: shortFrame[language](municipality.name, writtenDay(round.closesOn, language)) }),
		hasNewQuestions: event.url.searchParams.has('nya')
	};
}

interface PagePlace {
	readonly index: number;
	readonly shown: readonly number[];
	readonly token: string;
}

function addressOf({ params, url }: Pick<QuestionPageEvent, 'params' | 'url'>): string {
	return `${params.ref}/${params.nr}${url.search}`;
}

/**
 * The page that the request has opened already, or opened now. Kit takes note of what of the address a load has read, and
 * asks anew when that changes: so the address is read in both cases.
 */
export async function openedQuestionPage(event: QuestionPageEvent): Promise<OpenedQuestionPage> {
	const known = event.locals.questionPage;
	return known?.address === addressOf(event) ? known : await openQuestionPage(event);
}

/** @throws a redirection when the page, or the link, is not to be answered. */
export async function openQuestionPage(event: QuestionPageEvent): Promise<OpenedQuestionPage> {
	const { session, token } = await requireQuestions(event);
	const { instrument, answers } = session;
	const shown = visiblePages(instrument, answers);
	const index = pageIndexOf(event.params.nr);
	if (!shown.includes(index)) {
		// An answer has hidden the page, or the address was typed: on to what there is.
		const next = shown.find((page) => page > index);
		redirect(303, addressAfter(event.params.ref, next ?? 'granska'));
	}
	return {
		address: addressOf(event),
		session,
		index,
		around: surroundings(event, session, { index, shown, token })
	};
}

/** The unit's own earlier figures of the page's questions, shown or not: an answer may bring a question into view. */
function previousOn(index: number, { instrument, previous }: PageSession) {
	if (!previous) return null;
	const questions = questionsOf(instrument.pages[index]?.elements ?? []);
	const own = new Set(questions.map(({ name }) => name));
	const counts = previous.counts.filter(({ field }) => own.has(field.split('.')[0] ?? ''));
	return { ...previous, counts: counts.map(({ field, answer }) => ({ field, answer })) };
}

export function questionPageOf({ session, index, around }: OpenedQuestionPage) {
	const { instrument, answers } = session;
	const view = pageView(instrument, index, answers);
	const { previous, language } = around;
	const words = language === 'en' ? englishPrevious : undefined;
	return {
		...around,
		view,
		hints: previous ? previousTexts(view, previous, words) : {},
		slice: pageSlice(instrument, index, answers)
	};
}
