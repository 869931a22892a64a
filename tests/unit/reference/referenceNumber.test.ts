import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { perTenThousand } from '#lib/reference/inhabitants.ts';
import { decimalText, numberReading, readReferenceNumber } from '#lib/reference/referenceNumber.ts';
import { periodText, readPeriod, yearOf } from '#lib/reference/referencePeriod.ts';
import { period } from '../../support/referenceBuilder.ts';

const number = (value: number) => ({ kind: 'number', value });
const mark = (of: string) => ({ kind: 'mark', mark: of });

describe('a value as Swedish files write it', () => {
	test.each([
		['1 234,5', 1234.5],
		['1\u00a0234', 1234],
		['1\u202f234\u202f567', 1_234_567],
		['12.5', 12.5],
		['1.234,5', 1234.5],
		['1,234.5', 1234.5],
		['0', 0],
		['−3,2', -3.2],
		['-3', -3],
		['1e3', 1000],
		['0,1234567891', 0.123457]
	])('%s is the number %f', (typed, value) => {
		expect(readReferenceNumber(typed)).toEqual(number(value));
	});

	test.each(['..', '.', '...', '', ' ', 'x', 'NA', ':'])('%j is missing, and never nought', (typed) => {
		expect(readReferenceNumber(typed)).toEqual(mark('saknas'));
	});

	test.each(['-', '–'])('%j is nothing to report, and never nought', (typed) => {
		expect(readReferenceNumber(typed)).toEqual(mark('inget'));
	});

	test.each(['tolv', '1,2,3', '12 personer', '0x10', '1;2', '--', '9'.repeat(61), '1e99', '=1+1'])(
		'%s is no value',
		(typed) => {
			expect(readReferenceNumber(typed)).toBeNull();
		}
	);

	it('reads again what it has written', () => {
		fc.assert(
			fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (hundredths) => {
				const value = hundredths / 100;
				expect(readReferenceNumber(decimalText(value))).toEqual(numberReading(value));
			})
		);
	});

	it('ends in time and without a fault for any text', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 80 }), (text) => {
				const read = readReferenceNumber(text);
				expect(read === null || Number.isFinite(read.kind === 'number' ? read.value : 0)).toBe(true);
			})
		);
	});
});

describe('a period', () => {
	test.each([
		['2024', '2024', 2024, '2024'],
		[' 2024 ', '2024', 2024, '2024'],
		['2024M03', '2024M03', 2024, '2024-03'],
		['2024-03', '2024M03', 2024, '2024-03'],
		['2024K2', '2024K2', 2024, '2024, kvartal 2'],
		['2024Q2', '2024K2', 2024, '2024, kvartal 2'],
		['2024 kv 2', '2024K2', 2024, '2024, kvartal 2'],
		['2024T1', '2024T1', 2024, '2024, tertial 1'],
		['2024H2', '2024H2', 2024, '2024, halvår 2'],
		['2023/24', '2023/24', 2024, '2023/24'],
		['2023/2024', '2023/24', 2024, '2023/24'],
		['2020-2024', '2020-2024', 2024, '2020–2024']
	])('%s is %s, of %i', (...[typed, written, year, shown]) => {
		const read = period(typed);
		expect([read, yearOf(read), periodText(read)]).toEqual([written, year, shown]);
		expect(readPeriod(written)).toBe(written);
	});

	test.each(['', '24', '1824', '2024M13', '2024-00', '2024K5', '2024T4', '2024-01-01', '2024/22', 'i fjol'])(
		'%j is none',
		(typed) => {
			expect(readPeriod(typed)).toBeNull();
		}
	);
});

test('per 10 000 inhabitants is told to one decimal', () => {
	// 19 brott på 61 000 invånare: 19 / 6,1 = 3,114…
	expect(perTenThousand(19, 61_000)).toBe(3.1);
	expect(perTenThousand(0, 61_000)).toBe(0);
});
