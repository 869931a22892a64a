import { addDays, dayInSweden, type CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Round } from './round.ts';
import { roundDayName, type RoundDayKind } from './roundDays.ts';
import { roundName } from './roundName.ts';
import { isReminder, timetable } from './timetable.ts';

/** A day of the year's work. It names rounds and dates, and nobody who answers. */
export interface CalendarEntry {
	/** The same as long as it is the same happening, also when its day is moved. */
	readonly id: string;
	readonly day: CalendarDate;
	readonly title: string;
	readonly roundId: string | null;
}

export interface CalendarRound {
	/** The series' name, where the municipality has more than one; else null. */
	readonly series: string | null;
	readonly round: Round;
	readonly days: readonly { readonly kind: RoundDayKind; readonly day: CalendarDate }[];
}

/** What the round is called: one that nobody has planned does nothing by itself. */
function calledInCalendar({ series, round }: CalendarRound): string {
	const name = `${series === null ? 'Omgång' : `${series}, omgång`} ${roundName(round)}`;
	return round.plannedAt || round.openedAt ? name : `${name} (förslag)`;
}

function entriesOfRound({ round, days, series }: CalendarRound): CalendarEntry[] {
	const { roundId, opensOn, closesOn, closedAt } = round;
	const called = calledInCalendar({ round, days, series });
	const entry = (name: string, day: CalendarDate, title: string): CalendarEntry => ({
		id: `${roundId}/${name}`,
		day,
		title: `${called}: ${title}`,
		roundId
	});
	const closed = closedAt && dayInSweden(closedAt);
	return [
		entry('open', opensOn, 'öppnar'),
		...timetable(round)
			.filter(({ step, dueAt }) => isReminder(step) && (!closedAt || dueAt < closedAt))
			.map(({ step, dueAt }) => entry(step, dayInSweden(dueAt), 'påminnelse')),
		// Closed by hand before its last day.
		entry('close', closed && closed < closesOn ? closed : closesOn, 'sista svarsdag'),
		...days.map(({ kind, day }) => entry(kind, day, roundDayName[kind].toLowerCase()))
	];
}

/** All days of the rounds that are not called off, with the days by which the law wants a new lägesbild. */
export function yearCalendar(
	rounds: readonly CalendarRound[],
	deadlines: readonly { readonly seriesId: string; readonly title: string; readonly day: CalendarDate }[]
): CalendarEntry[] {
	const ofLaw = deadlines.map(({ seriesId, title, day }) => ({
		id: `${seriesId}/law`,
		day,
		title: `${title}: lägesbilden ska vara uppdaterad`,
		roundId: null
	}));
	return [...rounds.filter(({ round }) => !round.cancelledAt).flatMap(entriesOfRound), ...ofLaw].toSorted(
		(a, b) => a.day.localeCompare(b.day) || a.title.localeCompare(b.title, 'sv')
	);
}

const escaped = (text: string): string =>
	text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r?\n/g, '\\n');

const encoder = new TextEncoder();

/** RFC 5545 § 3.1: a line has at most 75 octets; what follows stands on lines that begin with a space. */
function folded(line: string): string {
	const parts: string[] = [];
	let part = '';
	for (const character of line) {
		if (encoder.encode(part + character).length > (parts.length === 0 ? 75 : 74)) {
			parts.push(part);
			part = '';
		}
		part += character;
	}
	return [...parts, part].join('\r\n ');
}

const compact = (day: CalendarDate): string => day.replaceAll('-', '');

/** The calendar as iCalendar (RFC 5545): each entry a whole day that blocks nobody's time. */
export function icsOf(
	entries: readonly CalendarEntry[],
	calendar: { readonly name: string; readonly host: string; readonly stampedAt: Date }
): string {
	const stamp = `${calendar.stampedAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
	const events = entries.flatMap(({ id, day, title }) => [
		'BEGIN:VEVENT',
		`UID:${id}@${calendar.host}`,
		`DTSTAMP:${stamp}`,
		`DTSTART;VALUE=DATE:${compact(day)}`,
		`DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
		`SUMMARY:${escaped(title)}`,
		'TRANSP:TRANSPARENT',
		'END:VEVENT'
	]);
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Lägesbild//Kalender//SV',
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		`X-WR-CALNAME:${escaped(calendar.name)}`,
		...events,
		'END:VCALENDAR'
	];
	return `${lines.map(folded).join('\r\n')}\r\n`;
}
