import type { CalendarDate } from '#lib/shared/calendarDate.ts';

/** The next round of a series in a few lines: what one click plans. */
export interface OfferedRound {
	readonly seriesId: string;
	/** The round's name and place in the series. */
	readonly name: string;
	readonly place: number;
	readonly opensOn: CalendarDate;
	readonly closesOn: CalendarDate;
	/** How many units are asked, and what has changed in the register since the last time. */
	readonly asked: number;
	readonly added: number;
	readonly gone: number;
}
