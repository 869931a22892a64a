import type { CalendarDate } from '#lib/shared/calendarDate.ts';

/** A change of the round's threshold as the page shows it. */
export interface ThresholdChangeRow {
	readonly changeId: string;
	readonly from: number;
	readonly to: number;
	readonly reason: string;
	readonly proposer: string;
	readonly proposedOn: CalendarDate;
	readonly decider: string | null;
	readonly decidedOn: CalendarDate | null;
	/** Null while it waits. */
	readonly isApproved: boolean | null;
}
