import { unflatten } from './browser/pageContent.ts';
import { pdfStrings, zipTexts } from './documentText.ts';
import { pdfAttachments, pdfPageTexts } from './pdfText.ts';

export interface PublicOutput {
	readonly type: string;
	readonly bytes: Buffer;
}

/** Scripts and styles are of the build, and the same for everybody. */
const isOfBuild = (path: string) => path.startsWith('/_app/');

function linksOf(page: string, { bytes }: PublicOutput): string[] {
	const written = bytes.toString('utf8').matchAll(/\s(?:href|src)="([^"]*)"/gu);
	return [...written]
		.map(([, link = '']) => new URL(link.replaceAll('&amp;', '&'), page))
		.filter(({ origin, pathname }) => origin === new URL(page).origin && !isOfBuild(pathname))
		.map(({ pathname, search }) => `${pathname}${search}`);
}

/** Where the script of a page fetches what the page is drawn from. */
function payloadOf(address: string): string {
	const [path = '', search] = address.split('?');
	return `${path.replace(/\/$/u, '')}/__data.json${search === undefined ? '' : `?${search}`}`;
}

/**
 * Everything that somebody who is not signed in can reach from the first page, by its address: pages, the payloads of their
 * scripts, and files.
 * @param unlinked addresses that no page leads to, but which answer
 */
export async function publicOutputs(
	origin: string,
	unlinked: readonly string[] = []
): Promise<ReadonlyMap<string, PublicOutput>> {
	const found = new Map<string, PublicOutput>();
	const waiting = ['/', ...unlinked];
	for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
		if (found.has(address)) continue;
		const response = await fetch(`${origin}${address}`, { redirect: 'manual' });
		if (response.status >= 400) throw new Error(`${address} answers ${String(response.status)}`);
		const output = {
			type: response.headers.get('content-type') ?? '',
			bytes: Buffer.from(await response.arrayBuffer())
		};
		found.set(address, output);
		if (!output.type.startsWith('text/html')) continue;
		waiting.push(...linksOf(`${origin}${address}`, output), payloadOf(address));
	}
	return found;
}

/** What a page's script is sent, value by value: as it is written, a value's place in a list looks like any number. */
function payloadText(bytes: Buffer): string {
	const { nodes = [] } = JSON.parse(bytes.toString('utf8')) as { nodes?: ({ data?: unknown[] } | null)[] };
	return JSON.stringify(nodes.map((node) => (node?.data ? unflatten(node.data) : node)));
}

/** All text in an output: packed formats are opened, and of a PDF also what is read aloud, its metadata and attachments. */
export function outputTexts(address: string, { bytes }: PublicOutput): string[] {
	if (address.includes('/__data.json')) return [payloadText(bytes)];
	if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) {
		const parts = [...zipTexts(bytes).values()];
		return [...parts, ...parts.map((part) => part.replaceAll(/<[^>]*>/gu, ''))];
	}
	if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) return [bytes.toString('utf8')];
	const pages = pdfPageTexts(bytes);
	// A drawing sets its letters one by one.
	const joined = pages.map((page) => page.replaceAll(/(?<=^.)\n(?=.$)/gmu, ''));
	return [...pages, ...joined, ...pdfStrings(bytes, '\\w+'), ...pdfAttachments(bytes)];
}
