import { addDays, addMonths, type CalendarDate } from '#lib/shared/calendarDate.ts';

/** Under two months people count days. */
const longestInDays = 60;

function countedText(count: number, [one, many]: readonly [string, string]): string {
	return `${String(count)} ${count === 1 ? one : many}`;
}

function wholeMonths(from: CalendarDate, to: CalendarDate): number {
	let months = 0;
	while (addMonths(from, months + 1) <= to) months += 1;
	return months;
}

/** A span of days in the words people use: `12 dagar`, `5 månader`, `1 år och 5 månader`. Whole months, rounded down. */
export function spanText(days: number, from: CalendarDate): string {
	if (days <= longestInDays) return countedText(days, ['dag', 'dagar']);
	const months = wholeMonths(from, addDays(from, days));
	const years = Math.floor(months / 12);
	const rest = months % 12;
	const parts = [
		years > 0 ? `${String(years)} år` : '',
		rest > 0 ? countedText(rest, ['månad', 'månader']) : ''
	];
	return parts.filter((part) => part !== '').join(' och ');
}
