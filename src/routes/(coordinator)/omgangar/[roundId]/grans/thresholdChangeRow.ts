import type { ThresholdChange } from '#lib/rounds/threshold.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';

/** A change of what the round keeps as the page shows it. */
export interface ThresholdChangeRow extends Pick<ThresholdChange, 'from' | 'to'> {
	readonly changeId: string;
	readonly words: string;
	/** Less is kept, so that it takes two. */
	readonly isLowering: boolean;
	readonly reason: string;
	readonly proposer: string;
	readonly proposedOn: CalendarDate;
	readonly decider: string | null;
	readonly decidedOn: CalendarDate | null;
	/** Null while it waits. */
	readonly isApproved: boolean | null;
}
