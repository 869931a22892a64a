import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#lib/server/demonstration/seededRandom.ts';
import { chapmanEstimate } from '#lib/statistics/released/chapmanEstimate.ts';

describe('an estimate from two sources', () => {
	it('is Chapman’s, with a log-normal interval of 95 %', () => {
		// By hand: 16 · 12 / 7 − 1 = 26.43, 20 known, 6.43 unknown; variance 16 · 12 · 9 · 5 / (49 · 8) = 22.04;
		// exp(1.96 · √ln(1 + 22.04 / 6.43²)) = 3.60, so 20 + 6.43 / 3.60 = 21.8 and 20 + 6.43 · 3.60 = 43.2.
		expect(chapmanEstimate({ one: 15, other: 11, both: 6 })).toEqual({ estimate: 26, least: 21, most: 44 });
	});

	it('is the number known where one source knows everybody that the other knows', () => {
		expect(chapmanEstimate({ one: 30, other: 12, both: 12 })).toEqual({ estimate: 30, least: 30, most: 30 });
	});

	it('never ends under the number known, and grows as fewer are in both', () => {
		const persons = fc.integer({ min: 1, max: 500 });
		fc.assert(
			fc.property(persons, persons, fc.nat(499), (one, other, chosen) => {
				const both = 1 + (chosen % Math.min(one, other));
				const found = chapmanEstimate({ one, other, both });
				expect(found.least).toBeGreaterThanOrEqual(one + other - both);
				expect(found.least).toBeLessThanOrEqual(found.estimate);
				expect(found.most).toBeGreaterThanOrEqual(found.estimate);
				expect(chapmanEstimate({ one, other, both: both - 1 }).estimate).toBeGreaterThanOrEqual(
					found.estimate
				);
			})
		);
	});

	it('covers the true number about 95 times of 100 where the sources are independent', () => {
		const random = seededRandom('two sources');
		const isKnown = () => random.chance(0.4);
		let covered = 0;
		for (let run = 0; run < 1000; run++) {
			const persons = Array.from({ length: 200 }, () => [isKnown(), isKnown()] as const);
			const found = chapmanEstimate({
				one: persons.filter(([one]) => one).length,
				other: persons.filter(([, other]) => other).length,
				both: persons.filter(([one, other]) => one && other).length
			});
			if (found.least <= 200 && 200 <= found.most) covered++;
		}
		expect(covered).toBeGreaterThan(930);
		expect(covered).toBeLessThan(980);
	});

	it('is refused for numbers that cannot be', () => {
		expect(() => chapmanEstimate({ one: 3, other: 9, both: 4 })).toThrow(RangeError);
		expect(() => chapmanEstimate({ one: 3.5, other: 9, both: 2 })).toThrow(RangeError);
	});
});
