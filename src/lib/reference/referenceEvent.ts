import type { CalendarDate } from '#lib/shared/calendarDate.ts';

/** What has happened outside the survey that its numbers should be read beside. */
export const eventKinds = ['lag', 'definition', 'insats', 'verksamhet', 'annat'] as const;
export type EventKind = (typeof eventKinds)[number];

export const eventKindText: Readonly<Record<EventKind, string>> = {
	lag: 'Ny eller ändrad lag',
	/** Breaks a series: what is counted before and after may be different things. */
	definition: 'Ändrad brottsrubricering, definition eller registrering',
	insats: 'Polisinsats eller annan insats',
	verksamhet: 'Verksamhet som öppnat eller stängt',
	annat: 'Annat'
};

export interface EventFacts {
	readonly on: CalendarDate;
	/** The last day of what went on for a time. */
	readonly until: CalendarDate | null;
	readonly kind: EventKind;
	readonly title: string;
	readonly text: string;
	readonly source: string;
	readonly address: string | null;
	readonly isShown: boolean;
}

export interface ReferenceEvent extends EventFacts {
	readonly eventId: string;
}
