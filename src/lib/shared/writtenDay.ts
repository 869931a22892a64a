import type { CalendarDate } from './calendarDate.ts';

const format = new Intl.DateTimeFormat('sv-SE', {
	day: 'numeric',
	month: 'long',
	year: 'numeric',
	timeZone: 'UTC'
});

/** A day as it stands in running text: `31 mars 2027`. */
export function writtenDay(day: CalendarDate): string {
	return format.format(new Date(`${day}T00:00:00Z`));
}
