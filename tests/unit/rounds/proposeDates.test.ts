import { expect, it } from 'vitest';
import { proposeDates } from '#lib/rounds/proposeDates.ts';
import { namedRhythms, readRecurrence } from '#lib/rounds/recurrence.ts';
import { roundName, type YearPart } from '#lib/rounds/roundName.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';

const today = calendarDate('2026-11-22');

function latestOf(year: number, part: YearPart | null, [from, to]: readonly [string, string]) {
	return { year, part, period: { from: calendarDate(from), to: calendarDate(to) } };
}

function proposed(rule: string, latest: ReturnType<typeof latestOf> | null, now = today) {
	const recurrence = readRecurrence(rule);
	if (!recurrence.ok) throw new Error(recurrence.refusal);
	return proposeDates({ latest, today: now, recurrence: recurrence.value, answeringDays: 42 });
}

const of2025 = latestOf(2026, null, ['2025-01-01', '2025-12-31']);

it('asks about the calendar years since the round before', () => {
	expect(proposed(namedRhythms.yearly, of2025)).toEqual({
		year: 2027,
		part: null,
		periodFrom: '2026-01-01',
		periodTo: '2026-12-31',
		opensOn: '2027-01-15',
		closesOn: '2027-02-26'
	});
	expect(proposed(namedRhythms['every-second-year'], of2025)).toMatchObject({
		year: 2028,
		periodFrom: '2026-01-01',
		periodTo: '2027-12-31',
		opensOn: '2028-01-15'
	});
	expect(proposed(namedRhythms.yearly, null)).toMatchObject({
		year: 2026,
		part: null,
		opensOn: '2026-11-22',
		closesOn: '2027-01-03'
	});
});

it('asks about each third of the year when it has passed, over the new year', () => {
	const first = proposed(namedRhythms['each-third'], null);
	expect(first).toEqual({
		year: 2026,
		part: 't2',
		periodFrom: '2026-05-01',
		periodTo: '2026-08-31',
		opensOn: '2026-11-22',
		closesOn: '2027-01-03'
	});
	const second = proposed(
		namedRhythms['each-third'],
		latestOf(2026, 't2', [first.periodFrom, first.periodTo])
	);
	expect(second).toEqual({
		year: 2026,
		part: 't3',
		periodFrom: '2026-09-01',
		periodTo: '2026-12-31',
		opensOn: '2027-01-15',
		closesOn: '2027-02-26'
	});
	const third = proposed(
		namedRhythms['each-third'],
		latestOf(2026, 't3', [second.periodFrom, second.periodTo])
	);
	expect(roundName(third)).toBe('tertial 1 2027');
	expect(third).toMatchObject({ periodFrom: '2027-01-01', periodTo: '2027-04-30', opensOn: '2027-05-15' });
});

it('goes on without a gap when the rhythm of the series changes', () => {
	expect(proposed(namedRhythms['each-third'], of2025)).toMatchObject({ year: 2026, part: 't1' });
	expect(proposed(namedRhythms.yearly, latestOf(2026, 't2', ['2026-05-01', '2026-08-31']))).toMatchObject({
		year: 2028,
		part: null,
		periodFrom: '2027-01-01'
	});
});

it.each([
	['FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1', 'halvår 1 2026', '2026-07-31'],
	['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1', 'kvartal 1 2026', '2026-04-01'],
	['FREQ=MONTHLY;BYMONTHDAY=5', 'januari 2026', '2026-02-05'],
	['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1', '2027', '2027-03-01']
])('follows a rule of the municipality’s own: %s', (rule, name, opensOn) => {
	const dates = proposed(rule, of2025, calendarDate('2026-01-02'));
	expect([roundName(dates), dates.opensOn]).toEqual([name, opensOn]);
});
