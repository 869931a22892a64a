import { inflateRawSync, inflateSync } from 'node:zlib';

/** The files of a zip archive as text, by their central directory (what Word opens is a zip). */
export function zipTexts(archive: Uint8Array): ReadonlyMap<string, string> {
	const bytes = Buffer.from(archive);
	const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
	let at = bytes.readUInt32LE(end + 16);
	const texts = new Map<string, string>();
	for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
		const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
			bytes.readUInt16LE(at + field)
		);
		const name = bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
		const local = bytes.readUInt32LE(at + 42);
		const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
		const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
		texts.set(name, (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8'));
		at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
	}
	return texts;
}

/** Paragraphs of a Word document with their style, in order. */
export function wordParagraphs(archive: Uint8Array): { readonly style: string; readonly text: string }[] {
	const document = zipTexts(archive).get('word/document.xml') ?? '';
	return [...document.matchAll(/<w:p>(.*?)<\/w:p>/gsu)].map(([, content = '']) => ({
		style: /<w:pStyle w:val="([^"]+)"/u.exec(content)?.[1] ?? 'Normal',
		text: [...content.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join('')
	}));
}

/** All streams of a PDF, unpacked, as one Latin-1 text. */
function pdfStreams(pdf: Buffer): string[] {
	const streams: string[] = [];
	for (let at = pdf.indexOf('stream\n'); at !== -1; at = pdf.indexOf('stream\n', at + 7)) {
		if (pdf.toString('latin1', at - 3, at) === 'end') continue;
		const content = pdf.subarray(at + 7);
		try {
			streams.push(inflateSync(content, { finishFlush: 2 }).toString('latin1'));
		} catch {
			// Not packed: character maps, XMP and the like.
			streams.push(content.toString('latin1', 0, content.indexOf('endstream')));
		}
	}
	return streams;
}

export function hexText(hex: string): string {
	return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

/** Characters that the fonts of a PDF can be read back as, through their ToUnicode maps. */
export function pdfReadableCharacters(pdf: Uint8Array): ReadonlySet<string> {
	const maps = pdfStreams(Buffer.from(pdf)).filter((stream) => stream.includes('beginbfchar'));
	return new Set(
		maps.flatMap((map) =>
			[...map.matchAll(/<[0-9A-Fa-f]{4}>\s*<((?:[0-9A-Fa-f]{4})+)>/gu)].map(([, hex = '']) => hexText(hex))
		)
	);
}

/** Text strings of the document outline and of alternative texts, as a PDF writes them (UTF-16 or Latin letters). */
export function pdfStrings(pdf: Uint8Array, key: 'Title' | 'Alt' | 'URI' | '\\w+'): string[] {
	const text = Buffer.from(pdf).toString('latin1');
	return [
		...text.matchAll(new RegExp(`/${key} (?:<([0-9A-Fa-f\\s]+)>|\\(((?:\\\\.|[^\\\\)])*)\\))`, 'gsu'))
	].map(([, hex, literal]) =>
		decodePdfString(hex ? Buffer.from(hex.replace(/\s/gu, ''), 'hex') : pdfLiteral(literal ?? ''))
	);
}

function decodePdfString(bytes: Buffer): string {
	if (bytes[0] === 0xfe && bytes[1] === 0xff)
		return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
	return bytes.toString('latin1');
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes of a literal string, as it stands between its parentheses. */
export function pdfLiteral(literal: string): Buffer {
	const plain = literal.replace(/\\([0-7]{3}|[\s\S])/gu, (_, code: string) =>
		/^[0-7]{3}$/u.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code)
	);
	return Buffer.from(plain, 'latin1');
}
