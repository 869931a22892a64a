import { addDays, type CalendarDate } from '#lib/shared/calendarDate.ts';

/** The days of the work after the answers, in their order. */
export const roundDayKinds = ['disclosure', 'analysis', 'review', 'board', 'council'] as const;
export type RoundDayKind = (typeof roundDayKinds)[number];

export const roundDayName: Readonly<Record<RoundDayKind, string>> = {
	disclosure: 'Röjandekontroll klar',
	analysis: 'Analys klar',
	review: 'Granskning klar',
	board: 'Nämnd eller kommunstyrelse',
	council: 'Kommunfullmäktige'
};

// About half a year from invitation to decision, of which six weeks are the answering.
const daysAfterClosing: Readonly<Record<RoundDayKind, number>> = {
	disclosure: 7,
	analysis: 28,
	review: 42,
	board: 70,
	council: 105
};

export function proposeRoundDays(closesOn: CalendarDate): { kind: RoundDayKind; day: CalendarDate }[] {
	return roundDayKinds.map((kind) => ({ kind, day: addDays(closesOn, daysAfterClosing[kind]) }));
}
