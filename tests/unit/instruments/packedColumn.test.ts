import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeColumn, readColumn, tallyColumn, unanswered } from '#lib/instruments/answers/packedColumn.ts';

function read(bytes: Uint8Array, units: number, meaning = (packed: number) => packed): number[] {
	const target = new Float64Array(units);
	readColumn(bytes, target, meaning);
	return [...target];
}

function tally(bytes: Uint8Array, units: number): Map<number, number> {
	const times = new Map<number, number>();
	tallyColumn(bytes, units, times);
	return times;
}

/** Columns of few, of many and of more different values than there are codes. */
const column = fc
	.tuple(fc.constantFrom(1, 2, 3, 4, 5, 16, 17, 256, 257, 1000), fc.integer({ min: 1, max: 1200 }))
	.chain(([values, units]) =>
		fc.array(fc.integer({ min: 0, max: values - 1 }), { minLength: units, maxLength: units })
	)
	.map((packed) => packed.map((value) => (value === 0 ? unanswered : value - 10)));

describe('the packed values of a variable', () => {
	it('are read as they were written, however many they are', () => {
		fc.assert(
			fc.property(column, (packed) => {
				expect(read(encodeColumn(Int32Array.from(packed)), packed.length)).toEqual(packed);
			})
		);
	});

	it('are counted as a reading of each of them counts them', () => {
		fc.assert(
			fc.property(column, (packed) => {
				const counted = new Map<number, number>();
				for (const value of packed) counted.set(value, (counted.get(value) ?? 0) + 1);
				expect(tally(encodeColumn(Int32Array.from(packed)), packed.length)).toEqual(counted);
			})
		);
	});

	it('take no room for each unit where all gave the same, and some bits where they differ', () => {
		const alike = (units: number) => encodeColumn(new Int32Array(units).fill(-9)).length;
		expect([alike(1), alike(8192)]).toEqual([6, 6]);
		// Four values: a byte of the width, one of their number, four of 4 bytes, and 2 bits a unit.
		expect([...encodeColumn(Int32Array.of(3, 0, -1, 1, 3))]).toEqual([
			...[2, 3],
			...[255, 255, 255, 255],
			...[0, 0, 0, 0],
			...[1, 0, 0, 0],
			...[3, 0, 0, 0],
			...[0b10_00_01_11, 0b11]
		]);
	});

	it('are asked what they stand for once each, not once for each unit', () => {
		const asked: number[] = [];
		const meaning = (packed: number): number => {
			asked.push(packed);
			return packed * 10;
		};
		expect(read(encodeColumn(Int32Array.of(2, 1, 2, 2, 1)), 5, meaning)).toEqual([20, 10, 20, 20, 10]);
		expect(asked).toEqual([1, 2]);
	});
});
