import { describe, expect, test } from 'vitest';
import { chartLayout, labelLines } from '#lib/lagesbild/chartLayout.ts';
import { lightTheme, printTheme } from '#lib/lagesbild/chartTheme.ts';
import type { Figure } from '#lib/lagesbild/lagesbild.ts';
import { sampleFigures } from '../../support/sampleLagesbildTexts.ts';

const longName = 'Sexuella handlingar på distans (webbkamera, prenumerationsplattform)';

function barFigure(categories: readonly string[], series = 1): Figure {
	return {
		id: 'figur',
		title: 'Former',
		alt: '',
		table: 'former',
		kind: 'horizontal-bar',
		unit: 'enheter',
		categories,
		series: Array.from({ length: series }, (_, index) => ({
			name: `Sektor ${index}`,
			values: categories.map(() => 1)
		}))
	};
}

describe('labelLines', () => {
	test('breaks a long name at spaces and keeps a long word whole', () => {
		expect(labelLines('Personen vill inte ha kontakt med myndigheter', 20)).toEqual([
			'Personen vill inte',
			'ha kontakt med',
			'myndigheter'
		]);
		expect(labelLines('Samverkansöverenskommelser', 10)).toEqual(['Samverkansöverenskommelser']);
		expect(labelLines('  ', 20)).toEqual(['']);
	});
});

describe('chartLayout', () => {
	test('grows with its categories when it lies down, and not when it stands', () => {
		expect(sampleFigures.map((figure) => chartLayout(figure, printTheme).height)).toEqual([
			236, 320, 320, 320, 236
		]);
	});

	test('writes names beside the bars where at least half of the width is left for the bars', () => {
		const layout = chartLayout(barFigure([longName, 'Hotell']), lightTheme, 640);
		expect(layout.namesAbove).toBe(false);
		expect(layout.names).toEqual([
			['Sexuella handlingar på distans', '(webbkamera, prenumerationsplattform)'],
			['Hotell']
		]);
	});

	test('writes each name above its bars on a phone, in the whole width', () => {
		const layout = chartLayout(barFigure([longName, 'Hotell']), lightTheme, 328);
		expect(layout.namesAbove).toBe(true);
		expect(layout.names).toEqual([
			['Sexuella handlingar på distans (webbkamera,', 'prenumerationsplattform)'],
			['Hotell']
		]);
	});

	test.each([328, 480, 640, 720])('leaves room for every line of a name between bars, at %i px', (width) => {
		for (const series of [1, 2, 3]) {
			const figure = barFigure([longName, longName, 'Hotell'], series);
			const { names, namesAbove, height, categoryShare } = chartLayout(figure, lightTheme, width);
			const room = (height - 96) / figure.categories.length;
			const lines = Math.max(...names.map((each) => each.length));
			const place = (room * categoryShare) / (series + 1);
			const free = namesAbove ? room * (1 - categoryShare) + place : room;
			expect(free).toBeGreaterThanOrEqual(lines * 17);
		}
	});

	test('is lower where a name of two lines stands between names of one', () => {
		const between = chartLayout(barFigure(['Hotell', longName, 'Bostad', 'Annan']), printTheme);
		const beside = chartLayout(barFigure([longName, longName, 'Bostad', 'Annan']), printTheme);
		expect([between.height, beside.height]).toEqual([96 + 4 * 28.5, 96 + 4 * 37]);
	});
});
