/** A day in the Swedish calendar, written YYYY-MM-DD (ISO 8601). It has no time and no time zone. */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' };

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

export function isCalendarDate(text: string): text is CalendarDate {
	const match = pattern.exec(text);
	if (!match) return false;
	const moment = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

/** @throws {RangeError} when the text is not an existing day. For constants and tests; use the schema for input. */
export function calendarDate(text: string): CalendarDate {
	if (!isCalendarDate(text)) throw new RangeError(`Not a calendar date: ${text}`);
	return text;
}

const stockholmDay = new Intl.DateTimeFormat('sv-SE', {
	timeZone: 'Europe/Stockholm',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit'
});

// Midnight in Stockholm has been at a whole hour of UTC since 1900: a quarter of an hour is never of two days.
const quarter = 15 * 60_000;
let latest: { readonly quarter: number; readonly day: CalendarDate } | undefined;

/** The day it is in Stockholm at a moment. Asked several times in each request, and Intl takes 20 µs to tell. */
export function dayInSweden(moment: Date): CalendarDate {
	const asked = Math.floor(moment.getTime() / quarter);
	if (latest?.quarter !== asked) latest = { quarter: asked, day: calendarDate(stockholmDay.format(moment)) };
	return latest.day;
}

const stockholmOffset = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/Stockholm',
	timeZoneName: 'longOffset'
});

/** Minutes that clocks in Stockholm are ahead of UTC at a moment. */
function minutesAhead(moment: Date): number {
	const name = stockholmOffset.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? '';
	const [, hours = '0', minutes = '0'] = /GMT\+(\d\d):(\d\d)/.exec(name) ?? [];
	return 60 * Number(hours) + Number(minutes);
}

/**
 * The moment when clocks in Stockholm show a whole hour of a day. Clocks are moved between 02 and 03 at night, which is no
 * hour that anything of ours happens at; midnight begins every day.
 */
export function momentInSweden(day: CalendarDate, hour: number): Date {
	const asUtc = Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000;
	const guess = new Date(asUtc - 60 * 60_000);
	return new Date(asUtc - minutesAhead(guess) * 60_000);
}

export function addDays(day: CalendarDate, days: number): CalendarDate {
	const moment = new Date(`${day}T00:00:00Z`);
	moment.setUTCDate(moment.getUTCDate() + days);
	return calendarDate(moment.toISOString().slice(0, 10));
}

/** The same day a number of months later; the last day of the month where that day does not exist. */
export function addMonths(day: CalendarDate, months: number): CalendarDate {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	const first = new Date(Date.UTC(year, month - 1 + months, 1));
	const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
	first.setUTCDate(Math.min(date, last));
	return calendarDate(first.toISOString().slice(0, 10));
}

/** Whole days from the first day to the second; negative when the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
