import { formOf } from './benchQuestionnaire.ts';
import type { HttpAnswer, HttpClient } from './httpClient.ts';
import type { Respondent } from './load.ts';

export interface Link {
	readonly token: string;
	/** The number that this session answers in its first question. */
	readonly serial: number;
}

function cookiesOf(answer: HttpAnswer): string[] {
	return (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0] ?? '');
}

function locationOf(answer: HttpAnswer, from: string): string {
	const { location } = answer.headers;
	if (answer.status !== 303 || location === undefined) {
		throw new Error(`Expected a redirection from ${from}, got ${String(answer.status)}`);
	}
	return new URL(location, `http://bench.invalid${from}`).pathname;
}

/** Bytes of the page before compression. */
export async function plainPageSize(origin: string, { token }: Link): Promise<number> {
	const opened = await fetch(`${origin}/svara/${token}`, { redirect: 'manual' });
	const path = new URL(opened.headers.get('location') ?? '', opened.url).pathname;
	const cookie = (opened.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
	const page = await fetch(origin + path, { headers: { cookie, 'accept-encoding': 'identity' } });
	if (page.status !== 200) throw new Error(`The page answered ${String(page.status)}`);
	return (await page.arrayBuffer()).byteLength;
}

export interface SessionOutcome {
	/** Bytes of the page as transferred. */
	readonly pageBytes: number;
}

/** A browser that has followed its link, and stands before the page of questions. */
export interface OpenedLink {
	readonly serial: number;
	readonly pagePath: string;
	readonly cookies: readonly string[];
}

/** @throws unless the link leads on to a page */
export async function openLink(client: HttpClient, { token, serial }: Link): Promise<OpenedLink> {
	const opened = await client.get(`/svara/${token}`, '');
	return { serial, pagePath: locationOf(opened, `/svara/${token}`), cookies: cookiesOf(opened) };
}

/**
 * Page, sending and receipt: three requests.
 * @param isBroken the first sending's connection breaks, and the form is sent again
 * @throws when anything but the expected answer comes
 */
async function answerOpened(
	client: HttpClient,
	{ serial, pagePath, cookies: opened }: OpenedLink,
	isBroken: boolean
): Promise<SessionOutcome> {
	const page = await client.get(pagePath, opened.join('; '));
	if (page.status !== 200) throw new Error(`The page answered ${String(page.status)}`);
	const cookies = [...opened, ...cookiesOf(page)].join('; ');
	const form = formOf(serial).toString();
	if (isBroken) await client.abortPost(pagePath, cookies, form);
	const sent = await client.post(pagePath, cookies, form);
	const receiptPath = locationOf(sent, pagePath);
	if (!receiptPath.endsWith('/skickat')) throw new Error(`Sending led to ${receiptPath}`);
	const receipt = await client.get(receiptPath, cookies);
	// After a broken sending the receipt may be gone to the connection that broke; the link then says "besvarad".
	if (receipt.status !== 200 && !(isBroken && receipt.status === 303)) {
		throw new Error(`The receipt answered ${String(receipt.status)}`);
	}
	return { pageBytes: page.bytes };
}

/** Opens the link, is led to the page, answers, sends, reads the receipt: four requests. */
export function respondentOf(client: HttpClient, link: Link): Respondent {
	const answer = async (isBroken: boolean) =>
		await answerOpened(client, await openLink(client, link), isBroken);
	return { serial: link.serial, answer };
}

/** The link has been opened before: three requests. */
export function respondentAtPage(client: HttpClient, opened: OpenedLink): Respondent {
	return { serial: opened.serial, answer: (isBroken) => answerOpened(client, opened, isBroken) };
}
