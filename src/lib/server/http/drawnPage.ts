import { randomBytes } from 'node:crypto';
import type { ContentCoding } from './contentCoding.ts';
import { encodeCut, fillEncoded, fillPlain, fitsHoles, type Cut, type EncodedCut } from './encodedCut.ts';

/**
 * A page as it was drawn for one visitor, with holes where that visitor's secrets stood. None of them is in it, so it may
 * be given to whoever else would get the same page but for secrets of their own.
 */
export interface DrawnPage {
	readonly body: Cut<Uint8Array>;
	/** The same encoded, in the codings that it can be encoded in with holes. */
	readonly encoded: readonly EncodedCut[];
	readonly headers: readonly (readonly [string, Cut<string>])[];
}

const policyHeader = 'content-security-policy';
/** What Kit says of every page. Any other header may be of this visitor's, and is not kept. */
const pageHeaders = new Set(['content-type', policyHeader, 'link', 'x-sveltekit-page']);
/** As many as Kit's own. */
const nonceBytes = 16;

function cutOut(text: string, secrets: readonly string[]): Cut<string> {
	return secrets.reduce<Cut<string>>(
		(parts, secret, place) =>
			parts.flatMap((part) =>
				typeof part === 'number'
					? [part]
					: part.split(secret).flatMap((piece, index) => (index === 0 ? [piece] : [place, piece]))
			),
		[text]
	);
}

/**
 * @param secrets what the page has of this visitor; each at least 12 characters of chance
 * @returns null when the answer is no page whose scripts are allowed by a nonce
 */
export async function cutPage(drawn: Response, secrets: readonly string[]): Promise<DrawnPage | null> {
	const nonce = /'nonce-([^']+)'/.exec(drawn.headers.get(policyHeader) ?? '')?.[1];
	if (drawn.status !== 200 || nonce === undefined) return null;
	const marks = [nonce, ...secrets];
	const headers = [...drawn.headers].filter(([name]) => pageHeaders.has(name));
	const body = cutOut(await drawn.clone().text(), marks).map((part) =>
		typeof part === 'number' ? part : Buffer.from(part)
	);
	const lengths = marks.map((mark) => Buffer.byteLength(mark));
	const encoded = await Promise.all([encodeCut(body, lengths, 'br'), encodeCut(body, lengths, 'gzip')]);
	return {
		body,
		encoded: encoded.filter((cut) => cut !== null),
		headers: headers.map(([name, value]) => [name, cutOut(value, marks)])
	};
}

export interface FilledPage {
	readonly bytes: Buffer<ArrayBuffer>;
	readonly headers: readonly (readonly [string, string])[];
}

/** The page with other secrets in the same order, and a nonce of its own; encoded, when it is kept so. */
export function fillPage(
	{ body, encoded, headers }: DrawnPage,
	secrets: readonly string[],
	coding: ContentCoding | null
): FilledPage {
	const marks = [randomBytes(nonceBytes).toString('base64'), ...secrets];
	const written = marks.map((mark) => Buffer.from(mark));
	const cut = encoded.find((each) => each.coding === coding && fitsHoles(each, written));
	const bytes = cut ? fillEncoded(cut, written) : fillPlain(body, written);
	const own: [string, string][] = headers.map(([name, parts]) => [
		name,
		parts.map((part) => (typeof part === 'number' ? (marks[part] ?? '') : part)).join('')
	]);
	own.push(['content-length', String(bytes.length)]);
	// Of a page that is not encoded the server says so itself (compressAnswer.ts).
	if (cut) own.push(['content-encoding', cut.coding], ['vary', 'Accept-Encoding']);
	return { bytes, headers: own };
}
