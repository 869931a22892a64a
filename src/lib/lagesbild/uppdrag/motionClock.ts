import { addMonths, daysBetween, type CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Motion } from './motion.ts';

/** Kommunallagen (2017:725) 5 kap. 35 §: if possible so prepared that fullmäktige can decide within one year. */
const monthsAllowed = 12;
/** A case that goes by a board and kommunstyrelsen takes a quarter of a year to fullmäktige. */
const warningMonths = 3;

export interface MotionClock {
	readonly deadline: CalendarDate;
	/** Negative when the year has passed. */
	readonly daysLeft: number;
	/** `reported`: not decided, but fullmäktige has been told what has come up, as the paragraph demands. */
	readonly state: 'in-time' | 'soon' | 'overdue' | 'reported' | 'decided';
}

/** How long a motion has left of its year. */
export function motionClock(
	{ receivedOn, reportedOn, decision }: Pick<Motion, 'receivedOn' | 'reportedOn' | 'decision'>,
	today: CalendarDate
): MotionClock {
	const deadline = addMonths(receivedOn, monthsAllowed);
	const state = (): MotionClock['state'] => {
		if (decision) return 'decided';
		if (reportedOn) return 'reported';
		if (today > deadline) return 'overdue';
		return today >= addMonths(deadline, -warningMonths) ? 'soon' : 'in-time';
	};
	return { deadline, daysLeft: daysBetween(today, deadline), state: state() };
}
