import type { RequestEvent } from '@sveltejs/kit';
import type { RouteId } from '$app/types';
import { chooseCoding } from '#lib/server/http/contentCoding.ts';
import { cutPage, fillPage, type DrawnPage } from '#lib/server/http/drawnPage.ts';
import { forgetOldest } from '#lib/server/forgetOldest.ts';
import type { InstrumentPage } from '#lib/instruments/instrument.ts';
import { receiptKeyCookie } from '../../../../answering.server.ts';
import { openQuestionPage, type OpenedQuestionPage, type QuestionPageEvent } from './questionPage.server.ts';

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

/** What a browser that asks for the page is given; `draw` is Kit's own answer to it. */
export async function answerWithDrawnPage(
	event: RequestEvent & QuestionPageEvent,
	draw: () => Promise<Response>
): Promise<Response> {
	let opened: OpenedQuestionPage;
	try {
		opened = await openQuestionPage(event);
	} catch {
		// A redirection, or a fault: the page's own load meets it too, and Kit knows what to say of it.
		return await draw();
	}
	event.locals.questionPage = opened;
	const blank = blankPageOf(event, opened);
	if (!blank) return await draw();
	const kept = drawnPages.get(blank.pages) ?? new Map<string, DrawnPage>();
	drawnPages.set(blank.pages, kept);
	const known = kept.get(blank.name);
	if (known) {
		const coding = chooseCoding(event.request.headers.get('accept-encoding') ?? undefined);
		const response = fillPage(known, blank.secrets, coding);
		const cookie = opened.around.isShort ? receiptKeyCookie(event) : null;
		if (cookie !== null) response.headers.append('set-cookie', cookie);
		return response;
	}
	const response = await draw();
	const cut = await cutPage(response, blank.secrets);
	if (cut) kept.set(blank.name, cut);
	forgetOldest(kept, mostKept);
	return response;
}
