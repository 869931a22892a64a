import { chartConfiguration } from '#lib/lagesbild/chartConfiguration.ts';
import type { ChartTheme } from '#lib/lagesbild/chartTheme.ts';
import type { Figure } from '#lib/lagesbild/lagesbild.ts';
import { Chart } from '#lib/lagesbild/registeredChart.ts';

interface ChartAppearance {
	readonly theme: ChartTheme;
	readonly animated: boolean;
	/** CSS pixels that the figure has; it is drawn anew when they change. */
	readonly width: number;
}

/** Draws the figure and returns what takes it away. */
export function drawChart(
	canvas: HTMLCanvasElement,
	figure: Figure,
	{ theme, ...appearance }: ChartAppearance
): () => void {
	const chart = new Chart(canvas, chartConfiguration(figure, theme, appearance));
	return () => chart.destroy();
}
