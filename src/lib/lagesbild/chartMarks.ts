import type { Chart, Plugin } from 'chart.js';
import { hiddenSymbol } from '#lib/disclosure/tables/releasedTable.ts';
import { numberText } from '#lib/shared/numberText.ts';
import { intervalText, shareText } from './cellText.ts';
import type { ChartLayout } from './chartLayout.ts';
import { figureNumberText } from './figureNumberText.ts';
import { seriesColour, type ChartTheme } from './chartTheme.ts';
import type { Figure } from './lagesbild.ts';

/** The same for every hidden value: its size must say nothing. */
const hiddenBox = { length: 30, thickness: 18 } as const;
const hatchStep = 5;

interface Mark {
	readonly figure: Figure;
	readonly theme: ChartTheme;
	readonly context: CanvasRenderingContext2D;
	readonly chart: Chart;
	readonly seriesIndex: number;
	readonly index: number;
}

interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

interface BarShape {
	readonly x: number;
	readonly y: number;
	readonly base: number;
	readonly width: number;
	readonly height: number;
}

type FigureValue = Figure['series'][number]['values'][number];

function isHorizontalChart(chart: Chart): boolean {
	return chart.options.indexAxis === 'y';
}

function valueText(figure: Figure, value: Exclude<FigureValue, null>): string {
	if (typeof value !== 'number') return intervalText(value[0], value[1]);
	if (figure.isOfOthers) return figureNumberText(figure, value);
	return /^(procent|%|andel)/u.test(figure.unit) ? shareText(value) : numberText(value);
}

/** Hatching as plain lines: canvas patterns would be turned into pixels in a vector document. */
function drawHatch({ context, theme }: Mark, box: Box, colour = theme.muted): void {
	context.save();
	context.fillStyle = theme.surface;
	context.fillRect(box.x, box.y, box.width, box.height);
	context.strokeStyle = colour;
	context.lineWidth = 1;
	context.strokeRect(box.x, box.y, box.width, box.height);
	context.beginPath();
	for (let offset = hatchStep; offset < box.width + box.height; offset += hatchStep) {
		const left = Math.max(0, offset - box.height);
		const right = Math.min(box.width, offset);
		context.moveTo(box.x + left, box.y + Math.min(offset, box.height));
		context.lineTo(box.x + right, box.y + Math.max(0, offset - box.width));
	}
	context.stroke();
	context.restore();
}

function write(
	mark: Mark,
	text: string,
	at: { x: number; y: number; align: CanvasTextAlign; ink: string }
): void {
	const { context, theme } = mark;
	context.save();
	context.font = `${theme.fontSize}px ${theme.fontFamily}`;
	context.fillStyle = at.ink;
	context.textAlign = at.align;
	context.textBaseline = 'middle';
	context.fillText(text, at.x, at.y);
	context.restore();
}

function shapeAt(mark: Mark): BarShape {
	return mark.chart.getDatasetMeta(mark.seriesIndex).data[mark.index] as unknown as BarShape;
}

/** How far the drawn values of a category reach: a hidden part of a stack is marked after the last shown one. */
function reachOf(mark: Mark): number {
	const horizontal = isHorizontalChart(mark.chart);
	const shape = shapeAt(mark);
	if (mark.figure.kind !== 'stacked-bar') return shape.base;
	const ends = mark.figure.series.map((_, seriesIndex) => {
		const other = shapeAt({ ...mark, seriesIndex });
		return horizontal ? other.x : other.y;
	});
	return horizontal ? Math.max(shape.base, ...ends) : Math.min(shape.base, ...ends);
}

function drawHiddenBar(mark: Mark): void {
	const { theme } = mark;
	const shape = shapeAt(mark);
	const { length, thickness } = hiddenBox;
	const reach = reachOf(mark);
	if (isHorizontalChart(mark.chart)) {
		drawHatch(mark, { x: reach + 2, y: shape.y - thickness / 2, width: length, height: thickness });
		write(mark, hiddenSymbol, { x: reach + length + 8, y: shape.y, align: 'left', ink: theme.text });
		return;
	}
	drawHatch(mark, { x: shape.x - thickness / 2, y: reach - length - 2, width: thickness, height: length });
	write(mark, hiddenSymbol, { x: shape.x, y: reach - length - 12, align: 'center', ink: theme.text });
}

/** A line has a gap; the boxes of several hidden series stand beside one another on the axis. */
function drawHiddenPoint(mark: Mark): void {
	const { chart, theme, figure, index, seriesIndex } = mark;
	const hiddenHere = figure.series.flatMap((series, at) => (series.values[index] === null ? [at] : []));
	const { length, thickness } = hiddenBox;
	// To the right of the category, clear of the points that are shown there.
	const x = shapeAt(mark).x + 28 + hiddenHere.indexOf(seriesIndex) * (thickness + 8);
	const top = chart.chartArea.bottom - length;
	const { fill } = seriesColour(theme, seriesIndex);
	drawHatch(mark, { x: x - thickness / 2, y: top, width: thickness, height: length }, fill);
	write(mark, hiddenSymbol, { x, y: top - 9, align: 'center', ink: theme.text });
}

/** Above the point, or below it when the value of the point just above would be written over. */
function pointLabelY(mark: Mark): number {
	const y = shapeAt(mark).y;
	const above = mark.figure.series.some((series, seriesIndex) => {
		if (seriesIndex === mark.seriesIndex || series.values[mark.index] === null) return false;
		const distance = y - shapeAt({ ...mark, seriesIndex }).y;
		return (
			distance >= 0 && distance < 2 * mark.theme.fontSize && (distance > 0 || seriesIndex < mark.seriesIndex)
		);
	});
	return above ? y + mark.theme.fontSize + 2 : y - mark.theme.fontSize;
}

function drawStackedValue(mark: Mark, text: string): void {
	const shape = shapeAt(mark);
	const size = isHorizontalChart(mark.chart) ? shape.width : shape.height;
	if (size < mark.theme.fontSize - 2) return;
	const middle = isHorizontalChart(mark.chart)
		? { x: (shape.x + shape.base) / 2, y: shape.y }
		: { x: shape.x, y: (shape.y + shape.base) / 2 };
	write(mark, text, { ...middle, align: 'center', ink: seriesColour(mark.theme, mark.seriesIndex).ink });
}

function drawValue(mark: Mark, value: Exclude<FigureValue, null>): void {
	const text = valueText(mark.figure, value);
	const shape = shapeAt(mark);
	const ink = mark.theme.text;
	if (mark.figure.kind === 'stacked-bar') {
		if (value !== 0) drawStackedValue(mark, text);
	} else if (isHorizontalChart(mark.chart)) {
		const end = Math.max(shape.x, shape.base);
		write(mark, text, { x: end + 6, y: shape.y, align: 'left', ink });
	} else {
		const y = mark.figure.kind === 'line' ? pointLabelY(mark) : shape.y - 10;
		write(mark, text, { x: shape.x, y, align: 'center', ink });
	}
}

/** Above the bars of each category, upwards from the place that the last dataset keeps free. */
function writeNames(chart: Chart, { layout, theme }: { layout: ChartLayout; theme: ChartTheme }): void {
	const places = chart.getDatasetMeta(chart.data.datasets.length - 1).data as unknown as readonly BarShape[];
	const context = chart.ctx;
	context.save();
	context.font = `${theme.fontSize}px ${theme.fontFamily}`;
	context.fillStyle = theme.text;
	context.textAlign = 'left';
	context.textBaseline = 'middle';
	for (const [index, lines] of layout.names.entries()) {
		for (const [line, text] of lines.entries()) {
			const y = (places[index]?.y ?? 0) - (lines.length - 1 - line) * theme.fontSize * 1.2;
			context.fillText(text, chart.chartArea.left, y);
		}
	}
	context.restore();
}

interface Drawn {
	readonly figure: Figure;
	readonly theme: ChartTheme;
	readonly layout: ChartLayout;
}

/** Above the point or below it, where the others' points are farther away; undefined where one would be covered. */
function freerLabelY(mark: Mark): number | undefined {
	const { figure, index, seriesIndex, theme } = mark;
	const { y } = shapeAt(mark);
	const others = figure.series.flatMap(({ values }, other) =>
		other === seriesIndex || values[index] === null ? [] : [shapeAt({ ...mark, seriesIndex: other }).y - y]
	);
	const roomAbove = Math.min(Infinity, ...others.filter((step) => step <= 0).map(Math.abs));
	const roomBelow = Math.min(Infinity, ...others.filter((step) => step >= 0));
	if (Math.max(roomAbove, roomBelow) < 1.8 * theme.fontSize) return undefined;
	return roomBelow > roomAbove ? y + theme.fontSize + 2 : y - theme.fontSize;
}

/** The own kommun's number, clear of the lines behind it. */
function drawOwnValue(mark: Mark, text: string): void {
	const { context, theme } = mark;
	const y = freerLabelY(mark);
	if (y === undefined) return;
	const at = { x: shapeAt(mark).x, y };
	context.save();
	context.font = `${theme.fontSize}px ${theme.fontFamily}`;
	context.textAlign = 'center';
	context.textBaseline = 'middle';
	context.strokeStyle = theme.surface;
	context.lineJoin = 'round';
	context.lineWidth = 5;
	context.strokeText(text, at.x, at.y);
	context.restore();
	write(mark, text, { ...at, align: 'center', ink: theme.text });
}

function drawMark(mark: Mark, value: FigureValue): void {
	const { isOfOthers, kind } = mark.figure;
	if (isOfOthers) {
		// Those of all lines would stand on each other; the table beside has them.
		if (value !== null && mark.seriesIndex === 0) drawOwnValue(mark, valueText(mark.figure, value));
	} else if (value !== null) drawValue(mark, value);
	else if (kind === 'line') drawHiddenPoint(mark);
	else drawHiddenBar(mark);
}

/** Writes each shown value beside its shape, a hatched box where a value is hidden, and names that stand above bars. */
export function chartMarks({ figure, theme, layout }: Drawn): Plugin<'bar' | 'line'> {
	return {
		id: 'chartMarks',
		afterDatasetsDraw(chart) {
			if (layout.namesAbove) writeNames(chart, { layout, theme });
			for (const [seriesIndex, series] of figure.series.entries()) {
				if (!chart.isDatasetVisible(seriesIndex)) continue;
				for (const [index, value] of series.values.entries()) {
					drawMark({ figure, theme, chart, context: chart.ctx, seriesIndex, index }, value);
				}
			}
		}
	};
}
