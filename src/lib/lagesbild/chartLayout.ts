import type { ChartTheme } from './chartTheme.ts';
import type { Figure } from './lagesbild.ts';

/** Pixels in CSS: the width of a figure in documents. */
export const documentChartWidth = 640;

/** How a figure uses the room it is given. */
export interface ChartLayout {
	/** Categories lie on the vertical axis. */
	readonly isHorizontal: boolean;
	/** Where names have no room beside the bars, each stands on a line of its own above its bars. */
	readonly namesAbove: boolean;
	/** The categories' names, broken into lines. */
	readonly names: readonly (readonly string[])[];
	/** CSS pixels. */
	readonly height: number;
	/** The part of a category's room that its bars (and its name above them) take. */
	readonly categoryShare: number;
}

/** Above this the names of standing bars collide. */
const standingCategories = 6;
/** Below this a name beside its bars would take more than half of the width. */
const leastWidthForNamesBeside = 560;
const standingHeight = 320;
const nameLine = 17;
/** Subtitle, legend and the numbers of the axis. */
const frameHeight = 96;

/** Breaks a category's name at spaces. */
export function labelLines(text: string, width: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(/\s+/u).filter(Boolean)) {
		const last = lines.at(-1);
		if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines.length > 0 ? lines : [''];
}

/** Categories lie on the vertical axis where their names are long or many, or the value is a span. */
function isHorizontal({ kind, categories }: Figure): boolean {
	if (kind === 'stacked-bar') return categories.length > standingCategories;
	return kind === 'horizontal-bar' || kind === 'range';
}

function mostLines(names: readonly (readonly string[])[]): number {
	return Math.max(1, ...names.map((lines) => lines.length));
}

/** A figure's width in CSS pixels, and its lettering. */
interface Room {
	readonly width: number;
	readonly letterWidth: number;
}

/** @param width of the figure in CSS pixels */
export function chartLayout(
	figure: Figure,
	{ letterWidth }: Pick<ChartTheme, 'letterWidth'>,
	width: number = documentChartWidth
): ChartLayout {
	const { categories } = figure;
	if (!isHorizontal(figure)) {
		return {
			isHorizontal: false,
			namesAbove: false,
			names: categories.map((name) => labelLines(name, 16)),
			height: standingHeight,
			categoryShare: 0.8
		};
	}
	const room = { width, letterWidth };
	return width < leastWidthForNamesBeside ? namesAbove(figure, room) : namesBeside(figure, room);
}

function barsInCategory({ kind, series }: Figure): number {
	return kind === 'stacked-bar' ? 1 : series.length;
}

/** Names are centred on their bars: half of each of two neighbours must have room between them. */
function mostBetweenNeighbours(names: readonly (readonly string[])[]): number {
	const halves = names.map(({ length }, place) => (length + (names[place + 1]?.length ?? 1)) / 2);
	return Math.max(1, ...halves);
}

function namesBeside(figure: Figure, { width, letterWidth }: Room): ChartLayout {
	// Chart.js gives the names at most half of the width.
	const letters = Math.floor(Math.min(width / 2, 330) / letterWidth) - 2;
	const names = figure.categories.map((name) => labelLines(name, letters));
	const bars = barsInCategory(figure);
	const room = Math.max(mostBetweenNeighbours(names) * nameLine + 3, bars === 1 ? 28 : 16 + 24 * bars);
	return {
		isHorizontal: true,
		namesAbove: false,
		names,
		height: frameHeight + figure.categories.length * room,
		categoryShare: bars === 1 ? Math.min(0.8, 26 / room) : 0.8
	};
}

function namesAbove(figure: Figure, { width, letterWidth }: Room): ChartLayout {
	const names = figure.categories.map((name) => labelLines(name, Math.floor(width / letterWidth)));
	const taken = 18 * (1 + barsInCategory(figure));
	// More lines than one grow into the space under the category before.
	const room = taken + Math.max(10, 2 + nameLine * (mostLines(names) - 1));
	return {
		isHorizontal: true,
		namesAbove: true,
		names,
		height: frameHeight + figure.categories.length * room,
		categoryShare: taken / room
	};
}
