import { accepted, refused, type Result } from '#lib/shared/result.ts';
import { keyedCells, pxCells } from './pxCells.ts';
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
	const stub = saidOf(statements, 'STUB');
	const names = [...stub, ...saidOf(statements, 'HEADING')];
	const dimensions = names.map((name) => dimensionOf(statements, name));
	if (dimensions.some(({ categories }) => categories.length === 0)) return refused('broken');
	const count = cellCount(dimensions.map(({ categories }) => categories.length));
	if (count === null) return refused('too-large');
	const isKeyed = statements.some(({ keyword }) => keyword === 'KEYS');
	const read = isKeyed ? keyedCells(statements, { stub, count }, parts.cells) : pxCells(parts.cells, count);
	const cells = names.length === 0 ? null : read;
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
