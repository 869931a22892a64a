import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** What a respondent's usual requests ask for; whatever else is Kit's. */
export type Errand =
	| { readonly kind: 'link'; readonly token: string }
	| { readonly kind: 'page' | 'sending'; readonly ref: string; readonly nr: string }
	| { readonly kind: 'receipt'; readonly ref: string };

const linkAddress = /^\/svara\/([\w-]{22})$/;
const pageAddress = /^\/svara\/lank\/([\w-]{12})\/sida\/([1-9]\d{0,3})$/;
const receiptAddress = /^\/svara\/lank\/([\w-]{12})\/skickat$/;

function errandOfGet(address: string): Errand | null {
	const [, token] = linkAddress.exec(address) ?? [];
	if (token !== undefined) return { kind: 'link', token };
	const [, ref, nr] = pageAddress.exec(address) ?? [];
	if (ref !== undefined && nr !== undefined) return { kind: 'page', ref, nr };
	const [, sent] = receiptAddress.exec(address) ?? [];
	return sent === undefined ? null : { kind: 'receipt', ref: sent };
}

/** A form that a browser posts by itself from a page of ours: Kit refuses another's, and answers a script in another way. */
function isOwnForm(headers: IncomingHttpHeaders, origin: string): boolean {
	return (
		headers.origin === origin &&
		headers['content-type'] === 'application/x-www-form-urlencoded' &&
		/\btext\/html\b/.test(headers.accept ?? '') &&
		!/\bjson\b/.test(headers.accept ?? '') &&
		headers['x-sveltekit-action'] === undefined &&
		Number(headers['content-length']) > 0
	);
}

/**
 * @param origin the program's own
 * @returns null for anything but a plain visit to an address without a query
 */
export function errandOf(
	{ method, url = '', headers }: Pick<IncomingMessage, 'headers' | 'method' | 'url'>,
	origin: string
): Errand | null {
	if (method === 'GET') return headers['if-none-match'] === undefined ? errandOfGet(url) : null;
	if (method !== 'POST' || !isOwnForm(headers, origin)) return null;
	const [, ref, nr] = pageAddress.exec(url) ?? [];
	return ref !== undefined && nr !== undefined ? { kind: 'sending', ref, nr } : null;
}

/** An address as Kit writes it on the page at `path`: by way of the root, so that it holds wherever the program is mounted. */
export function seenFrom(path: string, address: string): string {
	const up = path
		.split('/')
		.slice(2)
		.map(() => '..');
	return (up.join('/') || '.') + address;
}
