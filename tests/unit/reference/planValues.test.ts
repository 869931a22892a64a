import { describe, expect, it, test } from 'vitest';
import type { FileRow } from '#lib/reference/fileRow.ts';
import { planValues, type Register } from '#lib/reference/planValues.ts';
import { readReferenceNumber } from '#lib/reference/referenceNumber.ts';
import { sheetRows } from '#lib/reference/sheetRows.ts';
import { readSheet } from '#lib/server/spreadsheets/readSheet.ts';
import { refused } from '#lib/shared/result.ts';
import { period } from '../../support/referenceBuilder.ts';

const register: Register = {
	own: '9999',
	areas: [
		{ code: '9999', name: 'Sjövalla kommun', population: 61_000 },
		{ code: '9991', name: 'Bergåsa', population: null },
		{ code: '0000', name: 'Riket', population: null }
	],
	held: [
		{ area: '9999', period: period('2024'), reading: { kind: 'number', value: 10 } },
		{ area: '9991', period: period('2024'), reading: { kind: 'number', value: 7 } }
	]
};

const rowsOf = (csv: string | Uint8Array) => {
	const sheet = readSheet(typeof csv === 'string' ? new TextEncoder().encode(csv) : csv);
	if (!sheet.ok) throw new Error(sheet.refusal);
	return sheetRows(sheet.value);
};

function fates(csv: string | Uint8Array): string[] {
	const rows = rowsOf(csv);
	if (!rows.ok) throw new Error(rows.refusal);
	return planValues(rows.value, register).rows.map(({ line, area, period, value, fate, from, message }) =>
		[line, area, period, value, fate, from, message].filter((text) => text !== '').join(' | ')
	);
}

describe('each value of a file has its fate', () => {
	it('in the long form', () => {
		expect(
			fates(
				[
					'Kommunkod;Kommun;Period;Värde',
					'9999;Sjövalla;2024;10',
					'9999;Sjövalla;2025;12,5',
					'9991;Bergåsa;2024;8',
					';Bergåsa kommun;2025;..',
					'00;Riket;2025;1 234',
					'1480;Göteborg;2025;44',
					'9999;Sjövalla;i fjol;3',
					'9999;Sjövalla;2023;många',
					'9999;Sjövalla;2025;13'
				].join('\r\n')
			)
		).toEqual([
			'2 | Sjövalla kommun | 2024 | 10 | unchanged',
			'3 | Sjövalla kommun | 2025 | 12,5 | new',
			'4 | Bergåsa | 2024 | 8 | changed | 7',
			'5 | Bergåsa | 2025 | saknas | new',
			'6 | Riket | 2025 | 1\u00a0234 | new',
			'7 | 1480 Göteborg | 2025 | 44 | passed',
			'8 | Sjövalla kommun | i fjol | 3 | refused | ”i fjol” är ingen period',
			'9 | Sjövalla kommun | 2023 | många | refused | ”många” är inget tal',
			'10 | Sjövalla kommun | 2025 | 13 | refused | Samma kommun och period står med annat värde på rad 3'
		]);
	});

	it('in the wide form, under a title, with a byte order mark', () => {
		expect(
			fates(
				'\ufeffAnmälda brott;;\nKälla: påhittad;;\nKommun;2024;2025\n9991 Bergåsa;7;-\n;;\nSjövallas kommun;11;12'
			)
		).toEqual([
			'4 | Bergåsa | 2024 | 7 | unchanged',
			'4 | Bergåsa | 2025 | – | new',
			'6 | Sjövalla kommun | 2024 | 11 | changed | 10',
			'6 | Sjövalla kommun | 2025 | 12 | new'
		]);
	});

	it('without a column of kommun it is the own one, in the file that Excel saves in Sweden', () => {
		const bytes = Buffer.from('År;Värde\r\n2025;3', 'latin1');
		expect(fates(bytes)).toEqual(['2 | Sjövalla kommun | 2025 | 3 | new']);
	});
});

test.each([
	['no headings', 'ett;två\n1;2', 'no-headings'],
	['nothing but headings', 'Kommun;Period;Värde\n;;', 'no-rows'],
	[
		'more values than statistics of a few kommuner have',
		`Kommun;${Array.from({ length: 30 }, (_, place) => String(1990 + place)).join(';')}\n${'Bergåsa;1\n'.repeat(4000)}`,
		'too-many-values'
	]
])('a table with %s is refused', (_, csv, refusal) => {
	expect(rowsOf(csv)).toEqual(refused(refusal));
});

test('what is written stands in the plan, and a row that is repeated is not written twice', () => {
	const row: FileRow = {
		line: 1,
		area: { code: '9999', name: '' },
		period: '2025',
		reading: readReferenceNumber('5'),
		written: '5'
	};
	const plan = planValues([row, { ...row, line: 2 }], register);
	expect(plan.rows.map(({ write }) => write)).toEqual([
		{ area: '9999', period: '2025', reading: { kind: 'number', value: 5 } },
		null
	]);
	expect(plan.counts).toEqual({ new: 1, changed: 0, unchanged: 1, passed: 0, refused: 0 });
});
