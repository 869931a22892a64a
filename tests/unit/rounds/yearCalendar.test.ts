import { describe, expect, it } from 'vitest';
import { icsOf, yearCalendar } from '#lib/rounds/yearCalendar.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { round } from '../../support/roundBuilder.ts';

describe('the calendar of the year', () => {
	it('has the days of each round and of the law, in order; what is called off is not in it', () => {
		const days = [{ kind: 'council', day: calendarDate('2027-06-21') }] as const;
		const cancelled = round({ roundId: 'x', cancelledAt: new Date(0), cancelReason: 'Skäl' });
		const deadlines = [{ seriesId: 's', title: 'Kartläggning', day: calendarDate('2027-05-20') }];
		const entries = yearCalendar(
			[
				{ round: round({ plannedAt: new Date(0) }), days, series: null },
				{ round: cancelled, days, series: null }
			],
			deadlines
		);
		expect(entries.map(({ id, day, title }) => `${id} ${day} ${title}`)).toEqual([
			'r/open 2027-03-01 Omgång 2027: öppnar',
			'r/first-reminder 2027-03-08 Omgång 2027: påminnelse',
			'r/second-reminder 2027-03-17 Omgång 2027: påminnelse',
			'r/last-reminder 2027-03-28 Omgång 2027: påminnelse',
			'r/close 2027-03-31 Omgång 2027: sista svarsdag',
			's/law 2027-05-20 Kartläggning: lägesbilden ska vara uppdaterad',
			'r/council 2027-06-21 Omgång 2027: kommunfullmäktige'
		]);
	});

	it('names the series where there are several, and says what nobody has planned yet', () => {
		const [opening] = yearCalendar([{ round: round(), days: [], series: 'Våld i nära relationer' }], []);
		expect(opening?.title).toBe('Våld i nära relationer, omgång 2027 (förslag): öppnar');
	});

	it('has no reminder after a round was closed by hand, and the day it was closed', () => {
		const closed = round({
			openedAt: new Date('2027-03-01T07:00Z'),
			closedAt: new Date('2027-03-10T12:00Z')
		});
		const entries = yearCalendar([{ round: closed, days: [], series: null }], []);
		expect(entries.map(({ day, title }) => `${day} ${title}`)).toEqual([
			'2027-03-01 Omgång 2027: öppnar',
			'2027-03-08 Omgång 2027: påminnelse',
			'2027-03-10 Omgång 2027: sista svarsdag'
		]);
	});
});

describe('the calendar as a file', () => {
	it('has whole days, marks escaped, and no line over 75 octets', () => {
		const title = `Å, b; c\\ ${'ö'.repeat(60)}`;
		const text = icsOf([{ id: 'r/open', day: calendarDate('2027-12-31'), title, roundId: 'r' }], {
			name: 'Lägesbild Provby',
			host: 'provby.example',
			stampedAt: new Date('2027-01-02T03:04:05.678Z')
		});
		const lines = text.split('\r\n');
		expect(lines.at(-1)).toBe('');
		expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
		expect(text.replaceAll('\r\n ', '').split('\r\n')).toEqual([
			'BEGIN:VCALENDAR',
			'VERSION:2.0',
			'PRODID:-//Lägesbild//Kalender//SV',
			'CALSCALE:GREGORIAN',
			'METHOD:PUBLISH',
			'X-WR-CALNAME:Lägesbild Provby',
			'BEGIN:VEVENT',
			'UID:r/open@provby.example',
			'DTSTAMP:20270102T030405Z',
			'DTSTART;VALUE=DATE:20271231',
			'DTEND;VALUE=DATE:20280101',
			`SUMMARY:Å\\, b\\; c\\\\ ${'ö'.repeat(60)}`,
			'TRANSP:TRANSPARENT',
			'END:VEVENT',
			'END:VCALENDAR',
			''
		]);
	});
});
