import { strToU8, zipSync } from 'fflate';

const parts = {
	'xl/workbook.xml':
		'<workbook xmlns="m" xmlns:r="r"><workbookPr/><sheets><sheet name="Dold" state="hidden" r:id="rId9"/><sheet name="Blad1" r:id="rId1"/></sheets></workbook>',
	'xl/_rels/workbook.xml.rels':
		'<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Target="worksheets/sheet9.xml"/></Relationships>',
	'xl/styles.xml':
		'<styleSheet><numFmts><numFmt numFmtId="164" formatCode="åååå\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0&quot; dygn&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
	'xl/sharedStrings.xml':
		'<sst><si><t>Organisation</t></si><si><r><t>Sko</t></r><r><t>lan</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si></sst>',
	'xl/worksheets/sheet9.xml': '<worksheet><sheetData/></worksheet>'
};

/** An Excel file whose first shown sheet has these rows, as XML. */
export function xlsxOf(sheetData: string, others: Readonly<Record<string, string>> = {}): Uint8Array {
	const files = {
		...parts,
		'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
		...others
	};
	return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const directoryEntry = 0x02014b50;

/** The file with another unpacked size stated for one of its parts, in the archive's directory. */
export function withStatedSize(file: Uint8Array, part: string, size: number): Uint8Array {
	const bytes = Uint8Array.from(file);
	const view = new DataView(bytes.buffer);
	const name = strToU8(part);
	for (let at = 0; at < bytes.length - 46 - name.length; at += 1) {
		const isPart =
			view.getUint32(at, true) === directoryEntry &&
			name.every((byte, place) => bytes[at + 46 + place] === byte);
		if (isPart) view.setUint32(at + 24, size, true);
	}
	return bytes;
}
