import { addMonths, daysBetween, type CalendarDate } from '#lib/shared/calendarDate.ts';

/** Lag (2023:196) 6 §: the lägesbild is updated at least every second year. */
const monthsAllowed = 24;
/** When to start the next round: half a year is what a round takes from invitation to decision. */
const warningMonths = 6;

export interface LawClock {
	readonly latestPublishedOn: CalendarDate;
	readonly deadline: CalendarDate;
	/** Negative when the deadline has passed. */
	readonly daysLeft: number;
	readonly state: 'in-time' | 'soon' | 'overdue';
}

export function deadlineOf(publishedOn: CalendarDate) {
	const deadline = addMonths(publishedOn, monthsAllowed);
	return { deadline, warnsOn: addMonths(deadline, -warningMonths) };
}

/** The clock of a series, or null while nothing has been published. */
export function lawClock(latestPublishedOn: CalendarDate | null, today: CalendarDate): LawClock | null {
	if (!latestPublishedOn) return null;
	const { deadline, warnsOn } = deadlineOf(latestPublishedOn);
	const daysLeft = daysBetween(today, deadline);
	const state = daysLeft < 0 ? 'overdue' : today >= warnsOn ? 'soon' : 'in-time';
	return { latestPublishedOn, deadline, daysLeft, state };
}
