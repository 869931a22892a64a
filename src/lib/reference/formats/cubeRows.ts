import type { ReferenceReading } from '../referenceNumber.ts';
import type { FileRow } from '../fileRow.ts';
import { readPeriod } from '../referencePeriod.ts';
import type { CubeDimension, StatisticalCube } from './statisticalCube.ts';

/** Which category is meant in each dimension that is neither time nor place, by the dimension's id. */
export type CubeChoice = Readonly<Record<string, string>>;

/** A dimension that the samordnare has to choose one category of. */
export interface OpenDimension extends Pick<CubeDimension, 'id' | 'label' | 'categories'> {
	/** The code that is chosen now. */
	readonly chosen: string;
}

const wholeName = /^(?:totalt?|total|samtliga|summa|alla|båda könen|t|tot|00|1\+2)$/i;

/** The category that stands for all of them, where there is one; else the first. */
function startingCategory({ categories }: CubeDimension): string {
	const whole = categories.find(({ code, label }) => wholeName.test(label) || wholeName.test(code));
	return (whole ?? categories[0])?.code ?? '';
}

/** A second dimension of time or place is chosen like any other. */
function axisPlace(dimensions: readonly CubeDimension[], role: 'time' | 'geo'): number {
	return dimensions.findIndex((dimension) => dimension.role === role);
}

/** Dimensions with more than one category beside time and place, with what is chosen of each. */
export function openDimensions({ dimensions }: StatisticalCube, choice: CubeChoice): OpenDimension[] {
	const axes = new Set([axisPlace(dimensions, 'time'), axisPlace(dimensions, 'geo')]);
	return dimensions.flatMap((dimension, place) => {
		const { id, label, categories } = dimension;
		if (axes.has(place) || categories.length < 2) return [];
		const asked = categories.find(({ code }) => code === choice[id])?.code;
		return [{ id, label, categories, chosen: asked ?? startingCategory(dimension) }];
	});
}

/** How far apart two neighbours of a dimension lie among the cells. */
function stridesOf(dimensions: readonly CubeDimension[]): number[] {
	const strides = new Array<number>(dimensions.length).fill(1);
	for (let place = dimensions.length - 2; place >= 0; place -= 1) {
		strides[place] = (strides[place + 1] ?? 1) * (dimensions[place + 1]?.categories.length ?? 1);
	}
	return strides;
}

function chosenStart(cube: StatisticalCube, choice: CubeChoice, strides: readonly number[]): number {
	const open = new Map(openDimensions(cube, choice).map(({ id, chosen }) => [id, chosen]));
	return cube.dimensions.reduce((start, { id, categories }, place) => {
		const at = categories.findIndex(({ code }) => code === open.get(id));
		return start + Math.max(0, at) * (strides[place] ?? 0);
	}, 0);
}

const missing: ReferenceReading = { kind: 'mark', mark: 'saknas' };

/** The values of what is chosen, one row for each place and time. Without a dimension of place the kommun is not said. */
export function cubeRows(cube: StatisticalCube, choice: CubeChoice): FileRow[] {
	const { dimensions, cells } = cube;
	const strides = stridesOf(dimensions);
	const start = chosenStart(cube, choice, strides);
	const time = axisPlace(dimensions, 'time');
	const geo = axisPlace(dimensions, 'geo');
	const places = geo === -1 ? [{ code: '', label: '' }] : (dimensions[geo]?.categories ?? []);
	const times = dimensions[time]?.categories ?? [];
	return places.flatMap((place, across) =>
		times.map((of, down): FileRow => ({
			line: across * times.length + down + 1,
			area: { code: place.code, name: place.label },
			period: readPeriod(of.label) === null ? of.code : of.label,
			reading: cells[start + across * (strides[geo] ?? 0) + down * (strides[time] ?? 0)] ?? missing,
			written: null
		}))
	);
}
