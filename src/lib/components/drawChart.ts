import {
	BarController,
	BarElement,
	CategoryScale,
	Chart,
	Legend,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	SubTitle,
	Tooltip
} from 'chart.js';
import { chartConfiguration } from '#lib/lagesbild/chartConfiguration.ts';
import type { ChartTheme } from '#lib/lagesbild/chartTheme.ts';
import type { Figure } from '#lib/lagesbild/lagesbild.ts';

Chart.register(
	BarController,
	BarElement,
	CategoryScale,
	Legend,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	SubTitle,
	Tooltip
);

interface ChartAppearance {
	readonly theme: ChartTheme;
	readonly animated: boolean;
}

/** Draws the figure and returns what takes it away. */
export function drawChart(
	canvas: HTMLCanvasElement,
	figure: Figure,
	{ theme, animated }: ChartAppearance
): () => void {
	const chart = new Chart(canvas, chartConfiguration(figure, theme, { animated }));
	return () => chart.destroy();
}
