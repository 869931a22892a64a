import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
	nameOfRhythm,
	openingAfter,
	readRecurrence,
	rhythmNames,
	namedRhythms
} from '#lib/rounds/recurrence.ts';
import { addDays, calendarDate } from '#lib/shared/calendarDate.ts';

it('reads a rule as calendar programs write it', () => {
	expect(readRecurrence(' rrule:freq=yearly;bymonth=9,1,5;bymonthday=15 ')).toEqual({
		ok: true,
		value: { months: 4, openingMonths: [1, 5, 9], openingDay: 15 }
	});
	expect(readRecurrence('FREQ=MONTHLY;INTERVAL=4;BYMONTHDAY=-1')).toEqual({
		ok: true,
		value: { months: 4, openingMonths: [], openingDay: -1 }
	});
});

it.each([
	['', 'not-a-rule'],
	['varje år', 'not-a-rule'],
	['FREQ=YEARLY;FREQ=MONTHLY', 'not-a-rule'],
	['FREQ=WEEKLY;BYMONTHDAY=1', 'frequency'],
	['BYMONTHDAY=1', 'frequency'],
	['FREQ=YEARLY;BYMONTH=1;BYDAY=MO', 'part-not-supported'],
	['FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15;COUNT=3', 'part-not-supported'],
	['FREQ=MONTHLY;BYMONTH=1;BYMONTHDAY=1', 'part-not-supported'],
	['FREQ=YEARLY;BYMONTH=1', 'day'],
	['FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31', 'day'],
	['FREQ=YEARLY;BYMONTHDAY=1', 'months'],
	['FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1', 'months'],
	['FREQ=YEARLY;BYMONTH=1,1;BYMONTHDAY=1', 'months'],
	['FREQ=YEARLY;BYMONTH=1,2,3;BYMONTHDAY=1', 'months-uneven'],
	['FREQ=YEARLY;BYMONTH=1,2,3,4,5;BYMONTHDAY=1', 'interval'],
	['FREQ=YEARLY;INTERVAL=3;BYMONTH=1;BYMONTHDAY=1', 'interval'],
	['FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=1', 'interval'],
	['FREQ=MONTHLY;INTERVAL=0;BYMONTHDAY=1', 'interval']
])('refuses %j as %s', (rule, refusal) => {
	expect(readRecurrence(rule)).toEqual({ ok: false, refusal });
});

it('knows the rhythms that have a name by their rules', () => {
	expect(rhythmNames.map((name) => nameOfRhythm(namedRhythms[name]))).toEqual(rhythmNames);
	expect(nameOfRhythm('FREQ=MONTHLY;BYMONTHDAY=1')).toBeNull();
});

it('opens on the right day of the right month, after the day asked about and within a year of it', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 20_000 }),
			fc.constantFrom<number[]>([], [1], [1, 7], [2, 6, 10]),
			fc.constantFrom(1, 15, 28, -1),
			(days, openingMonths, openingDay) => {
				const day = addDays(calendarDate('2020-01-01'), days);
				const opening = openingAfter({ months: 12, openingMonths, openingDay }, day);
				expect(opening > day && opening <= addDays(day, 366)).toBe(true);
				const tomorrow = addDays(opening, 1);
				expect(openingDay === -1 ? tomorrow.slice(8) : opening.slice(8)).toBe(
					openingDay === -1 ? '01' : String(openingDay).padStart(2, '0')
				);
				expect(openingMonths.length === 0 || openingMonths.includes(Number(opening.slice(5, 7)))).toBe(true);
			}
		)
	);
});
