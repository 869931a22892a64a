import type { CalendarDate } from './calendarDate.ts';

const inYear = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

const formats = {
	sv: new Intl.DateTimeFormat('sv-SE', inYear),
	en: new Intl.DateTimeFormat('en-GB', inYear)
};

const dayAndMonth = new Intl.DateTimeFormat('sv-SE', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** A day as it stands in running text: `31 mars 2027`. */
export function writtenDay(day: CalendarDate, language: keyof typeof formats = 'sv'): string {
	return formats[language].format(new Date(`${day}T00:00:00Z`));
}

const toTheMinute = new Intl.DateTimeFormat('sv-SE', {
	dateStyle: 'long',
	timeStyle: 'short',
	timeZone: 'Europe/Stockholm'
});

/** A moment in Swedish time, to the minute: `31 mars 2027 kl. 14.05`, with the full stop of Språkrådet's rules. */
export function writtenMoment(moment: Date): string {
	return toTheMinute.format(moment).replace(/(\d\d):(\d\d)$/, '$1.$2');
}

const dayAlone = {
	sv: dayAndMonth,
	en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })
};

/** Days within a year as a questionnaire names them: `1 januari–30 april 2026`. */
export function writtenSpan(
	from: CalendarDate,
	to: CalendarDate,
	language: keyof typeof formats = 'sv'
): string {
	return `${dayAlone[language].format(new Date(`${from}T00:00:00Z`))}–${writtenDay(to, language)}`;
}

/** A span of days: `15 januari – 26 februari 2026`, with the first year only where it is another. */
export function writtenPeriod(from: CalendarDate, to: CalendarDate): string {
	const isOneYear = from.slice(0, 4) === to.slice(0, 4);
	const first = isOneYear ? dayAndMonth.format(new Date(`${from}T00:00:00Z`)) : writtenDay(from);
	return `${first} – ${writtenDay(to)}`;
}
