import { describe, expect, it } from 'vitest';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { lawClock } from '#lib/rounds/lawClock.ts';
import { lawClockText } from '#lib/rounds/lawClockText.ts';
import { spanText } from '#lib/rounds/remainingTime.ts';

describe('spanText', () => {
	const day = calendarDate('2026-01-31');

	it('counts days up to sixty', () => {
		expect([0, 1, 60].map((days) => spanText(days, day))).toEqual(['0 dagar', '1 dag', '60 dagar']);
	});

	it('counts whole months after that, with years apart', () => {
		expect([61, 365, 396, 729, 730].map((days) => spanText(days, day))).toEqual([
			'2 månader',
			'1 år',
			'1 år och 1 månad',
			'1 år och 11 månader',
			'2 år'
		]);
	});
});

describe('lawClockText', () => {
	const published = calendarDate('2025-05-12');

	it('says that no time runs before the first publication', () => {
		expect(lawClockText(null).title).toBe('Ingen lägesbild är publicerad ännu');
	});

	it('gives the time left and the day, in words', () => {
		expect(lawClockText(lawClock(published, calendarDate('2026-01-12')))).toEqual({
			title: '1 år och 4 månader kvar',
			text: 'Den senaste lägesbilden publicerades 12 maj 2025. Enligt 6 § lagen (2023:196) ska den uppdateras minst vartannat år, alltså senast 12 maj 2027.'
		});
	});

	it('does not ask for a round when one is under way', () => {
		expect(lawClockText(lawClock(published, calendarDate('2026-11-12')), '2026').text).toMatch(
			/Omgång 2026 pågår och blir nästa lägesbild\.$/
		);
	});

	it('advises to plan when half a year is left, and to publish when the day has passed', () => {
		expect(lawClockText(lawClock(published, calendarDate('2026-11-12'))).text).toMatch(
			/Planera nästa omgång nu\.$/
		);
		expect(lawClockText(lawClock(published, calendarDate('2027-05-12'))).title).toBe('I dag är sista dagen');
		expect(lawClockText(lawClock(published, calendarDate('2027-05-24')))).toMatchObject({
			title: 'Tiden gick ut för 12 dagar sedan',
			text: expect.stringMatching(/så snart som möjligt\.$/) as unknown
		});
	});
});
