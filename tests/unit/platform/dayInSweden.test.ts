import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayInSweden } from '../../../src/lib/shared/calendarDate.ts';

const asked = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

const moments = fc.date({
	min: new Date('1950-01-01T00:00:00Z'),
	max: new Date('2100-01-01T00:00:00Z'),
	noInvalidDate: true
});

test('the day of a moment is the one that the calendar has, whatever moments were asked about before', () => {
	fc.assert(
		fc.property(moments, fc.array(fc.integer({ min: -3_600_000, max: 3_600_000 })), (moment, steps) => {
			for (const step of [0, ...steps]) {
				const other = new Date(moment.getTime() + step);
				expect(dayInSweden(other)).toBe(asked.format(other));
			}
		})
	);
});

test.each([
	['2026-03-28T22:59:59.999Z', '2026-03-28'],
	['2026-03-28T23:00:00Z', '2026-03-29'],
	['2026-03-29T21:59:59.999Z', '2026-03-29'],
	['2026-03-29T22:00:00Z', '2026-03-30'],
	['2026-10-25T22:59:59.999Z', '2026-10-25'],
	['2026-10-25T23:00:00Z', '2026-10-26']
])('at %s it is %s in Stockholm, also where clocks are moved', (moment, day) => {
	expect(dayInSweden(new Date(moment))).toBe(day);
});

test('no moment is of no day', () => {
	expect(() => dayInSweden(new Date(Number.NaN))).toThrow(RangeError);
});
