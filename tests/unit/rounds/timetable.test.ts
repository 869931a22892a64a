import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualReminders } from '#lib/rounds/reminderDays.ts';
import {
	isReminder,
	lawClockStep,
	movedSteps,
	nextPostMoment,
	reasonToSkip,
	timetable,
	type KeptStep,
	type PlannedStep
} from '#lib/rounds/timetable.ts';
import { addDays, calendarDate, dayInSweden, momentInSweden } from '#lib/shared/calendarDate.ts';

const of = (opensOn: string, closesOn: string, reminders = usualReminders) =>
	timetable({ opensOn: calendarDate(opensOn), closesOn: calendarDate(closesOn), reminders });
const written = (steps: readonly PlannedStep[]) =>
	steps.map(({ step, dueAt }) => `${step} ${dueAt.toISOString().slice(0, 16)}`);

describe('a moment in Sweden', () => {
	it.each([
		['2027-03-27', 0, '2027-03-26T23:00:00.000Z'],
		['2027-03-28', 0, '2027-03-27T23:00:00.000Z'],
		['2027-03-28', 9, '2027-03-28T07:00:00.000Z'],
		['2027-03-29', 0, '2027-03-28T22:00:00.000Z'],
		['2027-10-31', 0, '2027-10-30T22:00:00.000Z'],
		['2027-10-31', 9, '2027-10-31T08:00:00.000Z'],
		['2027-11-01', 0, '2027-10-31T23:00:00.000Z']
	])('%s at %i is %s', (day, hour, expected) => {
		expect(momentInSweden(calendarDate(day), hour).toISOString()).toBe(expected);
	});

	it('is on its day at every hour from midnight to eleven, but for those that clocks skip', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(0, 4, 8, 9, 12, 23), (days, hour) => {
				const day = addDays(calendarDate('2020-01-01'), days);
				expect(dayInSweden(momentInSweden(day, hour))).toBe(day);
			})
		);
	});
});

describe('the timetable', () => {
	it('has reminders 7 days after opening, and 14 and 3 days before closing, right across the change of clocks', () => {
		expect(written(of('2026-03-02', '2026-04-17'))).toEqual([
			'open 2026-03-02T07:00',
			'first-reminder 2026-03-09T08:00',
			'second-reminder 2026-04-03T07:00',
			'last-reminder 2026-04-14T07:00',
			'closes-tomorrow 2026-04-16T07:00',
			'close 2026-04-17T22:00',
			'thank 2026-04-18T07:00'
		]);
	});

	it('has the reminders that the round has, and none that it has not', () => {
		const own = { firstReminder: 10, secondReminder: null, lastReminder: 5 };
		expect(written(of('2026-03-02', '2026-04-17', own)).filter((step) => step.includes('reminder'))).toEqual([
			'first-reminder 2026-03-12T08:00',
			'last-reminder 2026-04-12T07:00'
		]);
		const none = { firstReminder: null, secondReminder: null, lastReminder: null };
		expect(written(of('2026-03-02', '2026-04-17', none)).filter((step) => step.includes('reminder'))).toEqual(
			[]
		);
	});

	it('drops reminders that come too soon after opening or just before another', () => {
		expect(written(of('2026-03-02', '2026-03-12'))).toEqual([
			'open 2026-03-02T07:00',
			'last-reminder 2026-03-09T08:00',
			'closes-tomorrow 2026-03-11T08:00',
			'close 2026-03-12T23:00',
			'thank 2026-03-13T08:00'
		]);
		expect(written(of('2026-03-02', '2026-03-02'))).toEqual([
			'open 2026-03-02T07:00',
			'close 2026-03-02T23:00',
			'thank 2026-03-03T08:00'
		]);
	});

	it('never reminds before the opening, after the last day, or twice within three days', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 200 }), (start, length) => {
				const opensOn = addDays(calendarDate('2026-01-01'), start);
				const closesOn = addDays(opensOn, length);
				const days = timetable({ opensOn, closesOn, reminders: usualReminders })
					.filter(({ step }) => isReminder(step))
					.map(({ dueAt }) => dayInSweden(dueAt));
				for (const [place, day] of days.entries()) {
					expect(day > opensOn && day < closesOn).toBe(true);
					const next = days[place + 1];
					if (next) expect(addDays(day, 3) <= next).toBe(true);
				}
			})
		);
	});
});

const kept = (step: KeptStep['step'], dueAt: string, doneAt: string | null = null): KeptStep => ({
	step,
	dueAt: new Date(dueAt),
	doneAt: doneAt === null ? null : new Date(doneAt),
	skippedAt: null,
	skipReason: null,
	attempts: 0,
	failedAt: null
});

describe('moved days', () => {
	it('plan anew what is not done, and a reminder that went long before its new day', () => {
		const before = [
			kept('open', '2027-03-01T07:00Z', '2027-03-01T07:00Z'),
			kept('first-reminder', '2027-03-08T08:00Z', '2027-03-08T08:00Z'),
			kept('second-reminder', '2027-03-17T08:00Z', '2027-03-17T08:00Z'),
			kept('last-reminder', '2027-03-28T07:00Z'),
			kept('close', '2027-03-31T22:00Z')
		];
		const moved = movedSteps(before, of('2027-03-01', '2027-04-14'));
		expect(written(moved.planned)).toEqual([
			'second-reminder 2027-03-31T07:00',
			'last-reminder 2027-04-11T07:00',
			'closes-tomorrow 2027-04-13T07:00',
			'close 2027-04-14T22:00',
			'thank 2027-04-15T07:00'
		]);
		expect(moved.dropped).toEqual([]);
	});

	it('drop what has no place any more, but never the clock of the law', () => {
		const before = [
			kept('open', '2027-03-01T07:00Z', '2027-03-01T07:00Z'),
			kept('second-reminder', '2027-03-17T08:00Z'),
			kept('law-clock', '2028-03-17T08:00Z')
		];
		expect(movedSteps(before, of('2027-03-01', '2027-03-09')).dropped).toEqual(['second-reminder']);
	});
});

describe('a step that is due when the program has been down', () => {
	const judged = (step: KeptStep['step'], times: string, otherDueSteps: KeptStep['step'][] = []) => {
		const [dueAt = '', now = ''] = times.split(' ').map((time) => `2027-${time}Z`);
		return reasonToSkip(
			{ step, dueAt: new Date(dueAt) },
			{ now: new Date(now), closesOn: calendarDate('2027-03-31'), otherDueSteps }
		);
	};

	it('opens late, as long as somebody can answer', () => {
		expect(judged('open', '03-01T07:00 03-20T07:00')).toBeNull();
		expect(judged('open', '03-01T07:00 04-01T07:00')).toBe('closing-day-has-passed');
	});

	it('reminds at most two days late, never after closing, and once when two are due', () => {
		expect(judged('first-reminder', '03-08T08:00 03-10T20:00')).toBeNull();
		expect(judged('first-reminder', '03-08T08:00 03-11T08:00')).toBe('too-late');
		expect(judged('last-reminder', '03-28T07:00 03-31T21:59')).toBe('too-late');
		expect(judged('last-reminder', '03-30T07:00 03-31T21:59')).toBeNull();
		expect(judged('last-reminder', '03-30T07:00 03-31T22:00')).toBe('closing-day-has-passed');
		expect(judged('second-reminder', '03-17T08:00 03-18T08:00', ['last-reminder'])).toBe(
			'later-reminder-due'
		);
	});

	it('closes however late', () => {
		expect(judged('close', '03-31T22:00 05-01T07:00')).toBeNull();
	});
});

it('thanks go the first morning after the closing', () => {
	expect(nextPostMoment(new Date('2027-03-31T22:00:00Z')).toISOString()).toBe('2027-04-01T07:00:00.000Z');
	expect(nextPostMoment(new Date('2027-03-30T12:00:00Z')).toISOString()).toBe('2027-03-31T07:00:00.000Z');
});

it('the law’s clock warns when half a year of the two is left', () => {
	expect(written([lawClockStep(calendarDate('2026-05-20'))])).toEqual(['law-clock 2027-11-20T08:00']);
});
