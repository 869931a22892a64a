import { strToU8, zipSync } from 'fflate';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
	return (
		text
			.toWellFormed()
			// What XML 1.0 cannot carry, § 2.2.
			// eslint-disable-next-line no-control-regex
			.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
			.replaceAll(/[&<>"]/g, (character) => entities[character] ?? '')
	);
}

function columnName(index: number): string {
	const rest = Math.floor(index / 26);
	return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

const boldStyle = 1;

function rowXml(cells: readonly string[], place: number): string {
	const number = place + 1;
	const style = place === 0 ? ` s="${boldStyle}"` : '';
	const written = cells.map((text, column) =>
		text === ''
			? ''
			: // A text, whatever it begins with: it is never taken for a formula.
				`<c r="${columnName(column)}${number}" t="inlineStr"${style}><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
	);
	return `<row r="${number}">${written.join('')}</row>`;
}

function columnsXml(rows: readonly (readonly string[])[]): string {
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.min(40, Math.max(8, ...rows.slice(0, 200).map((row) => (row[column] ?? '').length + 2)))
	);
	return widths
		.map((width, column) => `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`)
		.join('');
}

const styles = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;

/** The first row are headings: bold, and they stay in view. The same rows give the same bytes. */
export function writeXlsx(title: string, rows: readonly (readonly string[])[]): Uint8Array {
	const view =
		'<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
	const sheet = `${head}<worksheet xmlns="${main}">${view}<cols>${columnsXml(rows)}</cols><sheetData>${rows.map(rowXml).join('')}</sheetData></worksheet>`;
	const parts: Readonly<Record<string, string>> = {
		'[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/></Types>`,
		'_rels/.rels': `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
		'xl/styles.xml': styles,
		'xl/worksheets/sheet1.xml': sheet
	};
	const files = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
	return zipSync(Object.fromEntries(files), { mtime: new Date(2000, 0, 1), level: 6 });
}
