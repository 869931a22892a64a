import { addDays, addMonths, calendarDate, type CalendarDate } from '#lib/shared/calendarDate.ts';
import { openingAfter, type Recurrence } from './recurrence.ts';
import type { Round } from './round.ts';
import { partEndingIn, type RoundTime } from './roundName.ts';

export interface ProposedDates extends RoundTime {
	readonly periodFrom: CalendarDate;
	readonly periodTo: CalendarDate;
	readonly opensOn: CalendarDate;
	readonly closesOn: CalendarDate;
}

interface Proposal {
	readonly latest: Pick<Round, 'year' | 'part' | 'period'> | null;
	readonly today: CalendarDate;
	readonly recurrence: Recurrence;
	readonly answeringDays: number;
}

type AskedTime = Omit<ProposedDates, 'opensOn' | 'closesOn'>;

/** The first day of the part of the year that a day lies in, when the year is divided into parts of so many months. */
function startOfPart(day: CalendarDate, months: number): CalendarDate {
	const month = Number(day.slice(5, 7));
	return addMonths(calendarDate(`${day.slice(0, 7)}-01`), -((month - 1) % months));
}

/** The first such day that is not before the day. */
function nextStart(day: CalendarDate, months: number): CalendarDate {
	const start = startOfPart(day, months);
	return start === day ? day : addMonths(start, months);
}

/** The part of a year after the last round's time; of a first round the latest that has passed. */
function nextPart({ latest, today, recurrence: { months } }: Proposal): AskedTime {
	const periodFrom = latest
		? nextStart(addDays(latest.period.to, 1), months)
		: addMonths(startOfPart(today, months), -months);
	const periodTo = addDays(addMonths(periodFrom, months), -1);
	const part = partEndingIn(Number(periodTo.slice(5, 7)), months);
	return { year: Number(periodTo.slice(0, 4)), part, periodFrom, periodTo };
}

function yearAfter({ latest, today, recurrence: { months } }: Proposal): number {
	if (!latest) return Number(today.slice(0, 4));
	const years = months / 12;
	if (!latest.part) return latest.year + years;
	return Number(nextStart(addDays(latest.period.to, 1), 12).slice(0, 4)) + years;
}

/** The calendar years before the year that the round is held in. */
function nextYears(proposal: Proposal): AskedTime {
	const year = yearAfter(proposal);
	const years = proposal.recurrence.months / 12;
	return {
		year,
		part: null,
		periodFrom: calendarDate(`${String(year - years)}-01-01`),
		periodTo: calendarDate(`${String(year - 1)}-12-31`)
	};
}

/** The next round by the rhythm of its series: what it asks about, and from when; at once when that day has passed. */
export function proposeDates(proposal: Proposal): ProposedDates {
	const { today, recurrence, answeringDays } = proposal;
	const asked = recurrence.months < 12 ? nextPart(proposal) : nextYears(proposal);
	const usualOpening = openingAfter(recurrence, asked.periodTo);
	const opensOn = usualOpening < today ? today : usualOpening;
	return { ...asked, opensOn, closesOn: addDays(opensOn, answeringDays) };
}
