import { expect, test } from 'vitest';
import fc from 'fast-check';
import { departsStrongly } from '#lib/responses/departure.ts';

test.each([
	[12, 120, true],
	[12, 24, true],
	[24, 12, true],
	[0, 5, true],
	[5, 0, true],
	[12, 23, false],
	[1, 2, false],
	[0, 4, false],
	[400, 405, false],
	[400, 800, true],
	[7, 7, false]
])('from %i to %i: the respondent is asked whether it is right: %s', (before, now, isAsked) => {
	expect(departsStrongly(before, now)).toBe(isAsked);
});

test('it is the same whichever of the two came first, and never asked about fewer than five', () => {
	const count = fc.nat(10_000);
	fc.assert(
		fc.property(count, count, (before, now) => {
			expect(departsStrongly(before, now)).toBe(departsStrongly(now, before));
			if (Math.abs(before - now) < 5) expect(departsStrongly(before, now)).toBe(false);
		})
	);
});
