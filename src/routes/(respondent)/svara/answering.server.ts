import { error, redirect } from '@sveltejs/kit';
import type { Language } from '#lib/instruments/texts/answerMessages.ts';
import { invitationTokenSchema } from '#lib/invitations/invitationToken.ts';
import { resolve } from '$app/paths';
import { exchangeToken, type ExchangedToken } from '#lib/server/responses/exchangeToken.ts';
import type { Result } from '#lib/shared/result.ts';
import { questionLanguageOf } from '#lib/responses/instrumentIn.ts';
import type { LinkRefusal } from '#lib/server/responses/answeringLink.ts';
import { keepReceipt, type Receipt, type ReceiptHolder } from '#lib/server/responses/receipts.ts';
import type { AnsweringSession } from '#lib/server/responses/openAnswering.ts';
import { openPage, visitPage, type PageSession } from '#lib/server/responses/openPage.ts';
import { openReview, type ReviewSession } from '#lib/server/responses/openReview.ts';
import type { LinkCookies } from './door/visitCookies.ts';

const linkCookie = 'lb_svar';
const receiptCookie = 'lb_kvitto';

/** Set by the respondent, for the link's pages and as long as the browser is open. */
const sharedComputerCookie = 'lb_delad';

/** Set by the respondent, likewise: the language of the link's pages, when it is not Swedish. */
const languageCookie = 'lb_sprak';

export interface LinkEvent {
	readonly cookies: LinkCookies;
	readonly locals: App.Locals;
	readonly params: { readonly ref: string };
	readonly url: URL;
}

/** Lets the browser keep the link of the address in a cookie. @throws a 404 page when nobody has given it out. */
export async function exchangeLink({
	params,
	locals,
	cookies,
	url
}: Pick<LinkEvent, 'cookies' | 'locals' | 'url'> & {
	readonly params: { readonly token: string };
}): Promise<Omit<ExchangedToken, 'token' | 'reference'> & { readonly ref: string }> {
	const exchange = await exchangeToken(locals.application, params.token);
	if (!exchange.ok) error(404, 'Länken känns inte igen');
	const { reference: ref, token, ...opened } = exchange.value;
	rememberLanguage({ cookies, params: { ref }, url });
	// 'lax': a strict cookie is not sent on the redirect that follows when the link was clicked in webmail (seen in Chromium).
	cookies.set(linkCookie, token, {
		path: resolve('/(respondent)/svara/lank/[ref]', { ref }),
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:'
	});
	return { ref, ...opened };
}

/** @throws a 401 page that says how to come back, when the browser has not kept the link. */
export function requireToken({ cookies }: Pick<LinkEvent, 'cookies'>): string {
	const token = invitationTokenSchema.safeParse(cookies.get(linkCookie));
	if (!token.success) error(401, 'Öppna länken i inbjudan igen');
	return token.data;
}

/** The open session with the unit's own figures of the time before; otherwise to the link's first page, which says what state the link is in. */
export async function requirePage(event: LinkEvent): Promise<{ token: string; session: PageSession }> {
	return await requireOpened(event, openPage);
}

/** As `requirePage`, of a page of questions: the day that a browser goes there is noted for the unit. */
export async function requireQuestions(event: LinkEvent): Promise<{ token: string; session: PageSession }> {
	return await requireOpened(event, event.locals.isNavigation === true ? visitPage : openPage);
}

/** As `requirePage`, with what is asked about before sending. */
export async function requireReview(event: LinkEvent): Promise<{ token: string; session: ReviewSession }> {
	return await requireOpened(event, openReview);
}

async function requireOpened<Session>(
	event: LinkEvent,
	open: (
		application: App.Locals['application'],
		token: string,
		language: Language
	) => Promise<Result<Session, LinkRefusal>>
): Promise<{ token: string; session: Session }> {
	const token = requireToken(event);
	const opening = await open(event.locals.application, token, languageOf(event));
	if (opening.ok) return { token, session: opening.value };
	redirect(303, resolve('/(respondent)/svara/lank/[ref]', event.params));
}

/** On the address of a page: what was posted has come too late to be saved. */
export const notSaved = '?inte-sparat';

/** Where a form leads that came when the link took nothing any more: the page says so, and what state the link is in. */
export function addressOfNotSaved({ params }: Pick<LinkEvent, 'params'>): string {
	return resolve('/(respondent)/svara/lank/[ref]', params) + notSaved;
}

/** What every page of a session shows: whose round it is and whom to ask. */
export function sessionFrame({ municipality, round, unit, instrument }: AnsweringSession) {
	const { name, coordinatorName, coordinatorEmail, coordinatorPhone } = municipality;
	return {
		municipality: { name, coordinatorName, coordinatorEmail, coordinatorPhone },
		round,
		unit,
		language: instrument.language ?? 'sv',
		/** Of the questions, where the page is in another. */
		questionLanguage: questionLanguageOf(instrument)
	};
}

/** null when the browser has a key already. */
function newReceiptKey({ cookies, params, url }: LinkEvent) {
	if (cookies.get(receiptCookie)) return null;
	const path = resolve('/(respondent)/svara/lank/[ref]', params);
	const secure = url.protocol === 'https:';
	return [receiptCookie, crypto.randomUUID(), { path, httpOnly: true, sameSite: 'lax', secure }] as const;
}

/** Gives the browser its own key to the receipt before anything is sent, so that both clicks of a double click have it. */
export function giveReceiptKey(event: LinkEvent): void {
	const key = newReceiptKey(event);
	if (key) event.cookies.set(...key);
}

/** As `giveReceiptKey`, as a header of an answer that Kit does not make. */
export function receiptKeyCookie(event: LinkEvent): string | null {
	const key = newReceiptKey(event);
	return key && event.cookies.serialize(...key);
}

/** null for a browser that has not seen the review page: it gets no receipt. */
export function receiptHolder({ cookies }: Pick<LinkEvent, 'cookies'>): ReceiptHolder | null {
	const token = requireToken({ cookies });
	const browserKey = cookies.get(receiptCookie);
	return browserKey ? { token, browserKey } : null;
}

/** Keeps the copy for the browser that sent; a second press of the button finds it there. */
export function keepReceiptOf(
	{ cookies, locals }: Pick<LinkEvent, 'cookies' | 'locals'>,
	receipt: Receipt
): void {
	const holder = receiptHolder({ cookies });
	if (holder) keepReceipt(holder, receipt, locals.application.clock.now());
}

/**
 * The language that the address asks for (`?sprak=en`), or has asked for before in this browser. It is kept in a cookie of
 * the link's pages and nowhere else.
 */
export function languageOf({ cookies, url }: Pick<LinkEvent, 'cookies' | 'url'>): Language {
	const asked = url.searchParams.get('sprak') ?? cookies.get(languageCookie);
	return asked === 'en' ? 'en' : 'sv';
}

/** The address's choice, for the pages that follow: they need not all carry it. */
export function rememberLanguage({ cookies, params, url }: Omit<LinkEvent, 'locals'>): void {
	if (!url.searchParams.has('sprak')) return;
	const path = resolve('/(respondent)/svara/lank/[ref]', params);
	const language = languageOf({ cookies, url });
	if (language === 'sv') cookies.delete(languageCookie, { path });
	else {
		const secure = url.protocol === 'https:';
		cookies.set(languageCookie, language, { path, httpOnly: true, sameSite: 'lax', secure });
	}
}

/** Whether the respondent has said that others use this computer too: then nothing is kept in the browser. */
export function isSharedComputer({ cookies }: Pick<LinkEvent, 'cookies'>): boolean {
	return cookies.get(sharedComputerCookie) !== undefined;
}

export function rememberSharedComputer({ cookies, params, url }: LinkEvent, isShared: boolean): void {
	const path = resolve('/(respondent)/svara/lank/[ref]', params);
	if (!isShared) cookies.delete(sharedComputerCookie, { path });
	else {
		const secure = url.protocol === 'https:';
		cookies.set(sharedComputerCookie, '1', { path, httpOnly: true, sameSite: 'lax', secure });
	}
}

/**
 * Asks the browser to forget all it has of this site (cache, cookies, storage). Cookies of other invitations go with it: a
 * browser knows no smaller part than a site, and on a shared computer that is what is wanted.
 */
export const forgettingHeader = '"cache", "cookies", "storage"';

/** Takes the link's own cookies away, also in a browser that does not know the header above. */
export function forgetLink({ cookies, params }: Pick<LinkEvent, 'cookies' | 'params'>): void {
	const path = resolve('/(respondent)/svara/lank/[ref]', params);
	for (const name of [linkCookie, receiptCookie, sharedComputerCookie, languageCookie])
		cookies.delete(name, { path });
}
