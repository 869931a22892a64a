import { usualReminders } from '#lib/rounds/reminderDays.ts';
import type { Round } from '#lib/rounds/round.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';

/** A round that answers are wanted to in March 2027, and nothing has happened to. */
export function round(changes: Partial<Round> = {}): Round {
	return {
		roundId: 'r',
		seriesId: 's',
		year: 2027,
		part: null,
		period: { from: calendarDate('2026-01-01'), to: calendarDate('2026-12-31') },
		opensOn: calendarDate('2027-03-01'),
		closesOn: calendarDate('2027-03-31'),
		reminders: usualReminders,
		threshold: 5,
		keepsOrganisations: false,
		plannedAt: null,
		openedAt: null,
		closedAt: null,
		cancelledAt: null,
		cancelReason: null,
		erasedAt: null,
		method: { whyThisProblem: '', sourcesUsed: '', limitsOfSources: '', meaningOfLimits: '' },
		...changes
	};
}
