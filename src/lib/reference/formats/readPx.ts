import { accepted, refused, type Result } from '#lib/shared/result.ts';
import { readReferenceNumber, type ReferenceReading } from '../referenceNumber.ts';
import { firstSaid, pxParts, saidOf, type PxStatement } from './pxKeywords.ts';
import {
	cellCount,
	roleByName,
	shortLabel,
	type CubeDimension,
	type CubeRefusal,
	type StatisticalCube
} from './statisticalCube.ts';

function roleOf(statements: readonly PxStatement[], name: string): CubeDimension['role'] {
	if (saidOf(statements, 'TIMEVAL', name).length > 0) return 'time';
	const kind = saidOf(statements, 'VARIABLE-TYPE', name)[0]?.toLowerCase();
	if (kind === 'time') return 'time';
	if (kind === 'geographical' || saidOf(statements, 'MAP', name).length > 0) return 'geo';
	return roleByName([name, saidOf(statements, 'VARIABLECODE', name)[0] ?? '']);
}

function dimensionOf(statements: readonly PxStatement[], name: string): CubeDimension {
	const labels = saidOf(statements, 'VALUES', name);
	const codes = saidOf(statements, 'CODES', name);
	return {
		id: shortLabel(name),
		label: shortLabel(name),
		role: roleOf(statements, name),
		categories: labels.map((label, place) => ({
			code: shortLabel(codes.length === labels.length ? (codes[place] ?? label) : label),
			label: shortLabel(label)
		}))
	};
}

/** Cells are parted by white space, and in some programs' files by commas or semicolons; marks may stand in quotation marks. */
const cellPattern = /"([^"]*)"|[^\s,;"]+/g;

function cellsIn(text: string, count: number): ReferenceReading[] | null {
	const cells: ReferenceReading[] = [];
	for (const [written, inside] of text.matchAll(cellPattern)) {
		const reading = readReferenceNumber(inside ?? written);
		if (!reading || cells.length >= count) return null;
		cells.push(reading);
	}
	return cells.length === count ? cells : null;
}

/** Reads a PX file as PxWeb and PC-Axis write it, in its main language. */
export function readPx(text: string): Result<StatisticalCube, CubeRefusal> {
	if (
		!/^\s*(?:CHARSET|AXIS-VERSION|CODEPAGE|LANGUAGE|CREATION-DATE|DECIMALS|MATRIX|SUBJECT)[^"=;]{0,30}=/i.test(
			text
		)
	) {
		return refused('not-this-format');
	}
	const parts = pxParts(text);
	if (!parts) return refused('broken');
	const { statements } = parts;
	if (statements.some(({ keyword }) => keyword === 'KEYS')) return refused('keys-not-read');
	const names = [...saidOf(statements, 'STUB'), ...saidOf(statements, 'HEADING')];
	const dimensions = names.map((name) => dimensionOf(statements, name));
	if (dimensions.some(({ categories }) => categories.length === 0)) return refused('broken');
	const count = cellCount(dimensions.map(({ categories }) => categories.length));
	if (count === null) return refused('too-large');
	const cells = names.length === 0 ? null : cellsIn(parts.cells, count);
	if (!cells) return refused('broken');
	return accepted({
		title: firstSaid(statements, 'TITLE') || firstSaid(statements, 'CONTENTS'),
		source: firstSaid(statements, 'SOURCE'),
		unit: firstSaid(statements, 'UNITS'),
		updated: firstSaid(statements, 'LAST-UPDATED'),
		dimensions,
		cells
	});
}
