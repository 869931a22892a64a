import { describe, expect, test } from 'vitest';
import { cellText } from '#lib/lagesbild/cellText.ts';
import { chartConfiguration } from '#lib/lagesbild/chartConfiguration.ts';
import { darkTheme, lightTheme, type ChartTheme } from '#lib/lagesbild/chartTheme.ts';
import { sampleFigures } from '../../support/sampleLagesbildTexts.ts';

describe('cellText', () => {
	test.each([
		[{ kind: 'number', value: 1047 }, '1\u00a0047'],
		[{ kind: 'interval', low: 11, high: 23 }, '11–23'],
		[{ kind: 'interval', low: 9, high: 9 }, '9'],
		[{ kind: 'share', value: 65 }, '65\u00a0%'],
		[{ kind: 'text', text: 'Ja' }, 'Ja'],
		[{ kind: 'hidden' }, '..'],
		[{ kind: 'empty' }, '']
	] as const)('writes %j as %j', (cell, text) => {
		expect(cellText(cell)).toBe(text);
	});
});

describe('chartConfiguration', () => {
	test('moves nothing unless movement is asked for', () => {
		const figure = sampleFigures[0];
		if (!figure) throw new Error('The sample has no figure');
		expect(chartConfiguration(figure, lightTheme).options?.animation).toBe(false);
		expect(chartConfiguration(figure, lightTheme, { animated: true }).options?.animation).toBeUndefined();
	});

	test('lies down for spans and long names, and stands otherwise', () => {
		const axes = sampleFigures.map((figure) => [
			figure.kind,
			chartConfiguration(figure, lightTheme).options?.indexAxis
		]);
		expect(axes).toEqual([
			['range', 'y'],
			['bar', 'x'],
			['line', 'x'],
			['stacked-bar', 'x'],
			['horizontal-bar', 'y']
		]);
	});

	test('keeps the first place of each category for its name when names stand above, and shows no key to it', () => {
		const figure = sampleFigures.find(({ kind }) => kind === 'horizontal-bar');
		if (!figure) throw new Error('The sample has no such figure');
		const beside = chartConfiguration(figure, lightTheme, { width: 640 });
		const above = chartConfiguration(figure, lightTheme, { width: 328 });
		expect(beside.data.datasets.map(({ label }) => label)).toEqual(figure.series.map(({ name }) => name));
		expect(above.data.datasets.map(({ label }) => label)).toEqual([
			...figure.series.map(({ name }) => name),
			''
		]);
		const [names] = above.data.datasets.slice(-1);
		expect(names?.order).toBe(-1);
		expect(names?.data.every((value) => value === null)).toBe(true);
	});
});

describe('a line of others’ numbers', () => {
	const figure = {
		...sampleFigures.find(({ kind }) => kind === 'line')!,
		isOfOthers: true,
		decimals: 1
	} as const;
	const { data, options } = chartConfiguration(figure, lightTheme);

	test('stands out where it is the own kommun’s, and is told from the others by form where it is not', () => {
		const widths = data.datasets.map(({ borderWidth }) => borderWidth);
		expect(widths).toEqual([3, 1.25, 1.25]);
		expect(new Set(data.datasets.map(({ pointStyle }) => pointStyle)).size).toBe(3);
	});

	test('has gaps that are no hidden numbers, and says so', () => {
		expect(options?.plugins?.subtitle?.text).toBe('Brott. Streckad linje: inget tal däremellan.');
	});
});

/** Relative luminance and contrast by WCAG 2.2. */
function luminance(colour: string): number {
	const [red, green, blue] = [1, 3, 5].map((at) => {
		const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
		return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
	const [low, high] = [luminance(one), luminance(other)].toSorted((left, right) => left - right) as [
		number,
		number
	];
	return (high + 0.05) / (low + 0.05);
}

describe.each([
	['light', lightTheme],
	['dark', darkTheme]
] satisfies [string, ChartTheme][])('the %s palette', (_, theme) => {
	test('has text that can be read on the page and on each colour (WCAG 1.4.3)', () => {
		const ratios = [
			contrast(theme.text, theme.surface),
			contrast(theme.muted, theme.surface),
			...theme.palette.map(({ fill, ink }) => contrast(fill, ink))
		];
		expect(ratios.filter((ratio) => ratio < 4.5)).toEqual([]);
	});

	test('tells neighbouring series apart without hue', () => {
		const { palette } = theme;
		const steps = palette.slice(1).map(({ fill }, index) => contrast(fill, palette[index]?.fill ?? fill));
		expect(steps.filter((step) => step < 1.4)).toEqual([]);
	});
});
