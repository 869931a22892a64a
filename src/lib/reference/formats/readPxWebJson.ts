import { z } from 'zod';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import { readReferenceNumber, type ReferenceReading } from '../referenceNumber.ts';
import {
	cellCount,
	mostCells,
	roleByName,
	shortLabel,
	type CubeDimension,
	type CubeRefusal,
	type StatisticalCube
} from './statisticalCube.ts';

/** PxWeb's own "json": a column is a dimension (d), the time (t) or a content (c); comments (?) are passed over. */
const answerSchema = z.object({
	columns: z
		.array(z.object({ code: z.string(), text: z.string(), type: z.string().default('d') }))
		.min(1)
		.max(60),
	data: z
		.array(z.object({ key: z.array(z.string()).max(12), values: z.array(z.string()).max(60) }))
		.max(mostCells),
	metadata: z
		.array(
			z.object({
				label: z.string().optional(),
				source: z.string().optional(),
				updated: z.string().optional()
			})
		)
		.optional()
});
type Answer = z.infer<typeof answerSchema>;
type Column = Answer['columns'][number];

function keyDimension({ code, text, type }: Column, codes: readonly string[]): CubeDimension {
	return {
		id: shortLabel(code),
		label: shortLabel(text),
		role: type === 't' ? 'time' : roleByName([code, text]),
		// This format carries codes and no labels.
		categories: codes.map((each) => ({ code: shortLabel(each), label: shortLabel(each) }))
	};
}

function contentDimension(contents: readonly Column[]): CubeDimension {
	return {
		id: 'innehall',
		label: 'Innehåll',
		role: 'other',
		categories: contents.map(({ code, text }) => ({ code: shortLabel(code), label: shortLabel(text) }))
	};
}

interface Frame {
	readonly places: readonly ReadonlyMap<string, number>[];
	readonly contents: number;
	readonly count: number;
}

function placeOf(key: readonly string[], places: Frame['places']): number {
	return places.reduce((sum, of, dimension) => sum * of.size + (of.get(key[dimension] ?? '') ?? 0), 0);
}

function cellsOf(data: Answer['data'], { places, contents, count }: Frame): ReferenceReading[] | null {
	const cells = new Array<ReferenceReading>(count).fill({ kind: 'mark', mark: 'saknas' });
	for (const { key, values } of data) {
		if (key.length !== places.length || values.length !== contents) return null;
		const start = placeOf(key, places) * contents;
		for (const [place, text] of values.entries()) {
			const reading = readReferenceNumber(text);
			if (!reading) return null;
			cells[start + place] = reading;
		}
	}
	return cells;
}

function saidOfItself([about]: NonNullable<Answer['metadata']>): Pick<
	StatisticalCube,
	'title' | 'source' | 'unit' | 'updated'
> {
	const { label = '', source = '', updated = '' } = about ?? {};
	return { title: shortLabel(label), source: shortLabel(source), unit: '', updated: shortLabel(updated) };
}

/** Reads the JSON that PxWeb calls "json", from parsed JSON. */
export function readPxWebJson(answer: unknown): Result<StatisticalCube, CubeRefusal> {
	const read = answerSchema.safeParse(answer);
	if (!read.success) return refused('not-this-format');
	const { columns, data, metadata } = read.data;
	const keys = columns.filter(({ type }) => type === 'd' || type === 't');
	const contents = columns.filter(({ type }) => type === 'c');
	if (contents.length === 0 || data.length === 0) return refused('broken');
	const codes = keys.map((_, place) => [...new Set(data.map(({ key }) => key[place] ?? ''))]);
	const count = cellCount([...codes.map(({ length }) => length), contents.length]);
	if (count === null) return refused('too-large');
	const places = codes.map((of) => new Map(of.map((code, place) => [code, place])));
	const cells = cellsOf(data, { places, contents: contents.length, count });
	if (!cells) return refused('broken');
	return accepted({
		...saidOfItself(metadata ?? []),
		dimensions: [
			...keys.map((column, place) => keyDimension(column, codes[place] ?? [])),
			contentDimension(contents)
		],
		cells
	});
}
