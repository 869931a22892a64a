import type { ReferenceReading } from '../referenceNumber.ts';

/** A table of public statistics of any number of dimensions, whatever format it came in. Plain JSON. */
export interface StatisticalCube {
	readonly title: string;
	readonly source: string;
	readonly unit: string;
	/** As the file says when it was last changed; empty when it does not. */
	readonly updated: string;
	readonly dimensions: readonly CubeDimension[];
	/** In the order of the dimensions, the last one fastest. */
	readonly cells: readonly ReferenceReading[];
}

export interface CubeDimension {
	readonly id: string;
	readonly label: string;
	readonly role: 'time' | 'geo' | 'other';
	readonly categories: readonly CubeCategory[];
}

export interface CubeCategory {
	readonly code: string;
	readonly label: string;
}

export type CubeRefusal =
	| 'not-this-format'
	| 'broken'
	| 'too-large'
	/** No dimension of time: a value must be of some year. */
	| 'no-time';

/** What PxWeb gives at a time, and a half more: all 290 kommuner in ten years, fifty cells of each. */
export const mostCells = 150_000;
export const mostDimensions = 12;
export const mostCategories = 20_000;
export const longestLabel = 300;

/** How many cells the sizes make; null when they are no sizes, or too many to be read. */
export function cellCount(sizes: readonly number[]): number | null {
	if (sizes.length > mostDimensions) return null;
	let count = 1;
	for (const size of sizes) {
		if (!Number.isInteger(size) || size < 1 || size > mostCategories) return null;
		count *= size;
		if (count > mostCells) return null;
	}
	return count;
}

export function shortLabel(text: string): string {
	return text.replaceAll(/\s+/g, ' ').trim().slice(0, longestLabel);
}

const geoName = /^(?:region|regionkod|kommun|kommunkod|kommuner|municipality|l[aä]n|geografi|område)$/i;
const timeName = /^(?:tid|år|ar|time|year|period|månad|manad|kvartal|läsår|tertial)$/i;

/** What a dimension is, from its name where the file does not say. */
export function roleByName(names: readonly string[]): CubeDimension['role'] {
	const known = names.map((name) => name.trim());
	if (known.some((name) => timeName.test(name))) return 'time';
	return known.some((name) => geoName.test(name)) ? 'geo' : 'other';
}
