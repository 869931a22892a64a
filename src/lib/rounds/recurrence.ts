import { accepted, refused, type Result } from '#lib/shared/result.ts';
import { addDays, addMonths, calendarDate, type CalendarDate } from '#lib/shared/calendarDate.ts';

/** Months from one round to the next: what a year, or two, can be divided into. */
const lengths = [1, 3, 4, 6, 12, 24] as const;
export type RhythmMonths = (typeof lengths)[number];

/** When the rounds of a series open, as read from its rule. */
export interface Recurrence {
	readonly months: RhythmMonths;
	/** The months that rounds open in, from 1 to 12; none is any month. */
	readonly openingMonths: readonly number[];
	/** Day of the month; -1 is its last. */
	readonly openingDay: number;
}

export type RecurrenceRefusal =
	'not-a-rule' | 'part-not-supported' | 'frequency' | 'interval' | 'months' | 'months-uneven' | 'day';

/**
 * The rules of RFC 5545 (RRULE) that a series can follow: `FREQ=YEARLY` with months, or `FREQ=MONTHLY` with an interval, and
 * a day of the month. Hours, weekdays and ends are refused and not passed over (docs/decisions/0160).
 */
export function readRecurrence(rule: string): Result<Recurrence, RecurrenceRefusal> {
	const parts = partsOf(rule);
	if (!parts) return refused('not-a-rule');
	if (![...parts.keys()].every((name) => supportedParts.has(name))) return refused('part-not-supported');
	const openingDay = wholeNumber(parts.get('BYMONTHDAY') ?? '');
	if (!isOpeningDay(openingDay)) return refused('day');
	const interval = wholeNumber(parts.get('INTERVAL') ?? '1');
	if (interval === null || interval < 1) return refused('interval');
	const opening = { interval, byMonth: parts.get('BYMONTH'), openingDay };
	if (parts.get('FREQ') === 'MONTHLY') return monthly(opening);
	return parts.get('FREQ') === 'YEARLY' ? yearly(opening) : refused('frequency');
}

const supportedParts: ReadonlySet<string> = new Set(['FREQ', 'INTERVAL', 'BYMONTH', 'BYMONTHDAY']);

/** The rule's parts by name; null for a text that is no rule. */
function partsOf(rule: string): ReadonlyMap<string, string> | null {
	const written = rule
		.trim()
		.replace(/^RRULE:/i, '')
		.toUpperCase()
		.split(';')
		.map((part) => /^([A-Z]+)=([-\d,A-Z]+)$/.exec(part));
	const parts = new Map(written.flatMap((match) => (match?.[1] && match[2] ? [[match[1], match[2]]] : [])));
	return parts.size === written.length ? parts : null;
}

// The 29th to the 31st do not exist every month.
function isOpeningDay(day: number | null): day is number {
	return day === -1 || (day !== null && day >= 1 && day <= 28);
}

interface OpeningParts {
	readonly interval: number;
	readonly byMonth: string | undefined;
	readonly openingDay: number;
}

function monthly({ interval, byMonth, openingDay }: OpeningParts): Result<Recurrence, RecurrenceRefusal> {
	if (byMonth !== undefined) return refused('part-not-supported');
	const months = lengths.find((length) => length === interval);
	return months ? accepted({ months, openingMonths: [], openingDay }) : refused('interval');
}

function yearly({ interval, byMonth, openingDay }: OpeningParts): Result<Recurrence, RecurrenceRefusal> {
	const typed = (byMonth ?? '').split(',').map(wholeNumber);
	const openingMonths = typed.flatMap((month) =>
		month !== null && month >= 1 && month <= 12 ? [month] : []
	);
	if (openingMonths.length < typed.length || new Set(openingMonths).size < typed.length)
		return refused('months');
	openingMonths.sort((a, b) => a - b);
	const months = lengths.find((length) => length === (12 * interval) / openingMonths.length);
	if (!months || (interval > 1 && openingMonths.length > 1)) return refused('interval');
	const first = openingMonths[0] ?? 1;
	const isEven = openingMonths.every((month, place) => month === first + place * months);
	return isEven ? accepted({ months, openingMonths, openingDay }) : refused('months-uneven');
}

function wholeNumber(text: string): number | null {
	return /^-?\d{1,4}$/.test(text) ? Number(text) : null;
}

/** The first opening after a day. */
export function openingAfter({ openingMonths, openingDay }: Recurrence, day: CalendarDate): CalendarDate {
	const thisMonth = calendarDate(`${day.slice(0, 7)}-01`);
	for (let ahead = 0; ahead <= 12; ahead += 1) {
		const first = addMonths(thisMonth, ahead);
		const opening = openingDay === -1 ? addDays(addMonths(first, 1), -1) : addDays(first, openingDay - 1);
		const isItsMonth = openingMonths.length === 0 || openingMonths.includes(Number(first.slice(5, 7)));
		if (isItsMonth && opening > day) return opening;
	}
	throw new RangeError('A rule without a month in a year');
}

/** The rhythms that have a name, as rules; any other is the series' own. */
export const namedRhythms = {
	yearly: 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15',
	'every-second-year': 'FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYMONTHDAY=15',
	'each-third': 'FREQ=YEARLY;BYMONTH=1,5,9;BYMONTHDAY=15'
} as const;
export type RhythmName = keyof typeof namedRhythms;

export const rhythmName: Readonly<Record<RhythmName, string>> = {
	yearly: 'Varje år',
	'every-second-year': 'Vartannat år',
	'each-third': 'Varje tertial'
};

export const rhythmNames: readonly RhythmName[] = ['yearly', 'every-second-year', 'each-third'];

export function nameOfRhythm(rule: string): RhythmName | null {
	return rhythmNames.find((name) => namedRhythms[name] === rule) ?? null;
}
