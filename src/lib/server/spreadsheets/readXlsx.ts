import { accepted, refused, type Result } from '#lib/shared/result.ts';
import { longestCell, mostColumns, mostRows, type SheetRefusal, type SheetRow } from './sheet.ts';
import { readXml, unpack, XlsxTooLarge } from './xlsxParts.ts';

type Parts = Record<string, Uint8Array>;

interface Workbook {
	/** Path of the first sheet that is shown. */
	readonly sheet: string;
	/** Days are counted from 1904, as old Excel for Mac does. */
	readonly is1904: boolean;
}

function attributeById(bytes: Uint8Array | undefined): Map<string, string> {
	const targets = new Map<string, string>();
	if (!bytes) return targets;
	readXml(bytes, {
		start: ({ name, attributes }) => {
			if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
		}
	});
	return targets;
}

function readWorkbook(parts: Parts): Workbook | null {
	const bytes = parts['xl/workbook.xml'];
	if (!bytes) return null;
	const shown: string[] = [];
	let is1904 = false;
	readXml(bytes, {
		start: ({ name, attributes }) => {
			if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
			if (name === 'sheet' && !/hidden/i.test(attributes['state'] ?? '')) {
				shown.push(attributes['r:id'] ?? '');
			}
		}
	});
	const target = attributeById(parts['xl/_rels/workbook.xml.rels']).get(shown[0] ?? '');
	if (target === undefined) return null;
	return { sheet: target.startsWith('/') ? target.slice(1) : `xl/${target}`, is1904 };
}

/** The workbook's common texts, by number; what is written small over a text (furigana) is left out. */
function readTexts(bytes: Uint8Array | undefined): string[] {
	const texts: string[] = [];
	if (!bytes) return texts;
	let current = '';
	let isText = false;
	let phonetic = 0;
	readXml(bytes, {
		start: ({ name }) => {
			if (name === 'si') current = '';
			if (name === 'rPh') phonetic += 1;
			isText = name === 't' && phonetic === 0;
		},
		end: (name) => {
			if (name === 'rPh') phonetic -= 1;
			if (name === 't') isText = false;
			if (name === 'si') texts.push(current);
		},
		text: (characters) => {
			if (isText) current = (current + characters).slice(0, longestCell);
		}
	});
	return texts;
}

// Numbers of Excel's own formats that show a day (ECMA-376, 18.8.30), among them those of Swedish Excel.
const ownDayFormats = new Set([
	14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58
]);

/** Year or day outside quoted words, colours and escapes: [Red]"st" 0 is none, yyyy\-mm\-dd is one, in Swedish åååå too. */
function showsDay(format: string): boolean {
	return /[ydå]/i.test(format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}

/** Which of the cells' styles show a day. */
function readDayStyles(bytes: Uint8Array | undefined): boolean[] {
	const styles: boolean[] = [];
	if (!bytes) return styles;
	const dayFormats = new Set(ownDayFormats);
	let isOfCells = false;
	readXml(bytes, {
		start: ({ name, attributes }) => {
			if (name === 'numFmt' && showsDay(attributes['formatCode'] ?? '')) {
				dayFormats.add(Number(attributes['numFmtId']));
			}
			if (name === 'cellXfs') isOfCells = true;
			if (name === 'xf' && isOfCells) styles.push(dayFormats.has(Number(attributes['numFmtId'] ?? 0)));
		},
		end: (name) => {
			if (name === 'cellXfs') isOfCells = false;
		}
	});
	return styles;
}

/** Column of a cell's reference, from nought: AB12 is 27. */
function columnOfReference(reference: string): number {
	let column = 0;
	for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
	return column - 1;
}

const dayMilliseconds = 86_400_000;

function dayOfSerial(serial: number, is1904: boolean): string {
	const start = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
	const moment = new Date(start + Math.floor(serial) * dayMilliseconds);
	return Number.isNaN(moment.getTime()) ? String(serial) : moment.toISOString().slice(0, 10);
}

interface Reading {
	readonly texts: readonly string[];
	readonly dayStyles: readonly boolean[];
	readonly is1904: boolean;
}

interface OpenCell {
	readonly column: number;
	readonly type: string;
	readonly isDay: boolean;
	text: string;
}

function cellText({ type, isDay, text }: OpenCell, { texts, is1904 }: Reading): string {
	if (type === 's') return texts[Number(text)] ?? '';
	if (type === 'b') return text === '1' ? 'Ja' : 'Nej';
	if (type === 'n') {
		if (text === '') return '';
		const number = Number(text);
		return isDay ? dayOfSerial(number, is1904) : String(number);
	}
	return text;
}

function place(cells: string[], column: number, text: string): void {
	if (column < 0 || column >= mostColumns) return;
	while (cells.length < column) cells.push('');
	cells[column] = text;
}

class TooManyRows extends Error {}

/** The rows of a sheet. A formula's cell holds what it came to when the file was saved. */
function readRows(bytes: Uint8Array, reading: Reading): SheetRow[] {
	const rows: SheetRow[] = [];
	let cells: string[] = [];
	let line = 0;
	let cell: OpenCell | null = null;
	let isValue = false;
	readXml(bytes, {
		start: ({ name, attributes }) => {
			if (name === 'row') {
				line = Number(attributes['r'] ?? line + 1);
				cells = [];
			} else if (name === 'c') {
				const reference = attributes['r'];
				cell = {
					column: reference === undefined ? cells.length : columnOfReference(reference),
					type: attributes['t'] ?? 'n',
					isDay: reading.dayStyles[Number(attributes['s'] ?? 0)] ?? false,
					text: ''
				};
			} else isValue = name === 'v' || name === 't';
		},
		end: (name) => {
			if (name === 'v' || name === 't') isValue = false;
			if (name === 'c' && cell) {
				place(cells, cell.column, cellText(cell, reading));
				cell = null;
			}
			if (name === 'row' && cells.some((text) => text !== '')) {
				if (rows.length > mostRows) throw new TooManyRows();
				rows.push({ line, cells });
			}
		},
		text: (characters) => {
			if (cell && isValue) cell.text = (cell.text + characters).slice(0, longestCell);
		}
	});
	return rows;
}

const wantedAlways = new Set([
	'xl/workbook.xml',
	'xl/_rels/workbook.xml.rels',
	'xl/sharedStrings.xml',
	'xl/styles.xml'
]);

function readPackage(bytes: Uint8Array): Result<SheetRow[], SheetRefusal> {
	const workbook = readWorkbook(unpack(bytes, (name) => wantedAlways.has(name) && name.includes('workbook')));
	if (!workbook) return refused('unreadable');
	const parts = unpack(bytes, (name) => wantedAlways.has(name) || name === workbook.sheet);
	const sheet = parts[workbook.sheet];
	if (!sheet) return refused('unreadable');
	const reading = {
		texts: readTexts(parts['xl/sharedStrings.xml']),
		dayStyles: readDayStyles(parts['xl/styles.xml']),
		is1904: workbook.is1904
	};
	return accepted(readRows(sheet, reading));
}

/** Reads the first sheet of an Excel file (.xlsx) that is shown. */
export function readXlsx(bytes: Uint8Array): Result<SheetRow[], SheetRefusal> {
	try {
		return readPackage(bytes);
	} catch (fault) {
		if (fault instanceof XlsxTooLarge) return refused('too-large');
		if (fault instanceof TooManyRows) return refused('too-many-rows');
		// Whatever else the unpacking or the XML finds wrong: a broken file, or another kind of file.
		return refused('unreadable');
	}
}
