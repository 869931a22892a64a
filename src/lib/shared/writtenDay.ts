import type { CalendarDate } from './calendarDate.ts';

const inYear = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

const mostKept = 500;

/** What has been written is remembered: the same few days are written over and over, and Intl takes 10 µs for one. */
function remembering(format: Intl.DateTimeFormat): (day: CalendarDate) => string {
	const written = new Map<CalendarDate, string>();
	return (day) => {
		const known = written.get(day) ?? format.format(new Date(`${day}T00:00:00Z`));
		if (written.size >= mostKept) written.clear();
		written.set(day, known);
		return known;
	};
}

const formats = {
	sv: remembering(new Intl.DateTimeFormat('sv-SE', inYear)),
	en: remembering(new Intl.DateTimeFormat('en-GB', inYear))
};

/** A day as it stands in running text: `31 mars 2027`. */
export function writtenDay(day: CalendarDate, language: keyof typeof formats = 'sv'): string {
	return formats[language](day);
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

const withinYear = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;

const dayAlone = {
	sv: remembering(new Intl.DateTimeFormat('sv-SE', withinYear)),
	en: remembering(new Intl.DateTimeFormat('en-GB', withinYear))
};

/** Days within a year as a questionnaire names them: `1 januari–30 april 2026`. */
export function writtenSpan(
	from: CalendarDate,
	to: CalendarDate,
	language: keyof typeof formats = 'sv'
): string {
	return `${dayAlone[language](from)}–${writtenDay(to, language)}`;
}

/** A span of days: `15 januari – 26 februari 2026`, with the first year only where it is another. */
export function writtenPeriod(from: CalendarDate, to: CalendarDate): string {
	const isOneYear = from.slice(0, 4) === to.slice(0, 4);
	const first = isOneYear ? dayAlone.sv(from) : writtenDay(from);
	return `${first} – ${writtenDay(to)}`;
}
