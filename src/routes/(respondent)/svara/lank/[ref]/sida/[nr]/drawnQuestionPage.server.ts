import type { RequestEvent } from '@sveltejs/kit';
import type { RouteId } from '$app/types';
import { chooseCoding, type ContentCoding } from '#lib/server/http/contentCoding.ts';
import { cutPage, fillPage, type DrawnPage, type FilledPage } from '#lib/server/http/drawnPage.ts';
import { forgetOldest } from '#lib/server/forgetOldest.ts';
import type { InstrumentPage } from '#lib/instruments/instrument.ts';
import { receiptKeyCookie } from '../../../../answering.server.ts';
import {
	openedQuestionPage,
	type OpenedQuestionPage,
	type QuestionPageEvent
} from './questionPage.server.ts';

// Drawing a page of questions costs more than all else of a respondent's errand, and before anything is answered all
// units get the same: it differs by the link's reference, the browser's key and the nonce. docs/decisions/0082.

// By the pages, which all copies of a frozen questionnaire share.
const drawnPages = new WeakMap<readonly InstrumentPage[], Map<string, DrawnPage>>();

/** For each questionnaire: its pages, on a day or two, in two languages. */
const mostKept = 100;

interface BlankPage {
	readonly pages: readonly InstrumentPage[];
	/** All that the page is drawn from, but its questions and its secrets. */
	readonly name: string;
	readonly secrets: readonly string[];
}

const routeId: RouteId = '/(respondent)/svara/lank/[ref]/sida/[nr]';

/** Whether a browser asks for a whole page of questions. */
export function isQuestionPageVisit(event: RequestEvent): event is RequestEvent & QuestionPageEvent {
	return event.route.id === routeId && event.request.method === 'GET' && !event.isDataRequest;
}

/** null for a page that shows, or is drawn from, any figure of the unit's own, of this time or the time before. */
function blankPageOf(
	event: QuestionPageEvent,
	{ session, index, around }: OpenedQuestionPage
): BlankPage | null {
	const { instrument, answers } = session;
	const isBlank = Object.keys(answers).length === 0 && (around.previous?.counts.length ?? 0) === 0;
	if (!isBlank) return null;
	const { pages, language, parameters } = instrument;
	const { copyKey, ...shown } = around;
	return {
		pages,
		name: JSON.stringify([index, event.url.search, language, parameters, shown, copyKey === null]),
		secrets: [event.params.ref, ...(copyKey === null ? [] : [copyKey])]
	};
}

type KeptPages = Map<string, DrawnPage>;

function keptOf({ pages }: BlankPage): KeptPages {
	const kept = drawnPages.get(pages) ?? new Map<string, DrawnPage>();
	drawnPages.set(pages, kept);
	return kept;
}

/** The page with this visitor's secrets, when it has been drawn before and nothing of it is this visitor's alone. */
export function givenPage(
	event: QuestionPageEvent,
	opened: OpenedQuestionPage,
	coding: ContentCoding | null
): FilledPage | null {
	const blank = blankPageOf(event, opened);
	const known = blank && keptOf(blank).get(blank.name);
	if (!known) return null;
	const { bytes, headers } = fillPage(known, blank.secrets, coding);
	const cookie = opened.around.isShort ? receiptKeyCookie(event) : null;
	return { bytes, headers: cookie === null ? headers : [...headers, ['set-cookie', cookie]] };
}

async function openOrLeave(event: QuestionPageEvent): Promise<OpenedQuestionPage | null> {
	try {
		return await openedQuestionPage(event);
	} catch {
		// A redirection, or a fault: the page's own load meets it too, and Kit knows what to say of it.
		return null;
	}
}

/** What a browser that asks for the page is given; `draw` is Kit's own answer to it. */
export async function answerWithDrawnPage(
	event: RequestEvent & QuestionPageEvent,
	draw: () => Promise<Response>
): Promise<Response> {
	const opened = await openOrLeave(event);
	if (!opened) return await draw();
	event.locals.questionPage = opened;
	const given = givenPage(
		event,
		opened,
		chooseCoding(event.request.headers.get('accept-encoding') ?? undefined)
	);
	if (given)
		return new Response(given.bytes, {
			headers: given.headers.map(([name, value]): [string, string] => [name, value])
		});
	const blank = blankPageOf(event, opened);
	const response = await draw();
	const cut = blank && (await cutPage(response, blank.secrets));
	if (!cut) return response;
	const kept = keptOf(blank);
	kept.set(blank.name, cut);
	forgetOldest(kept, mostKept);
	return response;
}
