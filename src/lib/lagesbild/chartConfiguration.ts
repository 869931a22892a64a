import type {
	ChartConfiguration,
	ChartDataset,
	ChartOptions,
	ScaleOptionsByType,
	ScriptableLineSegmentContext
} from 'chart.js';
import { hiddenSymbol, hiddenWords } from '#lib/disclosure/tables/releasedTable.ts';
import { chartLayout, documentChartWidth, type ChartLayout } from './chartLayout.ts';
import { chartMarks } from './chartMarks.ts';
import { seriesColour, type ChartTheme } from './chartTheme.ts';
import { figureNumberText } from './figureNumberText.ts';
import type { Figure } from './lagesbild.ts';

type FigureChart = ChartConfiguration<'bar' | 'line', (number | [number, number] | null)[], string[]>;
type FigureDataset = ChartDataset<'bar' | 'line', (number | [number, number] | null)[]>;
type FigureOptions = ChartOptions<'bar' | 'line'>;
type FigurePlugins = NonNullable<FigureOptions['plugins']>;

/** A figure with what decides how it is drawn. */
interface Drawing {
	readonly figure: Figure;
	readonly theme: ChartTheme;
	readonly layout: ChartLayout;
}

const pointStyles = ['circle', 'rect', 'triangle', 'rectRot', 'crossRot', 'star'] as const;

function fontOf({ fontFamily, fontSize }: ChartTheme) {
	return { family: fontFamily, size: fontSize };
}

function subtitle(figure: Figure): string {
	const unit = figure.unit.charAt(0).toLocaleUpperCase('sv') + figure.unit.slice(1);
	const hasGaps = figure.series.some((series) => series.values.includes(null));
	if (figure.isOfOthers) return hasGaps ? `${unit}. Streckad linje: inget tal däremellan.` : unit;
	return hasGaps ? `${unit}. Streckad ruta med ${hiddenSymbol} betyder: ${hiddenWords}.` : unit;
}

/** The own kommun's line stands out from those it is compared with; a gap in time is bridged by dashes. */
function lineOfOthers(theme: ChartTheme, index: number) {
	const isOwn = index === 0;
	const colour = isOwn ? seriesColour(theme, 0).fill : theme.muted;
	return {
		borderColor: colour,
		// Open points: six lines in one colour are told apart by their forms.
		backgroundColor: isOwn ? colour : theme.surface,
		borderWidth: isOwn ? 3 : 1.25,
		pointBorderWidth: 1.5,
		pointRadius: isOwn ? 5 : 4.5,
		order: isOwn ? 0 : 1,
		spanGaps: true,
		segment: { borderDash: ({ p0, p1 }: ScriptableLineSegmentContext) => (p0.skip || p1.skip ? [5, 5] : []) }
	};
}

function datasetOf({ figure, theme, layout }: Drawing, index: number): FigureDataset {
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
		return figure.isOfOthers
			? { ...shared, ...lineOfOthers(theme, index) }
			: { ...shared, borderColor: fill, borderWidth: 2.5, pointRadius: 5, spanGaps: false };
	}
	return {
		...shared,
		stack: figure.kind === 'stacked-bar' ? 'values' : `series-${index}`,
		borderColor: theme.text,
		borderWidth: 0.75,
		borderSkipped: false,
		maxBarThickness: 46,
		categoryPercentage: layout.categoryShare,
		minBarLength: figure.kind === 'range' ? 6 : 0
	};
}

/** Has no values: it keeps the first place in each category free for the name, which `chartMarks` writes there. */
function namesDataset({ figure, layout }: Drawing): FigureDataset {
	return {
		label: '',
		data: figure.categories.map(() => null),
		stack: 'names',
		order: -1,
		categoryPercentage: layout.categoryShare
	};
}

function scales({ figure, theme, layout }: Drawing): NonNullable<FigureOptions['scales']> {
	const font = fontOf(theme);
	const stacked = figure.kind === 'stacked-bar';
	const category = {
		stacked,
		offset: true,
		grid: { display: false },
		border: { display: !layout.namesAbove, color: theme.muted },
		ticks: { display: !layout.namesAbove, color: theme.text, font, autoSkip: false, maxRotation: 55 }
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
			...(figure.decimals ? {} : { precision: 0 }),
			maxTicksLimit: 7,
			callback: (tick: number | string) => figureNumberText(figure, Number(tick))
		}
	} satisfies Partial<Record<keyof ScaleOptionsByType<'linear'>, unknown>>;
	return layout.isHorizontal ? { x: value, y: category } : { x: category, y: value };
}

function legend({ figure, theme }: Drawing): NonNullable<FigurePlugins['legend']> {
	return {
		display: figure.series.length > 1,
		position: 'top',
		align: 'start',
		labels: {
			color: theme.text,
			font: fontOf(theme),
			usePointStyle: figure.kind === 'line',
			boxWidth: 12,
			boxHeight: 10,
			padding: 14,
			filter: ({ text }) => text !== ''
		}
	};
}

function textPlugins(drawing: Drawing): FigurePlugins {
	const { figure, theme } = drawing;
	return {
		legend: legend(drawing),
		subtitle: {
			display: true,
			text: subtitle(figure),
			align: 'start',
			color: theme.muted,
			font: { ...fontOf(theme), weight: 'normal' },
			padding: { bottom: 8 }
		},
		tooltip: {
			callbacks: {
				title: (items) => figure.categories[items[0]?.dataIndex ?? -1] ?? ''
			}
		}
	};
}

/**
 * One figure as Chart.js draws it, on the page and in documents. A hidden value is null in the data: Chart.js draws
 * nothing there and `chartMarks` puts a hatched box of a fixed size, so that neither shape nor tooltip tells of it.
 */
export function chartConfiguration(
	figure: Figure,
	theme: ChartTheme,
	{
		animated = false,
		width = documentChartWidth
	}: { readonly animated?: boolean; readonly width?: number } = {}
): FigureChart {
	const layout = chartLayout(figure, theme, width);
	const drawing = { figure, theme, layout };
	const datasets = figure.series.map((_, index) => datasetOf(drawing, index));
	return {
		type: figure.kind === 'line' ? 'line' : 'bar',
		data: {
			labels: layout.names.map((lines) => [...lines]),
			// Last, so that the others keep the places of their series.
			datasets: layout.namesAbove ? [...datasets, namesDataset(drawing)] : datasets
		},
		options: {
			indexAxis: layout.isHorizontal ? 'y' : 'x',
			responsive: true,
			maintainAspectRatio: false,
			...(animated ? {} : { animation: false as const }),
			layout: { padding: { top: 4, right: layout.isHorizontal ? 48 : 24 } },
			locale: 'sv-SE',
			scales: scales(drawing),
			plugins: textPlugins(drawing)
		},
		plugins: [chartMarks(drawing)]
	};
}
