import { describe, expect, test } from 'vitest';
import type { Figure } from '#lib/lagesbild/lagesbild.ts';
import { chartConfiguration } from '#lib/lagesbild/chartConfiguration.ts';
import { printTheme } from '#lib/lagesbild/chartTheme.ts';
import { renderChartPng, renderChartSvg } from '#lib/server/export/renderChart.ts';
import { renderCouncilDocx } from '#lib/server/export/renderCouncilDocx.ts';
import { renderCsv } from '#lib/server/export/renderCsv.ts';
import { renderPdf } from '#lib/server/export/renderPdf.ts';
import { zipTexts } from '../../support/documentText.ts';
import { releasedTable, sampleLagesbild } from '../../support/sampleLagesbild.ts';

const secret = 48_731;

/** A cell as it might look had disclosure control left a trace in it: the renderers must not carry it on. */
function markedLagesbild() {
	const table = releasedTable({ id: 'T1', title: 'Barn', columns: ['A', 'B'], rows: [['Skolan', null, 12]] });
	const [row] = table.rows;
	const traced = { kind: 'hidden' as const, value: secret, low: secret, high: secret, text: String(secret) };
	return sampleLagesbild({
		tables: [
			{
				...table,
				rows: [{ id: 'r', title: row?.title ?? '', cells: [traced, { kind: 'number', value: 12 }] }]
			}
		],
		figures: [],
		summary: [],
		chapters: [
			{
				id: 'kartlaggning',
				title: 'K',
				sections: [{ id: 's', title: 'S', blocks: [{ kind: 'table', table: 'T1' }] }]
			}
		]
	});
}

const withoutSecret = sampleLagesbild({
	...markedLagesbild(),
	tables: [releasedTable({ id: 'T1', title: 'Barn', columns: ['A', 'B'], rows: [['Skolan', null, 12]] })]
});

function figure(kind: Figure['kind'], values: Figure['series'][number]['values']): Figure {
	return {
		id: 'f',
		title: 'F',
		alt: 'A',
		table: 'T1',
		kind,
		unit: 'personer',
		categories: ['Ett', 'Två', 'Tre'],
		series: [
			{ name: 'S1', values },
			{ name: 'S2', values: [5, 6, 7] }
		]
	};
}

describe('hidden values', { timeout: 60_000 }, () => {
	test('leave no trace in the table file', () => {
		expect(renderCsv(markedLagesbild())).toEqual(renderCsv(withoutSecret));
	});

	test('leave no trace in the PDF', async () => {
		expect(Buffer.from(await renderPdf(markedLagesbild())).equals(await renderPdf(withoutSecret))).toBe(true);
	});

	test('leave no trace in the Word document', async () => {
		const document = async (lagesbild: Parameters<typeof renderCouncilDocx>[0]) =>
			zipTexts(await renderCouncilDocx(lagesbild)).get('word/document.xml');
		expect(await document(markedLagesbild())).toBe(await document(withoutSecret));
	});

	test.each(['bar', 'horizontal-bar', 'stacked-bar', 'line'] as const)(
		'are no number in the data of a %s chart, and change no scale',
		(kind) => {
			const { data } = chartConfiguration(figure(kind, [9, null, 8]), printTheme);
			expect(data.datasets.map((dataset) => dataset.data)).toEqual([
				[9, null, 8],
				[5, 6, 7]
			]);
		}
	);

	test('are drawn as a mark that is explained under the title', () => {
		const words = chartWords(figure('bar', [9, null, 8]))
			.join(' ')
			.replace(/ +/gu, ' ');
		expect(words).toBe(
			'S1 S2 Personer. Streckad ruta med .. betyder: visas inte. Ett Två Tre 0 2 4 6 8 10 9 .. 8 5 6 7'
		);
	});

	test('have a mark in documents of each kind of chart', () => {
		const range = figure('range', [[5, 9], null, [6, 6]]);
		const marks = [
			figure('bar', [9, null, 8]),
			figure('stacked-bar', [9, null, 8]),
			figure('line', [9, null, 8]),
			range
		]
			.map(chartWords)
			.map((words) => words.filter((word) => word === '..').length);
		expect(marks).toEqual([2, 2, 2, 2]);
	});

	test('leave a picture for Word of the size that was asked for', () => {
		const png = renderChartPng(figure('bar', [9, null, 8]));
		expect([png.toString('latin1', 1, 4), png.readUInt32BE(16)]).toEqual(['PNG', 1280]);
	});
});

/** The words drawn in a chart: one `..` in the explanation and one at each hidden value. */
function chartWords(drawn: Figure): string[] {
	return [...renderChartSvg(drawn).matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, word = '']) => word);
}
