import { readReferenceNumber, type ReferenceReading } from '../referenceNumber.ts';
import { saidOf, type PxStatement } from './pxKeywords.ts';

/** Cells are parted by white space, and in some programs' files by commas or semicolons; marks may stand in quotation marks. */
const cellPattern = /"([^"]*)"|[^\s,;"]+/g;

function writtenCells(text: string): string[] {
	return [...text.matchAll(cellPattern)].map(([written, inside]) => inside ?? written);
}

/** Every cell of the table, in its order. @returns null where there are not so many */
export function pxCells(text: string, count: number): ReferenceReading[] | null {
	const cells: ReferenceReading[] = [];
	for (const written of writtenCells(text)) {
		const reading = readReferenceNumber(written);
		if (!reading || cells.length >= count) return null;
		cells.push(reading);
	}
	return cells.length === count ? cells : null;
}

/** What a row of a dimension is called where rows have keys: its code or its value, as KEYS says. */
function keysOf(statements: readonly PxStatement[], name: string): ReadonlyMap<string, number> {
	const kind = saidOf(statements, 'KEYS', name)[0]?.toUpperCase();
	const texts = kind === 'CODES' || kind === 'VALUES' ? saidOf(statements, kind, name) : [];
	return new Map(texts.map((text, place) => [text, place]));
}

/**
 * Cells of a file whose rows begin with their keys (KEYS). Rows of nothing but zeros are left out of such files: nothing to
 * report, or zero. @returns null where a key is unknown, or said twice
 */
export function keyedCells(
	statements: readonly PxStatement[],
	{ stub, count }: { readonly stub: readonly string[]; readonly count: number },
	text: string
): ReferenceReading[] | null {
	const keys = stub.map((name) => keysOf(statements, name));
	const rows = keys.reduce((product, { size }) => product * size, 1);
	const inRow = count / rows;
	const written = writtenCells(text);
	const width = stub.length + inRow;
	if (stub.length === 0 || !Number.isInteger(inRow) || written.length % width !== 0) return null;
	const cells: ReferenceReading[] = Array.from({ length: count }, () => ({ kind: 'mark', mark: 'inget' }));
	const said = new Set<number>();
	for (let from = 0; from < written.length; from += width) {
		const row = keys.reduce(
			(place, known, at) => place * known.size + (known.get(written[from + at] ?? '') ?? NaN),
			0
		);
		if (Number.isNaN(row) || said.has(row)) return null;
		said.add(row);
		for (const [place, cell] of written.slice(from + stub.length, from + width).entries()) {
			const reading = readReferenceNumber(cell);
			if (!reading) return null;
			cells[row * inRow + place] = reading;
		}
	}
	return cells;
}
