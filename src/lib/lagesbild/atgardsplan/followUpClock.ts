import { addMonths, calendarDate, daysBetween, type CalendarDate } from '#lib/shared/calendarDate.ts';
import { isUnderWay, type Measure } from './measure.ts';
import type { Plan } from './plan.ts';

/** Lag (2023:196) 6 §: the plan is followed up at least every second year. */
const monthsAllowed = 24;
const warningMonths = 6;

export interface PlanClock {
	/** The day since when every measure has been followed up, or the day of the decision. */
	readonly countedFrom: CalendarDate;
	readonly deadline: CalendarDate;
	/** Negative when the time has passed. */
	readonly daysLeft: number;
	readonly state: 'in-time' | 'soon' | 'overdue';
}

/** A plan is followed up when all its measures are: the measure that waited longest counts. */
export function planClock({ decision, measures }: Plan, today: CalendarDate): PlanClock | null {
	if (!decision) return null;
	const days = measures.map(({ followUps }) => followUps[0]?.on ?? decision.on);
	const earliest = days.toSorted()[0] ?? decision.on;
	const countedFrom = earliest > decision.on ? earliest : decision.on;
	const deadline = addMonths(countedFrom, monthsAllowed);
	const daysLeft = daysBetween(today, deadline);
	const state = daysLeft < 0 ? 'overdue' : today >= addMonths(deadline, -warningMonths) ? 'soon' : 'in-time';
	return { countedFrom, deadline, daysLeft, state };
}

export interface Tertial {
	readonly name: string;
	readonly from: CalendarDate;
	readonly to: CalendarDate;
}

const tertials = [
	['01-01', '04-30'],
	['05-01', '08-31'],
	['09-01', '12-31']
] as const;

/** The third of the year that a day lies in. */
export function tertialOf(day: CalendarDate): Tertial {
	const year = day.slice(0, 4);
	const place = Math.floor((Number(day.slice(5, 7)) - 1) / 4);
	const [from, to] = tertials[place] ?? tertials[2];
	return {
		name: `tertial ${String(place + 1)} ${year}`,
		from: calendarDate(`${year}-${from}`),
		to: calendarDate(`${year}-${to}`)
	};
}

function tertialBefore({ from }: Tertial): Tertial {
	return tertialOf(addMonths(from, -1));
}

export interface PledgeReminder {
	readonly tertial: Tertial;
	/** `soon`: in the tertial's last month. `overdue`: the tertial has ended, and nobody has followed up since. */
	readonly state: 'soon' | 'overdue';
}

/**
 * A medborgarlöfte is followed up each tertial. A follow-up that comes after the tertial's end makes up for it; what ended
 * before the plan was decided, or before the measure began, is not asked for.
 */
export function pledgeReminder(
	measure: Measure,
	decidedOn: CalendarDate,
	today: CalendarDate
): PledgeReminder | null {
	const { content, followUps } = measure;
	if (content.kind !== 'medborgarlofte' || !isUnderWay(measure)) return null;
	const begins = content.from > decidedOn ? content.from : decidedOn;
	const latest = followUps[0]?.on;
	const isFollowedUpSince = (day: CalendarDate) => latest !== undefined && latest >= day;
	const current = tertialOf(today);
	const previous = tertialBefore(current);
	if (begins <= previous.to && !isFollowedUpSince(previous.from)) {
		return { tertial: previous, state: 'overdue' };
	}
	const isLastMonth = today >= addMonths(current.from, 3);
	if (begins > today || !isLastMonth || isFollowedUpSince(current.from)) return null;
	return { tertial: current, state: 'soon' };
}
