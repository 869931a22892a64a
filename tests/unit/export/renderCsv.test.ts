import { describe, expect, test } from 'vitest';
import { renderCsv } from '#lib/server/export/renderCsv.ts';
import { releasedTable, sampleLagesbild } from '../../support/sampleLagesbild.ts';

/** The file's lines after the heading and what it says of itself. */
function cellLines(table: ReturnType<typeof releasedTable>): string[] {
	const csv = Buffer.from(renderCsv(sampleLagesbild({ tables: [table] }))).toString('utf8');
	return csv
		.split('\r\n')
		.slice(1, -1)
		.filter((line) => !line.startsWith('om-filen;'));
}

const rule = 'P5-B5/3-A10;2026-11-13';

describe('renderCsv', () => {
	test('begins with the names of the columns and what holds for the whole file, in the same columns', () => {
		const lagesbild = sampleLagesbild({ tables: [] });
		const about = (fact: string, text: string) =>
			`om-filen;${lagesbild.title};${fact};Förklaring;;;;${text};;;31 av 35 enheter svarade;2026;${rule}`;
		const lines = Buffer.from(renderCsv(lagesbild)).toString('utf8').split('\r\n');
		expect(lines).toEqual([
			'\ufefftabell;rubrik;rad;kolumn;varde;lag;hog;text;markering;enhet;bas;omgang;regel;datum',
			about('Period', '2025-10-01–2026-09-30'),
			about('Version', '1'),
			about(
				'Regel P5-B5/3-A10',
				'P: antal personer visas när de är noll eller minst 5. B: bedömningar visas när minst 5 svar från minst 3 verksamheter ligger bakom. A: andelar visas när underlaget är minst 10. Enheters svar visas inte när de säger något om få personer'
			),
			about(
				'Markering .. visas inte',
				'.. betyder att uppgiften inte visas, för att ingen enskild ska kunna pekas ut. Det säger inget om hur stort talet är.'
			),
			about('Så läses talen', lagesbild.reading),
			about('Försiktighet', lagesbild.caution),
			''
		]);
	});

	test('gives one line for each cell with what is needed to read it alone', () => {
		const table = releasedTable({
			id: 'T1',
			title: 'Vuxna',
			base: '8 av 9 har svarat',
			columns: ['Summa', 'Minst–högst', 'Andel', 'Svar:text', 'Tom'],
			rows: [['Polisen', 1047, [11, 23], '65 %', 'Ja', '']]
		});
		expect(cellLines(table)).toEqual([
			`T1;Vuxna;Polisen;Summa;1047;;;;;personer;8 av 9 har svarat;2026;${rule}`,
			`T1;Vuxna;Polisen;Minst–högst;;11;23;;;personer;8 av 9 har svarat;2026;${rule}`,
			`T1;Vuxna;Polisen;Andel;65;;;;;procent;8 av 9 har svarat;2026;${rule}`,
			`T1;Vuxna;Polisen;Svar;;;;Ja;;personer;8 av 9 har svarat;2026;${rule}`
		]);
	});

	test('writes a hidden cell as its mark and no value', () => {
		const table = releasedTable({
			id: 'T1',
			title: 'Barn',
			base: 'b',
			columns: ['Antal'],
			rows: [['Skolan', null]]
		});
		expect(cellLines(table)).toEqual([`T1;Barn;Skolan;Antal;;;;;.. visas inte;personer;b;2026;${rule}`]);
	});

	test.each(['=1+1', '+46', '-2', '@SUM(A1)', '＝1+1'])('keeps a spreadsheet from computing %s', (title) => {
		const table = releasedTable({ id: 'T1', title, base: 'b', columns: ['Antal'], rows: [['Rad', 7]] });
		expect(cellLines(table)).toEqual([`T1;'${title};Rad;Antal;7;;;;;personer;b;2026;${rule}`]);
	});

	test('quotes separators and quotation marks, and keeps a text on its line', () => {
		const table = releasedTable({
			id: 'T1',
			title: 'Sagt: "ja"; sedan\r\nnej',
			base: 'b',
			columns: ['Antal'],
			rows: [['Rad', 7]]
		});
		expect(cellLines(table)).toEqual([
			`T1;"Sagt: ""ja""; sedan nej";Rad;Antal;7;;;;;personer;b;2026;${rule}`
		]);
	});
});
