import { createCanvas, GlobalFonts, SvgExportFlag, type Canvas, type SvgCanvas } from '@napi-rs/canvas';
import { chartConfiguration } from '#lib/lagesbild/chartConfiguration.ts';
import { chartLayout, documentChartWidth } from '#lib/lagesbild/chartLayout.ts';
import { printTheme, type ChartTheme } from '#lib/lagesbild/chartTheme.ts';
import type { Figure } from '#lib/lagesbild/lagesbild.ts';
import { Chart } from '#lib/lagesbild/registeredChart.ts';
import { exportAssetPath } from './exportAsset.ts';

const fontFiles = ['fonts/SourceSans3-Regular.ttf', 'fonts/DejaVuSans.ttf'];

function registerFonts(): void {
	if (GlobalFonts.has('Source Sans 3')) return;
	for (const file of fontFiles) GlobalFonts.registerFromPath(exportAssetPath(file));
}

function drawOn(
	canvas: Canvas | SvgCanvas,
	figure: Figure,
	theme: ChartTheme & { readonly scale: number }
): void {
	registerFonts();
	const configuration = chartConfiguration(figure, theme);
	new Chart(canvas as unknown as HTMLCanvasElement, {
		...configuration,
		options: {
			...configuration.options,
			responsive: false,
			events: [],
			devicePixelRatio: theme.scale
		}
	});
}

/** The figure as vector graphics. Its words stay text, in the report's own font, so they can be searched and scaled. */
export function renderChartSvg(figure: Figure, theme: ChartTheme = printTheme): string {
	const canvas = createCanvas(
		documentChartWidth,
		chartLayout(figure, theme).height,
		SvgExportFlag.NoPrettyXML
	);
	drawOn(canvas, figure, { ...theme, scale: 1 });
	return canvas.getContent().toString('utf8');
}

/** The figure as a PNG for word processors: 200 dots an inch in the width of the text, sharp and still small to send. */
export function renderChartPng(figure: Figure, theme: ChartTheme = printTheme): Buffer {
	const canvas = createCanvas(documentChartWidth, chartLayout(figure, theme).height);
	drawOn(canvas, figure, { ...theme, scale: 2 });
	return canvas.toBuffer('image/png');
}
