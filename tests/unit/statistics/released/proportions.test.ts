import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	differenceInterval,
	isCarriedByOneUnit,
	verdictOnCounts,
	verdictOnShares,
	wilsonInterval
} from '#lib/statistics/released/proportions.ts';

function rounded({ low, high }: { readonly low: number; readonly high: number }): [number, number] {
	return [Number(low.toFixed(4)), Number(high.toFixed(4))];
}

const many = Number.POSITIVE_INFINITY;

describe('the interval of a share', () => {
	it('is Wilson’s, as Newcombe printed it (Statistics in Medicine 17, 1998, table I)', () => {
		expect(rounded(wilsonInterval({ part: 81, answered: 263, asked: many }))).toEqual([0.2553, 0.3662]);
		expect(rounded(wilsonInterval({ part: 15, answered: 148, asked: many }))).toEqual([0.0624, 0.1605]);
		expect(rounded(wilsonInterval({ part: 0, answered: 20, asked: many }))).toEqual([0, 0.1611]);
		expect(rounded(wilsonInterval({ part: 1, answered: 29, asked: many }))).toEqual([0.0061, 0.1718]);
	});

	it('leaves nothing to chance when everybody that was asked has answered', () => {
		expect(wilsonInterval({ part: 5, answered: 20, asked: 20 })).toEqual({ low: 0.25, high: 0.25 });
	});

	it('narrows with each further unit that answers, and always holds the share', () => {
		const proportion = fc
			.tuple(fc.integer({ min: 1, max: 60 }), fc.nat({ max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }))
			.map(([answered, missing, share]) => ({
				part: Math.round(share * answered),
				answered,
				asked: answered + missing
			}));
		fc.assert(
			fc.property(proportion, (given) => {
				const finite = wilsonInterval(given);
				const infinite = wilsonInterval({ ...given, asked: many });
				const share = given.part / given.answered;
				expect(finite.low).toBeLessThanOrEqual(share + 1e-12);
				expect(finite.high).toBeGreaterThanOrEqual(share - 1e-12);
				expect(finite.high - finite.low).toBeLessThanOrEqual(infinite.high - infinite.low + 1e-12);
			})
		);
	});
});

describe('the interval of a difference between two shares', () => {
	it('is Newcombe’s method 10, as he printed it (Statistics in Medicine 17, 1998, 873–890, table II)', () => {
		const difference = differenceInterval(
			{ part: 48, answered: 80, asked: many },
			{ part: 56, answered: 70, asked: many }
		);
		expect(rounded(difference)).toEqual([0.0524, 0.3339]);
	});
});

describe('a difference is called a change', () => {
	it('only when it exceeds what chance gives', () => {
		const share = (part: number) => ({ part, answered: 27, asked: 35 });
		expect([5, 6, 12].map((part) => verdictOnShares(share(5), share(part)))).toEqual([
			'none',
			'chance',
			'more'
		]);
		expect(verdictOnShares(share(12), share(5))).toBe('fewer');
		// Everybody has answered both times: one unit more is one unit more.
		const full = (part: number) => ({ part, answered: 27, asked: 27 });
		expect(verdictOnShares(full(5), full(6))).toBe('more');
	});

	it('of persons only when it exceeds what chance gives numbers of that size', () => {
		// 33 of 60: 42.5–66.9 per cent, with one half in it. 60 of 87: 58.6–77.7.
		expect(verdictOnCounts(27, 33)).toBe('chance');
		expect(verdictOnCounts(27, 60)).toBe('more');
		expect(verdictOnCounts(60, 27)).toBe('fewer');
		expect(verdictOnCounts(0, 0)).toBe('none');
		expect(verdictOnCounts(0, 3)).toBe('chance');
		expect(verdictOnCounts(0, 4)).toBe('more');
	});

	it('is the same backwards, whatever the numbers', () => {
		const opposite = { none: 'none', chance: 'chance', more: 'fewer', fewer: 'more' };
		fc.assert(
			fc.property(fc.nat({ max: 300 }), fc.nat({ max: 300 }), (before, now) => {
				expect(verdictOnCounts(now, before)).toBe(opposite[verdictOnCounts(before, now)]);
			})
		);
	});
});

describe('one unit carries a change', () => {
	it('when the others together have not changed, or have changed the other way', () => {
		// 20 to 32; the largest 8 and 21, so the others had 12 and have 11.
		expect(isCarriedByOneUnit({ sum: 20, largest: 8 }, { sum: 32, largest: 21 })).toBe(true);
		// 20 to 32; the largest 8 and 14: the others had 12 and have 18.
		expect(isCarriedByOneUnit({ sum: 20, largest: 8 }, { sum: 32, largest: 14 })).toBe(false);
		// 32 to 20, the other way round.
		expect(isCarriedByOneUnit({ sum: 32, largest: 21 }, { sum: 20, largest: 8 })).toBe(true);
		expect(isCarriedByOneUnit({ sum: 20, largest: 8 }, { sum: 20, largest: 12 })).toBe(false);
	});
});
