import { randomBytes } from 'node:crypto';

/** Text, and where one of the page's secrets stands in it: its place among them. */
type Cut<Text> = readonly (Text | number)[];

/**
 * A page as it was drawn for one visitor, with holes where that visitor's secrets stood. None of them is in it, so it may
 * be given to whoever else would get the same page but for secrets of their own.
 */
export interface DrawnPage {
	readonly body: Cut<Uint8Array>;
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
	return {
		body: cutOut(await drawn.clone().text(), marks).map((part) =>
			typeof part === 'number' ? part : Buffer.from(part)
		),
		headers: headers.map(([name, value]) => [name, cutOut(value, marks)])
	};
}

/** The page with other secrets in the same order, and a nonce of its own. */
export function fillPage({ body, headers }: DrawnPage, secrets: readonly string[]): Response {
	const marks = [randomBytes(nonceBytes).toString('base64'), ...secrets];
	const written = marks.map((mark) => Buffer.from(mark));
	const bytes = Buffer.concat(
		body.map((part) => (typeof part === 'number' ? (written[part] ?? Buffer.alloc(0)) : part))
	);
	const filled = new Response(bytes, { headers: { 'content-length': String(bytes.length) } });
	for (const [name, cut] of headers) {
		filled.headers.set(
			name,
			cut.map((part) => (typeof part === 'number' ? (marks[part] ?? '') : part)).join('')
		);
	}
	return filled;
}
