/** The packed value of a variable that a unit has not answered, in a column: no answer is so small a number. */
export const unanswered = -(2 ** 31);

/** Bits of a code; of 0 bits is none, since all units gave the same answer. Columns of more values are written plainly. */
const widths = [0, 1, 2, 4, 8] as const;
const plainWidth = 32;

const bytesPerNumber = 4;
const codes = 256;

/**
 * One variable's packed values of some units, in as few bits as its different values need: a byte with the width of a code, a
 * byte with the number of values less one, the values in rising order, and a code a unit, the first in the lowest bits.
 * Where there are more than 256 values, the width 32 and the numbers as they are. Little end first.
 */
export function encodeColumn(packed: Int32Array): Uint8Array {
	const values = distinctValues(packed);
	const width = widths.find((bits) => values.length <= 2 ** bits);
	return width === undefined ? plainColumn(packed) : codedColumn(packed, values, width);
}

/** In rising order; one more than there are codes when they are too many. */
function distinctValues(packed: Int32Array): number[] {
	const seen = new Set<number>();
	for (const value of packed) {
		seen.add(value);
		if (seen.size > codes) break;
	}
	return [...seen].toSorted((one, other) => one - other);
}

function codedColumn(packed: Int32Array, values: readonly number[], width: number): Uint8Array {
	const from = codesFrom(values.length);
	const bytes = new Uint8Array(from + Math.ceil((packed.length * width) / 8));
	const view = viewOf(bytes);
	bytes[0] = width;
	bytes[1] = values.length - 1;
	values.forEach((value, code) => {
		view.setInt32(2 + code * bytesPerNumber, value, true);
	});
	if (width === 0) return bytes;
	const codeOf = new Map(values.map((value, code) => [value, code]));
	for (let unit = 0; unit < packed.length; unit++) {
		const bit = unit * width;
		const at = from + (bit >> 3);
		bytes[at] = (bytes[at] ?? 0) | ((codeOf.get(packed[unit] ?? unanswered) ?? 0) << (bit & 7));
	}
	return bytes;
}

function plainColumn(packed: Int32Array): Uint8Array {
	const bytes = new Uint8Array(1 + packed.length * bytesPerNumber);
	const view = viewOf(bytes);
	bytes[0] = plainWidth;
	packed.forEach((value, unit) => {
		view.setInt32(1 + unit * bytesPerNumber, value, true);
	});
	return bytes;
}

/**
 * Reads each unit's value as what it stands for, such as the number of a count. What a value stands for is asked once for
 * each different one, and not for each unit.
 */
export function readColumn(
	bytes: Uint8Array,
	target: Float64Array,
	meaning: (packed: number) => number
): void {
	const width = widthOf(bytes);
	if (width === plainWidth) {
		const view = viewOf(bytes);
		for (let unit = 0; unit < target.length; unit++) target[unit] = meaning(plainValue(view, unit));
		return;
	}
	const meanings = Float64Array.from(valuesOf(bytes), meaning);
	if (width === 0) target.fill(meanings[0] ?? 0);
	else readCodes(bytes, meanings, target);
}

// The innermost loop of a compilation: a million units of 300 variables pass through it.
function readCodes(bytes: Uint8Array, meanings: Float64Array, target: Float64Array): void {
	const width = widthOf(bytes);
	const mask = 2 ** width - 1;
	let at = codesFrom(valueCount(bytes));
	let unit = 0;
	while (unit < target.length) {
		let byte = bytes[at] ?? 0;
		const end = Math.min(target.length, unit + 8 / width);
		for (; unit < end; unit++) {
			target[unit] = meanings[byte & mask] ?? 0;
			byte >>= width;
		}
		at += 1;
	}
}

/** Adds to a tally how many of the units gave each value. */
export function tallyColumn(bytes: Uint8Array, units: number, tally: Map<number, number>): void {
	const add = (value: number, times: number): unknown => tally.set(value, (tally.get(value) ?? 0) + times);
	const width = widthOf(bytes);
	if (width === plainWidth) {
		const view = viewOf(bytes);
		for (let unit = 0; unit < units; unit++) add(plainValue(view, unit), 1);
		return;
	}
	const times = width === 0 ? [units] : timesOfCodes(bytes, units);
	valuesOf(bytes).forEach((value, code) => add(value, times[code] ?? 0));
}

/** A byte holds several units' codes, so bytes are counted first, and then what is in them. */
function timesOfCodes(bytes: Uint8Array, units: number): Float64Array {
	const width = widthOf(bytes);
	const unitsPerByte = 8 / width;
	const from = codesFrom(valueCount(bytes));
	const whole = from + Math.floor(units / unitsPerByte);
	const timesOfBytes = new Uint32Array(256);
	for (let at = from; at < whole; at++) {
		const byte = bytes[at] ?? 0;
		timesOfBytes[byte] = (timesOfBytes[byte] ?? 0) + 1;
	}
	const times = new Float64Array(codes);
	for (const [byte, more] of timesOfBytes.entries()) {
		if (more > 0) addCodes(times, byte, { width, bits: 8, more });
	}
	addCodes(times, bytes[whole] ?? 0, { width, bits: (units % unitsPerByte) * width, more: 1 });
	return times;
}

function addCodes(
	times: Float64Array,
	byte: number,
	of: { readonly width: number; readonly bits: number; readonly more: number }
): void {
	const { width, bits, more } = of;
	for (let bit = 0; bit < bits; bit += width) {
		const code = (byte >> bit) & (2 ** width - 1);
		times[code] = (times[code] ?? 0) + more;
	}
}

function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function widthOf(bytes: Uint8Array): number {
	return bytes[0] ?? 0;
}

function valueCount(bytes: Uint8Array): number {
	return (bytes[1] ?? 0) + 1;
}

function valuesOf(bytes: Uint8Array): number[] {
	const view = viewOf(bytes);
	return Array.from({ length: valueCount(bytes) }, (_, code) =>
		view.getInt32(2 + code * bytesPerNumber, true)
	);
}

function codesFrom(values: number): number {
	return 2 + values * bytesPerNumber;
}

function plainValue(view: DataView, unit: number): number {
	return view.getInt32(1 + unit * bytesPerNumber, true);
}
