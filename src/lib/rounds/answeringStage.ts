import type { CalendarDate } from '#lib/shared/calendarDate.ts';

/** The days that are noted of a unit in a round before it has answered. */
export interface MarkedDays {
	readonly openedOn: CalendarDate | null;
	readonly begunOn: CalendarDate | null;
}

/** How far a unit that has not answered has come, and since which day. */
export type WaitingStage =
	{ readonly kind: 'not-opened' } | { readonly kind: 'opened' | 'begun'; readonly since: CalendarDate };

/** As it was when the day before ended: nobody is told what a unit does today. */
export function waitingStage(days: MarkedDays | undefined, today: CalendarDate): WaitingStage {
	const { openedOn = null, begunOn = null } = days ?? {};
	if (begunOn !== null && begunOn < today) return { kind: 'begun', since: begunOn };
	if (openedOn !== null && openedOn < today) return { kind: 'opened', since: openedOn };
	return { kind: 'not-opened' };
}

export const waitingFilters = ['ej-oppnat', 'ej-paborjat', 'paborjat'] as const;

/** A choice among those who have not answered, as it stands in an address. */
export type WaitingFilter = (typeof waitingFilters)[number];

export function isChosen({ kind }: WaitingStage, filter: WaitingFilter | null): boolean {
	switch (filter) {
		case 'ej-oppnat':
			return kind === 'not-opened';
		case 'ej-paborjat':
			return kind !== 'begun';
		case 'paborjat':
			return kind === 'begun';
		case null:
			return true;
	}
}
