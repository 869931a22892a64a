import { nonceBytes } from '../keys/nonceBytes.ts';
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
const nonceLength = 16;

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

/** What of an answer is the same for all who get the page; null of anything but a page. */
async function cutAnswer(
	drawn: Response,
	marks: readonly string[]
): Promise<Pick<DrawnPage, 'body' | 'headers'> | null> {
	if (drawn.status !== 200) return null;
	const headers = [...drawn.headers].filter(([name]) => pageHeaders.has(name));
	return {
		body: cutOut(await drawn.clone().text(), marks).map((part) =>
			typeof part === 'number' ? part : Buffer.from(part)
		),
		headers: headers.map(([name, value]) => [name, cutOut(value, marks)])
	};
}

/**
 * @param secrets what the page has of this visitor; each at least 12 characters of chance
 * @returns null when the answer is no page whose scripts are allowed by a nonce
 */
export async function cutPage(drawn: Response, secrets: readonly string[]): Promise<DrawnPage | null> {
	const nonce = nonceOf(drawn);
	const cut = nonce === undefined ? null : await cutAnswer(drawn, [nonce, ...secrets]);
	if (nonce === undefined || !cut) return null;
	const lengths = [nonce, ...secrets].map((mark) => Buffer.byteLength(mark));
	const encoded = await Promise.all([
		encodeCut(cut.body, lengths, 'br'),
		encodeCut(cut.body, lengths, 'gzip')
	]);
	return { ...cut, encoded: encoded.filter((each) => each !== null) };
}

function nonceOf(drawn: Response): string | undefined {
	return /'nonce-([^']+)'/.exec(drawn.headers.get(policyHeader) ?? '')?.[1];
}

/** A page without scripts of its own, with holes for what each visitor is given: it is encoded when they are filled. */
export type DrawnFrame = Pick<DrawnPage, 'body' | 'headers'>;

/**
 * @param own what the page has of this visitor, as it is written there; the first are looked for first
 * @returns null when any of it stands there otherwise, or a script has a nonce
 */
export async function cutFrame(
	drawn: Response,
	own: { readonly once: readonly string[]; readonly anywhere: readonly string[] }
): Promise<DrawnFrame | null> {
	if (nonceOf(drawn) !== undefined) return null;
	const cut = await cutAnswer(drawn, [...own.once, ...own.anywhere]);
	const isWhole = own.once.every((_, mark) => cut?.body.filter((part) => part === mark).length === 1);
	return isWhole ? cut : null;
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
	const marks = [Buffer.from(nonceBytes(nonceLength)).toString('base64'), ...secrets];
	const written = marks.map((mark) => Buffer.from(mark));
	const cut = encoded.find((each) => each.coding === coding && fitsHoles(each, written));
	const bytes = cut ? fillEncoded(cut, written) : fillPlain(body, written);
	const own = filledHeaders(headers, marks, bytes);
	// Of a page that is not encoded the server says so itself (compressAnswer.ts).
	if (cut) own.push(['content-encoding', cut.coding], ['vary', 'Accept-Encoding']);
	return { bytes, headers: own };
}

/** As `fillPage`, of a page that has no nonce. */
export function fillFrame({ body, headers }: DrawnFrame, own: readonly string[]): FilledPage {
	const bytes = fillPlain(
		body,
		own.map((text) => Buffer.from(text))
	);
	return { bytes, headers: filledHeaders(headers, own, bytes) };
}

function filledHeaders(
	headers: DrawnPage['headers'],
	marks: readonly string[],
	{ length }: Uint8Array
): [string, string][] {
	const filled = headers.map(([name, parts]): [string, string] => [
		name,
		parts.map((part) => (typeof part === 'number' ? (marks[part] ?? '') : part)).join('')
	]);
	return [...filled, ['content-length', String(length)]];
}
