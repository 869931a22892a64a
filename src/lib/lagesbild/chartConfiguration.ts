import type { ChartConfiguration, ChartDataset, ScaleOptionsByType } from 'chart.js';
import { hiddenSymbol, hiddenWords } from '#lib/disclosure/releasedTable.ts';
import { chartMarks } from './chartMarks.ts';
import { seriesColour, type ChartTheme } from './chartTheme.ts';
import { numberText } from './cellText.ts';
import type { Figure } from './lagesbild.ts';

type FigureChart = ChartConfiguration<'bar' | 'line', (number | [number, number] | null)[], string[]>;
type FigureDataset = ChartDataset<'bar' | 'line', (number | [number, number] | null)[]>;

const pointStyles = ['circle', 'rect', 'triangle', 'rectRot', 'crossRot', 'star'] as const;
const labelWidth = 30;
const denseLabelWidth = 44;

/** Above this the names of standing bars collide. */
const standingCategories = 6;

/** Categories lie on the vertical axis where their names are long or many, or the value is a span. */
function isHorizontal({ kind, categories }: Figure): boolean {
	if (kind === 'stacked-bar') return categories.length > standingCategories;
	return kind === 'horizontal-bar' || kind === 'range';
}

/** Height in CSS pixels that gives each category room; the width follows the page. */
export function chartHeight(figure: Figure): number {
	if (!isHorizontal(figure)) return 320;
	if (figure.kind === 'stacked-bar') return 96 + figure.categories.length * 25;
	const barsInCategory = figure.series.length;
	return 96 + figure.categories.length * (16 + 24 * barsInCategory);
}

function nameWidth(figure: Figure): number {
	if (!isHorizontal(figure)) return 16;
	return figure.kind === 'stacked-bar' ? denseLabelWidth : labelWidth;
}

/** Breaks a category's name at spaces, so that Chart.js writes it on several lines. */
export function labelLines(text: string, width = labelWidth): string[] {
	const lines: string[] = [];
	for (const word of text.split(/\s+/u).filter(Boolean)) {
		const last = lines.at(-1);
		if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines.length > 0 ? lines : [''];
}

function hasHidden(figure: Figure): boolean {
	return figure.series.some((series) => series.values.includes(null));
}

function subtitle(figure: Figure): string {
	const unit = figure.unit.charAt(0).toLocaleUpperCase('sv') + figure.unit.slice(1);
	return hasHidden(figure) ? `${unit}. Streckad ruta med ${hiddenSymbol} betyder: ${hiddenWords}.` : unit;
}

function datasetOf(figure: Figure, index: number, theme: ChartTheme): FigureDataset {
	const series = figure.series[index];
	if (!series) throw new RangeError(`No series ${index} in figure ${figure.id}`);
	const { fill } = seriesColour(theme, index);
	const shared = {
		label: series.name,
		data: series.values.map((value) =>
			value === null || typeof value === 'number' ? value : ([...value] as [number, number])
		),
		backgroundColor: fill,
		pointStyle: pointStyles[index % pointStyles.length] ?? 'circle'
	};
	if (figure.kind === 'line') {
		return { ...shared, borderColor: fill, borderWidth: 2.5, pointRadius: 5, spanGaps: false };
	}
	return {
		...shared,
		borderColor: theme.text,
		borderWidth: 0.75,
		borderSkipped: false,
		maxBarThickness: 46,
		minBarLength: figure.kind === 'range' ? 6 : 0
	};
}

function scales(figure: Figure, theme: ChartTheme) {
	const font = { family: theme.fontFamily, size: theme.fontSize };
	const stacked = figure.kind === 'stacked-bar';
	const category = {
		stacked,
		offset: true,
		grid: { display: false },
		border: { color: theme.muted },
		ticks: { color: theme.text, font, autoSkip: false, maxRotation: 55 }
	};
	const value = {
		stacked,
		beginAtZero: true,
		grace: '12%',
		grid: { color: theme.grid, drawTicks: false },
		border: { display: false },
		ticks: {
			color: theme.muted,
			font,
			precision: 0,
			maxTicksLimit: 7,
			callback: (tick: number | string) => numberText(Number(tick))
		}
	} satisfies Partial<Record<keyof ScaleOptionsByType<'linear'>, unknown>>;
	return isHorizontal(figure) ? { x: value, y: category } : { x: category, y: value };
}

/**
 * One figure as Chart.js draws it, on the page and in documents. A hidden value is null in the data: Chart.js draws
 * nothing there and `chartMarks` puts a hatched box of a fixed size, so that neither shape nor tooltip tells of it.
 */
export function chartConfiguration(
	figure: Figure,
	theme: ChartTheme,
	{ animated = false }: { readonly animated?: boolean } = {}
): FigureChart {
	const font = { family: theme.fontFamily, size: theme.fontSize };
	const horizontal = isHorizontal(figure);
	return {
		type: figure.kind === 'line' ? 'line' : 'bar',
		data: {
			labels: figure.categories.map((category) => labelLines(category, nameWidth(figure))),
			datasets: figure.series.map((_, index) => datasetOf(figure, index, theme))
		},
		options: {
			indexAxis: horizontal ? 'y' : 'x',
			responsive: true,
			maintainAspectRatio: false,
			...(animated ? {} : { animation: false as const }),
			layout: { padding: { top: 4, right: horizontal ? 48 : 24 } },
			locale: 'sv-SE',
			scales: scales(figure, theme),
			plugins: {
				legend: {
					display: figure.series.length > 1,
					position: 'top',
					align: 'start',
					labels: {
						color: theme.text,
						font,
						usePointStyle: figure.kind === 'line',
						boxWidth: 12,
						boxHeight: 10,
						padding: 14
					}
				},
				subtitle: {
					display: true,
					text: subtitle(figure),
					align: 'start',
					color: theme.muted,
					font: { ...font, weight: 'normal' },
					padding: { bottom: 8 }
				},
				tooltip: {
					callbacks: {
						title: (items) => figure.categories[items[0]?.dataIndex ?? -1] ?? ''
					}
				}
			}
		},
		plugins: [chartMarks(figure, theme)]
	};
}
