import { describe, expect, test } from 'vitest';
import { renderCsv } from '#lib/server/export/renderCsv.ts';
import { releasedTable, sampleLagesbild } from '../../support/sampleLagesbild.ts';

function csvOf(table: ReturnType<typeof releasedTable>): string {
	return Buffer.from(renderCsv(sampleLagesbild({ tables: [table] }))).toString('utf8');
}

const rule =
	'personer: minst 5, bedömningar: minst 5 svar från 3 verksamheter, andelar: underlag minst 10;2026-11-13\r\n';

describe('renderCsv', () => {
	test('gives one line for each cell with what is needed to read it alone', () => {
		const table = releasedTable({
			id: 'T1',
			title: 'Vuxna',
			base: '8 av 9 har svarat',
			columns: ['Summa', 'Minst–högst', 'Andel', 'Svar:text', 'Tom'],
			rows: [['Polisen', 1047, [11, 23], '65 %', 'Ja', '']]
		});
		expect(csvOf(table)).toBe(
			'\ufefftabell;rubrik;rad;kolumn;varde;lag;hog;text;markering;enhet;bas;omgang;regel;datum\r\n' +
				`T1;Vuxna;Polisen;Summa;1047;;;;;personer;8 av 9 har svarat;2026;${rule}` +
				`T1;Vuxna;Polisen;Minst–högst;;11;23;;;personer;8 av 9 har svarat;2026;${rule}` +
				`T1;Vuxna;Polisen;Andel;65;;;;;procent;8 av 9 har svarat;2026;${rule}` +
				`T1;Vuxna;Polisen;Svar;;;;Ja;;personer;8 av 9 har svarat;2026;${rule}`
		);
	});

	test('writes a hidden cell as its mark and no value', () => {
		const table = releasedTable({
			id: 'T1',
			title: 'Barn',
			base: 'b',
			columns: ['Antal'],
			rows: [['Skolan', null]]
		});
		expect(csvOf(table).split('\r\n')[1]).toBe(
			`T1;Barn;Skolan;Antal;;;;;.. visas inte;personer;b;2026;${rule.trimEnd()}`
		);
	});

	test.each(['=1+1', '+46', '-2', '@SUM(A1)', '＝1+1'])('keeps a spreadsheet from computing %s', (title) => {
		const table = releasedTable({ id: 'T1', title, base: 'b', columns: ['Antal'], rows: [['Rad', 7]] });
		expect(csvOf(table).split('\r\n')[1]).toBe(
			`T1;'${title};Rad;Antal;7;;;;;personer;b;2026;${rule.trimEnd()}`
		);
	});

	test('quotes separators and quotation marks, and keeps a text on its line', () => {
		const table = releasedTable({
			id: 'T1',
			title: 'Sagt: "ja"; sedan\r\nnej',
			base: 'b',
			columns: ['Antal'],
			rows: [['Rad', 7]]
		});
		expect(csvOf(table).split('\r\n')[1]).toBe(
			`T1;"Sagt: ""ja""; sedan nej";Rad;Antal;7;;;;;personer;b;2026;${rule.trimEnd()}`
		);
	});
});
