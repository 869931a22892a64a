import { PdfFile } from './pdfFile.ts';

// ISO 14289-1, 5 and ISO 19005-2, 6.6.2.3: the mark of PDF/UA, and its schema, which PDF/A does not know by itself.
const accessibilitySchema =
	'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
	'<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>' +
	'<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">' +
	'<pdfaProperty:category>internal</pdfaProperty:category>' +
	'<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>' +
	'<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>' +
	'</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>';

/**
 * One file for both standards. The compiler checks and writes one standard at a time, so the same document is compiled
 * twice: what is printed and tagged is taken from the PDF/UA-1 file, and the archive's additions (colour profile and
 * XMP marks) are added to it as an incremental update, which PDF/A-2 permits.
 * @throws {Error} when a later compiler writes its files in another way than this one was read to do.
 */
export function joinPdfStandards(files: {
	readonly accessible: Buffer;
	readonly archival: Buffer;
}): Uint8Array {
	const accessible = new PdfFile(files.accessible);
	const archival = new PdfFile(files.archival);
	const catalog = accessible.objectText(accessible.root).replace(statedSuspects, '');
	const intent = outputIntentOf(archival);
	const metadata = reference(catalog, 'Metadata');
	const profileNumber = accessible.size;
	const intentNumber = accessible.size + 1;
	return accessible.withObjects([
		{
			number: accessible.root,
			content: Buffer.from(catalog.replace(/^<</u, `<<\n  /OutputIntents [${intentNumber} 0 R]`), 'latin1')
		},
		{ number: metadata, content: metadataObject(markedMetadata(archival)) },
		{ number: profileNumber, content: archival.objectBytes(intent.profile) },
		{
			number: intentNumber,
			content: Buffer.from(
				intent.text.replace(profilePattern, `/DestOutputProfile ${profileNumber} 0 R`),
				'latin1'
			)
		}
	]);
}

// `/Suspects false` is the default (ISO 32000-1, table 321). Poppler takes a stated false for a fault and says so to
// everyone who opens the file with it.
const statedSuspects = /\s*\/Suspects false/u;

const profilePattern = /\/DestOutputProfile (\d+) 0 R/u;

function reference(dictionary: string, key: string): number {
	const match = new RegExp(`/${key}\\s+(\\d+) 0 R`, 'u').exec(dictionary);
	if (!match) throw new Error(`The PDF has no /${key} where it is expected`);
	return Number(match[1]);
}

function outputIntentOf(archival: PdfFile): { readonly text: string; readonly profile: number } {
	const catalog = archival.objectText(archival.root);
	const listed = /\/OutputIntents\s+\[\s*(\d+) 0 R/u.exec(catalog);
	const list = listed ? '' : archival.objectText(reference(catalog, 'OutputIntents'));
	const direct = list.startsWith('<<') ? list : undefined;
	const inList = /\[\s*(<<[\s\S]*>>)\s*\]/u.exec(list)?.[1];
	const number = listed?.[1] ?? /\[\s*(\d+) 0 R/u.exec(list)?.[1];
	const text = direct ?? inList ?? archival.objectText(Number(number));
	return { text, profile: reference(text, 'DestOutputProfile') };
}

function markedMetadata(archival: PdfFile): string {
	const xmp = archival.streamText(reference(archival.objectText(archival.root), 'Metadata'));
	const marked = xmp
		.replace('<rdf:Description ', '<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" ')
		.replace('<pdfaExtension:schemas><rdf:Bag>', (start) => start + accessibilitySchema)
		.replace('<pdfaid:part>', '<pdfuaid:part>1</pdfuaid:part><pdfaid:part>');
	if (!/pdfuaid:part>1<[\s\S]*pdfaid:part>2</u.test(marked) || !marked.includes(accessibilitySchema)) {
		throw new Error('The XMP metadata is not written as expected');
	}
	return marked;
}

function metadataObject(xmp: string): Buffer {
	const content = Buffer.from(xmp, 'utf8');
	return Buffer.concat([
		Buffer.from(
			`<<\n  /Type /Metadata\n  /Subtype /XML\n  /Length ${content.length}\n>>\nstream\n`,
			'latin1'
		),
		content,
		Buffer.from('\nendstream', 'latin1')
	]);
}
