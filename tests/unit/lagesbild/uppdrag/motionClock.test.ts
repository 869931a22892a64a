import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { motionClock } from '#lib/lagesbild/uppdrag/motionClock.ts';
import { motionClockAdvice, timeLeftText } from '#lib/lagesbild/uppdrag/motionClockText.ts';
import { addDays, addMonths, calendarDate } from '#lib/shared/calendarDate.ts';
import { motionOf } from '../../../support/motionBuilder.ts';

const on = (day: string, changes: Parameters<typeof motionOf>[0] = {}) =>
	motionClock(motionOf(changes), calendarDate(day));

describe('the year of a motion (kommunallagen 5:35)', () => {
	it('is twelve months from the day that it was moved', () => {
		expect(on('2026-03-01')).toEqual({ deadline: '2027-03-01', daysLeft: 365, state: 'in-time' });
	});

	it('ends on the last of February for a motion of a leap day', () => {
		expect(on('2028-03-01', { receivedOn: calendarDate('2028-02-29') }).deadline).toBe('2029-02-28');
	});

	it.each([
		['2026-11-30', 'in-time'],
		['2026-12-01', 'soon'],
		['2027-03-01', 'soon'],
		['2027-03-02', 'overdue']
	])('is on %s: %s', (day, state) => {
		expect(on(day).state).toBe(state);
	});

	it('asks for nothing more when fullmäktige has been told or has decided, however late', () => {
		const reportedOn = calendarDate('2027-02-20');
		const decision = { on: calendarDate('2028-01-10'), reference: '§ 4' };
		expect([
			on('2029-01-01', { reportedOn }).state,
			on('2029-01-01', { reportedOn, decision }).state,
			on('2029-01-01', { decision }).state
		]).toEqual(['reported', 'decided', 'decided']);
	});

	it('has days left exactly until it is over', () => {
		const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(calendarDate('1990-01-01'), days));
		fc.assert(
			fc.property(day, day, (receivedOn, today) => {
				const clock = motionClock(motionOf({ receivedOn }), today);
				expect(clock.deadline).toBe(addMonths(receivedOn, 12));
				expect(addDays(today, clock.daysLeft)).toBe(clock.deadline);
				expect(clock.state === 'overdue').toBe(clock.daysLeft < 0);
			})
		);
	});
});

describe('what is said of the year', () => {
	it('is how much is left, or by how much it has passed', () => {
		expect([
			timeLeftText(on('2026-03-01')),
			timeLeftText(on('2027-02-27')),
			timeLeftText(on('2027-03-01')),
			timeLeftText(on('2027-03-13'))
		]).toEqual(['1 år kvar', '2 dagar kvar', 'Året går ut i dag', 'Året gick ut för 12 dagar sedan']);
	});

	it('says what to do when the preparation is late', () => {
		expect(motionClockAdvice(on('2027-03-13'), motionOf())).toBe(
			'Enligt 5 kap. 35 § kommunallagen ska motionen om möjligt beredas så att fullmäktige kan besluta inom ett år, alltså senast 1 mars 2027. Tiden har gått ut. Ta upp ärendet, eller redovisa för fullmäktige vad som har kommit fram vid beredningen. Fullmäktige får då avskriva motionen.'
		);
	});

	it('says when fullmäktige decided', () => {
		const motion = motionOf({ decision: { on: calendarDate('2026-12-14'), reference: '§ 201' } });
		expect(motionClockAdvice(motionClock(motion, calendarDate('2027-01-01')), motion)).toBe(
			'Fullmäktige beslutade 14 december 2026, § 201.'
		);
	});
});
