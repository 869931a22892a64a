import { describe, expect, it } from 'vitest';
import { typedDay } from '#lib/organisations/register/readCells.ts';
import { fileRows } from '#lib/organisations/register/fileRows.ts';
import { readSheet } from '#lib/server/spreadsheets/readSheet.ts';
import { writeCsv } from '#lib/server/spreadsheets/writeCsv.ts';
import { writeXlsx } from '#lib/server/spreadsheets/writeXlsx.ts';
import { withStatedSize, xlsxOf } from '../../support/xlsxFile.ts';

const read = (bytes: Uint8Array) => {
	const sheet = readSheet(bytes);
	return sheet.ok ? sheet.value.map(({ line, cells }) => [line, ...cells]) : sheet.refusal;
};
const text = (content: string) => read(new TextEncoder().encode(content));

describe('a CSV file', () => {
	it.each([
		['semicolons', 'Organisation;Ort\r\nÅhus;"a;b"\r\n'],
		['commas', 'Organisation,Ort\nÅhus,"a;b"\n'],
		['tabs', 'Organisation\tOrt\nÅhus\t"a;b"'],
		['a byte order mark', '\ufeffOrganisation;Ort\nÅhus;"a;b"\n'],
		['a semicolon in a quoted heading', '"Organisation","Ort"\nÅhus,"a;b"\n']
	])('is read with %s', (_, content) => {
		expect(text(content)).toEqual([
			[1, 'Organisation', 'Ort'],
			[2, 'Åhus', 'a;b']
		]);
	});

	it('is read as Excel saves it in Sweden: Windows-1252', () => {
		const bytes = Uint8Array.from('Organisation;Ort\r\n\u00c5hus;\u00e4\u00f6\r\n', (character) =>
			character.charCodeAt(0)
		);
		expect(read(bytes)).toEqual([
			[1, 'Organisation', 'Ort'],
			[2, 'Åhus', 'äö']
		]);
	});

	it('is read in UTF-16, and with the line that names the separator', () => {
		const units = Array.from('\ufeffsep=,\r\nOrganisation,Ort\r\nÅhus,x\r\n', (character) => {
			const code = character.charCodeAt(0);
			return [code & 255, code >> 8];
		}).flat();
		expect(read(Uint8Array.from(units))).toEqual([
			[2, 'Organisation', 'Ort'],
			[3, 'Åhus', 'x']
		]);
	});

	it('has line breaks within quotation marks, and its lines are counted as an editor counts them', () => {
		expect(text('A;B\n"ett\ntvå";x\n"tre ""tre""";y\n')).toEqual([
			[1, 'A', 'B'],
			[2, 'ett\ntvå', 'x'],
			[4, 'tre "tre"', 'y']
		]);
	});

	it.each([
		['a picture', '\u0089PNG\r\n\u0000\u0000'],
		['a quotation mark that never ends', `A;B\n"${'x'.repeat(1_000_000)}`]
	])('is not %s', (_, content) => {
		expect(text(content)).toBe('unreadable');
	});

	it('has at most 20 000 rows', () => {
		expect(text(`A\n${'x\n'.repeat(20_001)}`)).toBe('too-many-rows');
	});
});

describe('an Excel file', () => {
	it('is read from the first sheet that is shown: texts in parts, numbers, formulas’ values, yes and no, empty places', () => {
		const rows =
			'<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Ort</t></is></c></row>' +
			'<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><f>1+1</f><v>2</v></c><c r="C3" t="str"><f>A1</f><v>x&amp;y</v></c><c r="D3" t="b"><v>1</v></c><c r="E3" t="e"><v>#N/A</v></c></row>';
		expect(read(xlsxOf(rows))).toEqual([
			[1, 'Organisation', '', 'Ort'],
			[3, 'Skolan', '2', 'x&y', 'Ja', '#N/A']
		]);
	});

	it('has days as numbers, in English and Swedish formats; other numbers are numbers', () => {
		const rows =
			'<row r="1"><c r="A1" s="1"><v>46053</v></c><c r="B1" s="2"><v>46053.75</v></c><c r="C1" s="3"><v>46053</v></c><c r="D1"><v>46053</v></c></row>';
		expect(read(xlsxOf(rows))).toEqual([[1, '2026-01-31', '2026-01-31', '46053', '46053']]);
	});

	it('counts days from 1904 when it says so', () => {
		const workbook =
			'<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet r:id="rId1"/></sheets></workbook>';
		const rows = '<row r="1"><c r="A1" s="1"><v>44591</v></c></row>';
		expect(read(xlsxOf(rows, { 'xl/workbook.xml': workbook }))).toEqual([[1, '2026-01-31']]);
	});

	it('that unpacks to more than any register is refused before it is unpacked', () => {
		expect(read(withStatedSize(xlsxOf(''), 'xl/sharedStrings.xml', 100 * 1024 * 1024))).toBe('too-large');
	});

	it('that states less than it holds is cut there, and is then no Excel file', () => {
		const bytes = xlsxOf(`<row r="1"><c r="A1"><v>${'1'.repeat(5000)}</v></c></row>`);
		expect(read(withStatedSize(bytes, 'xl/worksheets/sheet1.xml', 100))).toBe('unreadable');
	});

	it.each([
		['entities that grow', '<!DOCTYPE a [<!ENTITY b "x">]><row r="1"><c t="str"><v>&b;</v></c></row>'],
		['no XML', '<row r="1"><c></row>']
	])('with %s is refused', (_, rows) => {
		expect(read(xlsxOf(rows))).toBe('unreadable');
	});

	it('of before 2007, or with a password, is named as such; another archive is no Excel file', () => {
		expect(read(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toBe('old-excel');
		expect(read(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))).toBe('unreadable');
	});
});

describe('what is written', () => {
	const cells = ['=1+1', '+46 70', '-5', '@x', "'=y", "O'Brien", 'a;b', 'rad\nrad', '  x ', '"', '＝x'];

	it('is read back as it was, from CSV and from XLSX', () => {
		const row = [[1, ...cells]];
		expect([read(writeCsv([cells])), read(writeXlsx('Blad', [cells]))]).toEqual([row, row]);
	});

	it('is no formula for a spreadsheet', () => {
		const lines = new TextDecoder().decode(writeCsv(cells.slice(0, 5).map((cell) => [cell])));
		expect(lines.trim().split('\r\n')).toEqual(["'=1+1", "'+46 70", "'-5", "'@x", "''=y"]);
		expect(new TextDecoder('latin1').decode(writeXlsx('Blad', [cells]))).not.toContain('<f>');
	});
});

describe('a day in a cell', () => {
	it.each([
		['2026-01-31', '2026-01-31'],
		['20260131', '2026-01-31'],
		['2026/1/31', '2026-01-31'],
		['2026-01-31 00:00:00', '2026-01-31'],
		['46053', '2026-01-31'],
		['2026-02-30', null],
		['31 januari', null],
		['2026-0131', null],
		['99999', null]
	])('%s', (written, day) => {
		expect(typedDay(written)).toBe(day);
	});
});

describe('the headings', () => {
	const rowsOf = (...lines: string[][]) =>
		fileRows(lines.map((cells, place) => ({ line: place + 1, cells })));

	it('stand in any order, under other words, below a title; what is unknown is named', () => {
		expect(
			rowsOf(['Vårt register'], ['Epost', 'Lön', 'ORGANISATION '], ['a@b', '1', 'X'], ['', '', ''])
		).toEqual({
			ok: true,
			value: { rows: [{ line: 3, cells: { email: 'a@b', organisation: 'X' } }], unread: ['Lön'] }
		});
	});

	it('must be there, and rows under them', () => {
		expect([rowsOf(['a', 'b']), rowsOf(['Organisation'])]).toEqual([
			{ ok: false, refusal: 'no-headings' },
			{ ok: false, refusal: 'no-rows' }
		]);
	});
});
