import { inflateSync } from 'node:zlib';
import { hexText, pdfLiteral } from './documentText.ts';

interface PdfObject {
	readonly dictionary: string;
	/** Unpacked; empty where it has none. */
	readonly stream: string;
}

function unpacked(bytes: Buffer): string {
	try {
		return inflateSync(bytes, { finishFlush: 2 }).toString('latin1');
	} catch {
		// Not packed: XMP and the like.
		return bytes.toString('latin1', 0, bytes.indexOf('endstream'));
	}
}

/** The objects of a PDF without object streams, by number; of one that was written anew, the last. */
function pdfObjects(pdf: Buffer): ReadonlyMap<string, PdfObject> {
	const text = pdf.toString('latin1');
	const objects = new Map<string, PdfObject>();
	for (const match of text.matchAll(/^(\d+) 0 obj\s(.*?)(\sendobj|stream\r?\n)/gmsu)) {
		const [whole, number = '', dictionary = '', end = ''] = match;
		const stream = end.startsWith('stream') ? unpacked(pdf.subarray(match.index + whole.length)) : '';
		objects.set(number, { dictionary, stream });
	}
	return objects;
}

type Characters = ReadonlyMap<string, string>;

function charactersOf(map: string): Characters {
	return new Map(
		[...map.matchAll(/<([0-9A-Fa-f]{4})>\s*<((?:[0-9A-Fa-f]{4})+)>/gu)].map(([, glyph = '', hex = '']) => [
			glyph.toLowerCase(),
			hexText(hex)
		])
	);
}

/** The fonts that a page or a drawing names. */
function fontsOf({ dictionary }: PdfObject, objects: ReadonlyMap<string, PdfObject>) {
	const [, named = ''] = /\/Font\s*<<(.*?)>>/su.exec(dictionary) ?? [];
	return new Map(
		[...named.matchAll(/\/(\w+)\s+(\d+) 0 R/gu)].map(([, name = '', number = '']) => {
			const [, map = ''] = /\/ToUnicode (\d+) 0 R/u.exec(objects.get(number)?.dictionary ?? '') ?? [];
			return [name, charactersOf(objects.get(map)?.stream ?? '')];
		})
	);
}

const literal = String.raw`\((?:\\[\s\S]|[^\\)])*\)`;
const shown = new RegExp(String.raw`\/(\w+) [\d.]+ Tf|(${literal})|\bET\b`, 'gu');

function shownText(drawing: string, fonts: ReadonlyMap<string, Characters>): string {
	let characters: Characters = new Map();
	return [...drawing.matchAll(shown)]
		.map(([, font, glyphs]) => {
			if (font !== undefined) characters = fonts.get(font) ?? new Map<string, string>();
			if (glyphs === undefined) return font === undefined ? '\n' : '';
			const codes = pdfLiteral(glyphs.slice(1, -1)).toString('hex').match(/.{4}/gu) ?? [];
			return codes.map((code) => characters.get(code) ?? '').join('');
		})
		.join('');
}

/** What the pages and drawings of a PDF show, as text, a line for each piece that is set by itself. */
export function pdfPageTexts(pdf: Uint8Array): string[] {
	const objects = pdfObjects(Buffer.from(pdf));
	return [...objects.values()].flatMap((object) => {
		const fonts = fontsOf(object, objects);
		if (fonts.size === 0) return [];
		const [, contents = ''] = /\/Contents (\d+) 0 R/u.exec(object.dictionary) ?? [];
		return [shownText(object.stream || (objects.get(contents)?.stream ?? ''), fonts)];
	});
}

/** What a PDF says beside its pages: its metadata, and files that go with it, unpacked. */
export function pdfAttachments(pdf: Uint8Array): string[] {
	return [...pdfObjects(Buffer.from(pdf)).values()].flatMap(({ dictionary, stream }) =>
		/\/Type\s*\/(?:Metadata|EmbeddedFile)\b/u.test(dictionary)
			? [Buffer.from(stream, 'latin1').toString('utf8')]
			: []
	);
}
