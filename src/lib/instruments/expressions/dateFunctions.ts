/**
 * SurveyJS's functions of dates. A date is text here, as it is in an answer: `2026-11-22`, with the time after a T only
 * when there is one. Reckoning is done in UTC, so that no server's time zone moves a day.
 */
type DateFunction = (values: readonly unknown[], today: string | null) => unknown;

const pattern = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?/;

function isWithin(count: number, most: number): boolean {
	return count >= 1 && count <= most;
}

function readDate(value: unknown): Date | undefined {
	const parts = typeof value === 'string' ? pattern.exec(value) : null;
	if (!parts) return undefined;
	const written = parts.slice(1) as (string | undefined)[];
	const [year, month, day, hour, minute, second] = written.map((part, index) =>
		Number(part ?? (index === 2 ? 1 : 0))
	) as [number, number, number, number, number, number];
	// As the language reads dates: the 30th of February is the 2nd of March, but there is no 13th month.
	return isWithin(month, 12) && isWithin(day, 31)
		? new Date(Date.UTC(year, month - 1, day, hour, minute, second))
		: undefined;
}

function writeDate(date: Date): string | null {
	// toISOString throws on what is no date, and writes years outside 0–9999 with a sign.
	const year = date.getUTCFullYear();
	if (Number.isNaN(year) || year < 0 || year > 9999) return null;
	const text = date.toISOString();
	return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}

function monthsBetween(from: Date, to: Date): number {
	const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
	return to.getUTCDate() < from.getUTCDate() ? months - 1 : months;
}

const dayLength = 86_400_000;
const unitLengths: Readonly<Record<string, number>> = { hours: 3_600_000, minutes: 60_000, seconds: 1000 };

function daysBetween(from: Date, to: Date): number {
	const day = (date: Date) => Math.floor(date.getTime() / dayLength);
	return Math.abs(day(to) - day(from));
}

function difference(from: Date | undefined, to: Date | undefined, unit: unknown): number | null {
	if (!from || !to) return null;
	if (unit === 'days') return daysBetween(from, to);
	const length = typeof unit === 'string' ? unitLengths[unit] : undefined;
	if (length !== undefined) return Math.ceil(Math.abs(to.getTime() - from.getTime()) / length);
	const months = monthsBetween(from, to);
	return unit === 'months' ? months : Math.trunc(months / 12);
}

const adders: Readonly<Record<string, (date: Date, count: number) => void>> = {
	days: (date, count) => date.setUTCDate(date.getUTCDate() + count),
	months: (date, count) => date.setUTCMonth(date.getUTCMonth() + count),
	years: (date, count) => date.setUTCFullYear(date.getUTCFullYear() + count),
	hours: (date, count) => date.setUTCHours(date.getUTCHours() + count),
	minutes: (date, count) => date.setUTCMinutes(date.getUTCMinutes() + count),
	seconds: (date, count) => date.setUTCSeconds(date.getUTCSeconds() + count)
};

function dateAdd([value, count, unit]: readonly unknown[]): string | null {
	const date = readDate(value);
	if (!date || typeof count !== 'number' || count === 0) return null;
	adders[typeof unit === 'string' && Object.hasOwn(adders, unit) ? unit : 'days']?.(date, count);
	return writeDate(date);
}

function today([shift]: readonly unknown[], day: string | null): string | null {
	return typeof shift === 'number' && shift !== 0 ? dateAdd([day, shift]) : day;
}

const part =
	(read: (date: Date) => number): DateFunction =>
	([value], day) => {
		const date = readDate(value === null || value === undefined || value === '' ? day : value);
		return date ? read(date) : null;
	};

const yearOf = part((date) => date.getUTCFullYear());

export const dateFunctions: Readonly<Record<string, DateFunction>> = {
	getDate: ([value]) => {
		const date = readDate(value);
		return date ? writeDate(date) : null;
	},
	age: ([value, unit], day) => difference(readDate(value), readDate(day), unit ?? 'years'),
	dateDiff: ([from, to, unit]) => difference(readDate(from), readDate(to), unit ?? 'days'),
	diffDays: ([from, to]) => difference(readDate(from), readDate(to), 'days') ?? 0,
	dateAdd,
	today,
	currentDate: (_, day) => day,
	currentYear: (_, day) => yearOf([], day),
	getYear: (values) => yearOf(values, null),
	year: yearOf,
	month: part((date) => date.getUTCMonth() + 1),
	day: part((date) => date.getUTCDate()),
	weekday: part((date) => date.getUTCDay())
};
