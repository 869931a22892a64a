import type { IncomingMessage, ServerResponse } from 'node:http';
import { commonHeaders } from '#lib/server/http/commonHeaders.ts';
import { chooseCoding, type ContentCoding } from '#lib/server/http/contentCoding.ts';
import type { Door } from '#lib/server/http/door.ts';
import type { FilledPage } from '#lib/server/http/drawnPage.ts';
import { encodedPage } from '#lib/server/http/encodedPage.ts';
import { isNavigation } from '#lib/server/http/isNavigation.ts';
import { peekBody } from '#lib/server/http/peekBody.ts';
import { resolve } from '$app/paths';
import { firstAddress } from '../[token]/firstAddress.server.ts';
import { givenPage } from '../lank/[ref]/sida/[nr]/drawnQuestionPage.server.ts';
import { fieldChanges } from '../lank/[ref]/sida/[nr]/fieldChanges.ts';
import {
	openQuestionPage,
	type OpenedQuestionPage,
	type QuestionPageEvent
} from '../lank/[ref]/sida/[nr]/questionPage.server.ts';
import { sendShortForm } from '../lank/[ref]/sida/[nr]/sendShortForm.server.ts';
import { wayOn } from '../lank/[ref]/sida/[nr]/wayOn.ts';
import { givenReceipt } from '../lank/[ref]/skickat/drawnReceipt.server.ts';
import { errandOf, seenFrom, type Errand } from './errand.ts';
import { visitCookies, type VisitCookies } from './visitCookies.ts';

// A respondent's usual requests, by the same functions as the pages' own loads and actions call, without what Kit does
// for any request of any page. What is unusual in the least is left to Kit. docs/decisions/0087.

type Header = readonly [name: string, value: string];

interface Given {
	readonly status: 200 | 303;
	readonly headers: readonly Header[];
	readonly body?: Uint8Array;
}

interface Visit {
	readonly request: IncomingMessage;
	readonly url: URL;
	readonly cookies: VisitCookies;
	readonly locals: App.Locals;
}

function ledTo(address: string, { url }: Visit): Given {
	return { status: 303, headers: [['location', seenFrom(url.pathname, address)]] };
}

function shown(page: FilledPage | null, { request }: Visit): Given | null {
	if (!page) return null;
	const { headers, bytes } = encodedPage(page, codingFor(request));
	return { status: 200, headers, body: bytes };
}

const openedPages = new WeakMap<IncomingMessage, OpenedQuestionPage>();

/** The page of questions that the door has opened, and left to Kit to draw. */
export function openedAtDoor(request: IncomingMessage | undefined): OpenedQuestionPage | undefined {
	return request && openedPages.get(request);
}

async function givePage(visit: Visit, event: QuestionPageEvent): Promise<Given | null> {
	const opened = await openQuestionPage(event);
	const given = givenPage(event, opened, codingFor(visit.request));
	if (!given) openedPages.set(visit.request, opened);
	return shown(given, visit);
}

function codingFor({ headers: { 'accept-encoding': accepted } }: IncomingMessage): ContentCoding | null {
	return chooseCoding(Array.isArray(accepted) ? accepted.join(',') : accepted);
}

async function takeSending(visit: Visit, event: QuestionPageEvent): Promise<Given | null> {
	const body = await peekBody(visit.request, Number(visit.request.headers['content-length']));
	const form = new URLSearchParams(body?.toString('utf8'));
	if (wayOn(form.get('till')) !== 'skicka') return null;
	const isSent = await sendShortForm(event, { form, changes: fieldChanges(form) });
	return isSent ? ledTo(resolve('/(respondent)/svara/lank/[ref]/skickat', event.params), visit) : null;
}

async function answerErrand(errand: Errand, visit: Visit): Promise<Given | null> {
	const { url, cookies, locals } = visit;
	switch (errand.kind) {
		case 'link':
			return ledTo(await firstAddress({ url, cookies, locals, params: errand }), visit);
		case 'page':
			return await givePage(visit, { url, cookies, locals, params: errand });
		case 'sending':
			return await takeSending(visit, { url, cookies, locals, params: errand });
		case 'receipt':
			return shown(givenReceipt({ url, cookies, locals, params: errand }), visit);
	}
}

function write(answer: ServerResponse, { status, headers, body }: Given): void {
	// In the order that Kit writes them in.
	const ordered = headers.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)));
	// All at once: Node then keeps no list of them.
	answer.writeHead(status, ordered.flat());
	answer.end(body);
}

const notKept: Header = ['cache-control', 'no-store'];

export interface DoorPost {
	readonly locals: App.Locals;
	readonly security: readonly Header[];
}

function isBrowserVisit({ method, headers }: IncomingMessage): boolean {
	return isNavigation({ method, mode: headers['sec-fetch-mode'], purpose: headers['sec-purpose'] });
}

/** What the door answers; null when the request is Kit's. @throws what Kit meets too, and knows what to say of */
async function answerAtDoor(request: IncomingMessage, { locals, security }: DoorPost): Promise<Given | null> {
	const { headers, url: path = '' } = request;
	const origin = locals.application.config.origin ?? `http://${headers.host ?? ''}`;
	const errand = errandOf(request, origin);
	if (!errand) return null;
	const url = new URL(origin + path);
	const visit = {
		request,
		url,
		cookies: visitCookies(headers.cookie ?? ''),
		locals: { ...locals, isNavigation: isBrowserVisit(request) }
	};
	const given = await answerErrand(errand, visit);
	const site = headers['sec-fetch-site'];
	const asked = {
		address: url.pathname,
		site: typeof site === 'string' ? site : null,
		agent: headers['user-agent'] ?? null
	};
	const cookies = visit.cookies.written.map((cookie): Header => ['set-cookie', cookie]);
	const common = [...commonHeaders(security, asked), notKept];
	return given && { ...given, headers: [...common, ...given.headers, ...cookies] };
}

export function respondentDoor(post: DoorPost): Door {
	return async (request, answer) => {
		const given = await answerAtDoor(request, post).catch(() => null);
		if (!given) return false;
		write(answer, given);
		// What was put back of a form that nobody else is to read.
		request.resume();
		return true;
	};
}
