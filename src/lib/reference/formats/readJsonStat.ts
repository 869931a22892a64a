import { z } from 'zod';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import { numberReading, readReferenceNumber, type ReferenceReading } from '../referenceNumber.ts';
import {
	cellCount,
	mostCategories,
	mostDimensions,
	roleByName,
	shortLabel,
	type CubeCategory,
	type CubeDimension,
	type CubeRefusal,
	type StatisticalCube
} from './statisticalCube.ts';

// https://json-stat.org/full/: index is a list of codes or an object from code to place; either it or label may be left out.
const categorySchema = z.object({
	index: z.union([z.array(z.string()), z.record(z.string(), z.number())]).optional(),
	label: z.record(z.string(), z.string()).optional(),
	unit: z
		.record(z.string(), z.object({ base: z.string().optional(), label: z.string().optional() }))
		.optional()
});

const dimensionSchema = z.object({ label: z.string().optional(), category: categorySchema });

const roleSchema = z.object({
	time: z.array(z.string()).optional(),
	geo: z.array(z.string()).optional(),
	metric: z.array(z.string()).optional()
});

const datasetSchema = z.object({
	label: z.string().optional(),
	source: z.string().optional(),
	updated: z.string().optional(),
	id: z.array(z.string()).max(mostDimensions),
	size: z.array(z.number()).max(mostDimensions),
	role: roleSchema.optional(),
	dimension: z.record(z.string(), z.unknown()),
	value: z.unknown(),
	status: z.unknown().optional()
});
type Dataset = z.infer<typeof datasetSchema>;

/** PxWeb's older "json-stat" wraps the dataset and keeps id, size and role among the dimensions (JSON-stat 1.x). */
const wrappedSchema = z.object({
	dataset: z.object({
		label: z.string().optional(),
		source: z.string().optional(),
		updated: z.string().optional(),
		dimension: z
			.object({ id: z.array(z.string()), size: z.array(z.number()), role: roleSchema.optional() })
			.loose(),
		value: z.unknown(),
		status: z.unknown().optional()
	})
});

function datasetIn(answer: unknown): Dataset | null {
	const wrapped = wrappedSchema.safeParse(answer);
	if (wrapped.success) {
		const { dimension, ...rest } = wrapped.data.dataset;
		const { id, size, role } = dimension;
		return { ...rest, id, size, dimension, ...(role ? { role } : {}) };
	}
	const plain = datasetSchema.safeParse(answer);
	return plain.success ? plain.data : null;
}

/** Codes in the places that the file gives them. @returns null when places are missing or doubled */
function placedCodes(index: Readonly<Record<string, number>>, size: number): string[] | null {
	const placed = Object.entries(index);
	if (placed.length !== size || size > mostCategories) return null;
	const codes = new Array<string | undefined>(size).fill(undefined);
	for (const [code, place] of placed) codes[place] = code;
	const isWhole = codes.length === size && codes.every((code) => code !== undefined);
	return isWhole ? codes : null;
}

function codesOf({ index, label = {} }: z.infer<typeof categorySchema>, size: number): string[] | null {
	if (index && !Array.isArray(index)) return placedCodes(index, size);
	const codes = index ?? Object.keys(label);
	return codes.length === size ? codes : null;
}

function roleOf(id: string, label: string, { role }: Dataset): CubeDimension['role'] {
	if (role?.time?.includes(id)) return 'time';
	if (role?.geo?.includes(id)) return 'geo';
	return role?.metric?.includes(id) ? 'other' : roleByName([id, label]);
}

function dimensionAt(dataset: Dataset, place: number): CubeDimension | null {
	const id = dataset.id[place] ?? '';
	// An own property only: "__proto__" is no dimension.
	const held = Object.hasOwn(dataset.dimension, id) ? dataset.dimension[id] : undefined;
	const read = dimensionSchema.safeParse(held);
	if (!read.success) return null;
	const { category } = read.data;
	const codes = codesOf(category, dataset.size[place] ?? 0);
	if (!codes) return null;
	const labels = new Map(Object.entries(category.label ?? {}));
	const label = shortLabel(read.data.label ?? id);
	return {
		id: shortLabel(id),
		label,
		role: roleOf(id, label, dataset),
		categories: codes.map((code): CubeCategory => ({
			code: shortLabel(code),
			label: shortLabel(labels.get(code) ?? code)
		}))
	};
}

const missing: ReferenceReading = { kind: 'mark', mark: 'saknas' };

/** A status says why a value is missing; a dash is PxWeb's nothing to report. */
function readingOf(value: unknown, status: unknown): ReferenceReading | null {
	if (typeof value === 'number') return numberReading(value);
	if (typeof value === 'string') return readReferenceNumber(value);
	if (value !== null && value !== undefined) return null;
	const reading = typeof status === 'string' ? readReferenceNumber(status) : null;
	return reading?.kind === 'mark' ? reading : missing;
}

function atPlace(held: unknown, place: number): unknown {
	if (Array.isArray(held)) return held[place] as unknown;
	if (typeof held !== 'object' || held === null) return held;
	return Object.hasOwn(held, String(place)) ? (held as Record<string, unknown>)[String(place)] : undefined;
}

function cellsOf({ value, status }: Dataset, count: number): ReferenceReading[] | null {
	if (typeof value !== 'object' || value === null) return null;
	if (Array.isArray(value) && value.length !== count) return null;
	const cells: ReferenceReading[] = [];
	for (let place = 0; place < count; place += 1) {
		const cell = readingOf(atPlace(value, place), atPlace(status, place));
		if (!cell) return null;
		cells.push(cell);
	}
	return cells;
}

/** The unit of the only contents, where the file has one. */
function unitOf({ role, dimension }: Dataset): string {
	const id = role?.metric?.[0] ?? '';
	const read = Object.hasOwn(dimension, id) ? dimensionSchema.safeParse(dimension[id]) : null;
	const [unit, ...others] = Object.values(read?.data?.category.unit ?? {});
	return unit && others.length === 0 ? unitText(unit) : '';
}

function unitText({
	base,
	label
}: {
	readonly base?: string | undefined;
	readonly label?: string | undefined;
}): string {
	return shortLabel(base ?? label ?? '');
}

/** Reads a dataset of JSON-stat 2.0, or the 1.x that PxWeb still gives, from parsed JSON. */
export function readJsonStat(answer: unknown): Result<StatisticalCube, CubeRefusal> {
	const dataset = datasetIn(answer);
	if (!dataset) return refused('not-this-format');
	if (dataset.id.length !== dataset.size.length || dataset.id.length === 0) return refused('broken');
	const count = cellCount(dataset.size);
	if (count === null) return refused('too-large');
	const dimensions = dataset.id.map((_, place) => dimensionAt(dataset, place));
	const whole = dimensions.filter((dimension) => dimension !== null);
	const cells = cellsOf(dataset, count);
	if (whole.length < dimensions.length || !cells) return refused('broken');
	return accepted({
		title: shortLabel(dataset.label ?? ''),
		source: shortLabel(dataset.source ?? ''),
		unit: unitOf(dataset),
		updated: shortLabel(dataset.updated ?? ''),
		dimensions: whole,
		cells
	});
}
