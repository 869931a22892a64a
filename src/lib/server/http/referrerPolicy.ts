import type { IncomingMessage } from 'node:http';

// Under no-referrer a browser sends `Origin: null` with a page's own form (Fetch standard, "append a request `Origin`
// header"). That it is our own form is then told by Sec-Fetch-Site alone, which no page can set: docs/decisions/0013.

/** A browser that does not say where its requests come from: an old one, or any over http to another machine. */
function tellsNoSite(headers: { readonly site: string | null; readonly agent: string | null }): boolean {
	return headers.site === null && (headers.agent?.startsWith('Mozilla/') ?? false);
}

/** What is told to whom a page leads: by a respondent's pages nothing, unless its own forms would then be refused. */
export function referrerPolicy(request: {
	readonly isRespondents: boolean;
	readonly site: string | null;
	readonly agent: string | null;
}): 'no-referrer' | 'same-origin' {
	return request.isRespondents && !tellsNoSite(request) ? 'no-referrer' : 'same-origin';
}

/** The addresses whose pages have `no-referrer`. */
export function isRespondents(address: string): boolean {
	return address.startsWith('/svara/');
}

/**
 * The origin that a form of a respondent's page would have shown under another policy; null when the request is not
 * certainly one of ours.
 */
export function hiddenOrigin(
	{ headers, method, url }: Pick<IncomingMessage, 'headers' | 'method' | 'url'>,
	origin: string | null
): string | null {
	const isOwn = method === 'POST' && headers.origin === 'null' && headers['sec-fetch-site'] === 'same-origin';
	if (!isOwn || !isRespondents(url ?? '') || headers.host === undefined) return null;
	return origin ?? `http://${headers.host}`;
}
