import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planClock, pledgeReminder, tertialOf } from '#lib/lagesbild/atgardsplan/followUpClock.ts';
import type { FollowUp, MeasureStatus } from '#lib/lagesbild/atgardsplan/measure.ts';
import { addDays, calendarDate } from '#lib/shared/calendarDate.ts';
import { measureOf, planWith } from '../../../support/planBuilder.ts';

const followedUp = (on: string, status: MeasureStatus = 'pagar'): FollowUp => ({
	on: calendarDate(on),
	by: 'Prov Provsson',
	status,
	text: 'Det går bra.'
});

describe('the second year of a plan (lag 2023:196, 6 §)', () => {
	it('is counted from the decision until every measure has been followed up', () => {
		const one = measureOf({}, { followUps: [followedUp('2026-04-01')] });
		const other = measureOf();
		const today = calendarDate('2026-12-16');
		expect(planClock(planWith([one, other]), today)).toEqual({
			countedFrom: '2025-06-16',
			deadline: '2027-06-16',
			daysLeft: 182,
			state: 'soon'
		});
	});

	it('is counted from the measure that waited longest', () => {
		const one = measureOf({}, { followUps: [followedUp('2026-04-01')] });
		const other = measureOf({}, { followUps: [followedUp('2026-09-01'), followedUp('2025-09-01')] });
		expect(planClock(planWith([one, other]), calendarDate('2026-12-16'))).toEqual({
			countedFrom: '2026-04-01',
			deadline: '2028-04-01',
			daysLeft: 472,
			state: 'in-time'
		});
	});

	it('is over the day after, and has not begun for a plan that nobody has decided', () => {
		const plan = planWith([measureOf()]);
		expect(planClock(plan, calendarDate('2027-06-17'))?.state).toBe('overdue');
		expect(planClock({ ...plan, decision: null }, calendarDate('2027-06-17'))).toBe(null);
	});
});

describe('a tertial', () => {
	it('is a third of the year that every day lies in', () => {
		const days = fc
			.integer({ min: 0, max: 20_000 })
			.map((count) => addDays(calendarDate('2000-01-01'), count));
		fc.assert(
			fc.property(days, (day) => {
				const { from, to } = tertialOf(day);
				expect(from <= day && day <= to).toBe(true);
				expect(tertialOf(addDays(to, 1)).from).toBe(addDays(to, 1));
			})
		);
	});

	it('has a name', () => {
		expect(tertialOf(calendarDate('2026-08-31')).name).toBe('tertial 2 2026');
	});
});

describe('a medborgarlöfte', () => {
	const decidedOn = calendarDate('2025-06-16');
	const asked = (
		today: string,
		followUps: FollowUp[] = [],
		kind: 'medborgarlofte' | 'stod' = 'medborgarlofte'
	) => {
		const measure = measureOf({ kind }, { followUps });
		const reminder = pledgeReminder(measure, decidedOn, calendarDate(today));
		return reminder && `${reminder.tertial.name} ${reminder.state}`;
	};

	it('is asked for in the last month of a tertial, and when one has ended without', () => {
		expect([asked('2026-03-31'), asked('2026-04-01'), asked('2026-05-01')]).toEqual([
			null,
			'tertial 1 2026 soon',
			'tertial 1 2026 overdue'
		]);
	});

	it('is not asked for again in a tertial that has been followed up, or made up for', () => {
		expect([
			asked('2026-04-20', [followedUp('2026-02-10')]),
			asked('2026-05-20', [followedUp('2026-04-30')]),
			asked('2026-05-20', [followedUp('2026-05-02')]),
			asked('2026-09-02', [followedUp('2026-04-30')])
		]).toEqual([null, null, null, 'tertial 2 2026 overdue']);
	});

	it('is asked for no more when it is done or broken off, and nothing else is asked for each tertial', () => {
		expect([
			asked('2026-09-02', [followedUp('2026-02-10', 'klar')]),
			asked('2026-09-02', [followedUp('2026-02-10', 'avbruten')]),
			asked('2026-09-02', [], 'stod')
		]).toEqual([null, null, null]);
	});
});
