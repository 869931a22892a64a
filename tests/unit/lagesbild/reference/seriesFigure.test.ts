import { describe, expect, it } from 'vitest';
import { buildLagesbild } from '#lib/lagesbild/buildLagesbild.ts';
import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import type { ReferenceInReport } from '#lib/lagesbild/reference/referenceInReport.ts';
import { lagesbildInput } from '../../../support/lagesbildInput.ts';
import { referenceAreas, referenceSeries } from '../../../support/referenceBuilder.ts';

function reportOf(reference: Partial<ReferenceInReport>): Lagesbild {
	const nothing: ReferenceInReport = { areas: referenceAreas, series: [], events: [], surveys: [] };
	return buildLagesbild(lagesbildInput([], { reference: { ...nothing, ...reference } }));
}

describe('the figure of a series', () => {
	const figureOf = (reference: Partial<ReferenceInReport>) =>
		reportOf(reference).figures.find(({ isOfOthers }) => isOfOthers);
	const yearly = referenceSeries([
		['9999 2021', '6'],
		['9999 2023', '9'],
		['9999 2024', '12'],
		['9991 2021', '5'],
		['9991 2023', '..'],
		['9991 2024', '10']
	]);

	it('is of the rates, before their table, with the years between that have no number', () => {
		// 6, 9 och 12 av 61 000 är 1,0, 1,5 och 2,0 per 10 000; 5 och 10 av 50 000 är 1,0 och 2,0.
		const figure = figureOf({ series: [yearly] });
		expect(figure).toEqual({
			id: 'figur-referens-serie-per-10000',
			title: 'Anmälda brott',
			alt: 'Linjer över tid, anmälda brott per 10\u00a0000 invånare. Sjövalla kommun: 2021 1,0, 2023 1,5, 2024 2,0. Bergåsa: 2021 1,0, 2024 2,0.',
			table: 'referens-serie-per-10000',
			kind: 'line',
			unit: 'anmälda brott per 10\u00a0000 invånare',
			decimals: 1,
			isOfOthers: true,
			categories: ['2021', '2022', '2023', '2024'],
			series: [
				{ name: 'Sjövalla kommun', values: [1, null, 1.5, 2] },
				{ name: 'Bergåsa', values: [1, null, null, 2] }
			]
		});
		const blocks = (
			reportOf({ series: [yearly] }).chapters.find(({ id }) => id === 'annan_information')?.sections ?? []
		).flatMap((section) => section.blocks);
		const names = blocks.flatMap((block) =>
			block.kind === 'figure' ? [block.figure] : block.kind === 'table' ? [block.table] : []
		);
		expect(names).toEqual(['referens-serie', 'figur-referens-serie-per-10000', 'referens-serie-per-10000']);
	});

	it('compares nobody by numbers that nothing is known to set against', () => {
		const areas = referenceAreas.map((area) => ({ ...area, population: null }));
		const figure = figureOf({ areas, series: [yearly] });
		expect([figure?.table, figure?.title, figure?.series]).toEqual([
			'referens-serie',
			'Anmälda brott: Sjövalla kommun',
			[{ name: 'Sjövalla kommun', values: [6, null, 9, 12] }]
		]);
	});

	it('is of shares as they are, with their decimals', () => {
		const shares = referenceSeries(
			[
				['9999 2023', '8,2'],
				['9999 2024', '9'],
				['9991 2024', '7,9']
			],
			{ kind: 'kvot', unit: 'procent' }
		);
		const figure = figureOf({ series: [shares] });
		expect([figure?.decimals, figure?.series]).toEqual([
			1,
			[
				{ name: 'Sjövalla kommun', values: [8.2, 9] },
				{ name: 'Bergåsa', values: [null, 7.9] }
			]
		]);
	});

	it('is not drawn of one number, of others alone, or of periods that are not alike', () => {
		const without = [
			[
				['9999 2024', '9'],
				['9991 2023', '5'],
				['9991 2024', '6']
			],
			[
				['9991 2023', '5'],
				['9991 2024', '6']
			],
			[
				['9999 2023', '5'],
				['9999 2024K1', '6']
			]
		] as const;
		expect(without.map((values) => figureOf({ series: [referenceSeries(values)] }))).toEqual([
			undefined,
			undefined,
			undefined
		]);
	});
});
