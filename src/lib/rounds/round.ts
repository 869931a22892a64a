import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { ReminderDays } from './reminderDays.ts';
import type { RoundTime } from './roundName.ts';

/** One year of a series, or a part of one. Its state is computed from its timestamps and the day, never stored. */
export interface Round extends RoundTime {
	readonly roundId: string;
	readonly seriesId: string;
	readonly period: { readonly from: CalendarDate; readonly to: CalendarDate };
	readonly opensOn: CalendarDate;
	/** The last day to answer, to its end in Swedish time. */
	readonly closesOn: CalendarDate;
	readonly reminders: ReminderDays;
	/** T: the least number of persons that may be shown. */
	readonly threshold: number;
	/** Whether numbers that tell of single organisations are hidden too (docs/decisions/0171). */
	readonly keepsOrganisations: boolean;
	/** When the samordnare let the timetable run; null is a proposal, which does nothing by itself. */
	readonly plannedAt: Date | null;
	readonly openedAt: Date | null;
	readonly closedAt: Date | null;
	readonly cancelledAt: Date | null;
	readonly cancelReason: string | null;
	/** When what was answered was erased, after the time that it is kept. */
	readonly erasedAt: Date | null;
	readonly method: MethodAnswers;
}

/** Brå's four control questions on the choice and the limits of sources (bra.se, stöd för kartläggning av lägesbilden). */
export interface MethodAnswers {
	readonly whyThisProblem: string;
	readonly sourcesUsed: string;
	readonly limitsOfSources: string;
	readonly meaningOfLimits: string;
}

/** ended: the last day has passed, so nobody can answer, but the round is not closed yet. */
export type RoundState = 'proposed' | 'planned' | 'open' | 'ended' | 'closed' | 'cancelled' | 'erased';

export function roundState(
	round: Pick<Round, 'plannedAt' | 'openedAt' | 'closedAt' | 'cancelledAt' | 'erasedAt' | 'closesOn'>,
	today: CalendarDate
): RoundState {
	if (round.erasedAt) return 'erased';
	if (round.cancelledAt) return 'cancelled';
	if (round.closedAt) return 'closed';
	if (round.openedAt) return today > round.closesOn ? 'ended' : 'open';
	return round.plannedAt ? 'planned' : 'proposed';
}

/** Where a round stands on its whole way: after closing it follows what has been made of it. */
export type RoundStage = RoundState | 'compiled' | 'decided';

export function roundStage(
	state: RoundState,
	lagesbilder: readonly { readonly publishedAt: Date | null }[]
): RoundStage {
	if (state !== 'closed' || lagesbilder.length === 0) return state;
	return lagesbilder.some(({ publishedAt }) => publishedAt) ? 'decided' : 'compiled';
}

interface Circumstances {
	readonly today: CalendarDate;
	readonly now: Date;
	readonly askedUnits: number;
	/** Changes of the questionnaires that a person must judge before anybody is asked: whether the series hold. */
	readonly unjudgedChanges: number;
}

export type PlanningRefusal = 'already-planned' | OpeningRefusal;

/** From proposal to a round that opens, reminds and closes by itself. */
export function plannedRound(round: Round, circumstances: Circumstances): Result<Round, PlanningRefusal> {
	if (round.plannedAt && !round.openedAt && !round.cancelledAt) return refused('already-planned');
	const opening = openedRound(round, circumstances);
	return opening.ok ? accepted({ ...round, plannedAt: circumstances.now }) : opening;
}

export type OpeningRefusal =
	'already-open' | 'cancelled' | 'closing-day-has-passed' | 'nobody-asked' | 'changes-not-judged';

export function openedRound(
	round: Round,
	{ today, now, askedUnits, unjudgedChanges }: Circumstances
): Result<Round, OpeningRefusal> {
	if (round.cancelledAt) return refused('cancelled');
	if (round.openedAt) return refused('already-open');
	if (today > round.closesOn) return refused('closing-day-has-passed');
	if (askedUnits === 0) return refused('nobody-asked');
	if (unjudgedChanges > 0) return refused('changes-not-judged');
	return accepted({ ...round, plannedAt: round.plannedAt ?? now, openedAt: now });
}

export type ClosingRefusal = 'not-open' | 'already-closed' | 'cancelled';

export function closedRound(round: Round, now: Date): Result<Round, ClosingRefusal> {
	if (round.cancelledAt) return refused('cancelled');
	if (round.closedAt) return refused('already-closed');
	if (!round.openedAt) return refused('not-open');
	return accepted({ ...round, closedAt: now });
}

export type MovingRefusal =
	'cancelled' | 'already-closed' | 'opening-has-been' | 'closing-day-has-passed' | 'closing-before-opening';

/** New days: both before the opening, the last day alone after it. A round whose last day has passed is extended by this. */
export function movedRound(
	round: Round,
	days: { readonly opensOn: CalendarDate; readonly closesOn: CalendarDate },
	today: CalendarDate
): Result<Round, MovingRefusal> {
	if (round.cancelledAt) return refused('cancelled');
	if (round.closedAt) return refused('already-closed');
	if (round.openedAt && days.opensOn !== round.opensOn) return refused('opening-has-been');
	if (days.closesOn < days.opensOn) return refused('closing-before-opening');
	if (days.closesOn < today) return refused('closing-day-has-passed');
	return accepted({ ...round, ...days });
}

export type RemindersRefusal = 'cancelled' | 'already-closed';

/** Other days for its reminders, as long as anybody is reminded. */
export function remindedRound(round: Round, reminders: ReminderDays): Result<Round, RemindersRefusal> {
	if (round.cancelledAt) return refused('cancelled');
	return round.closedAt ? refused('already-closed') : accepted({ ...round, reminders });
}

export type CancellingRefusal = 'cancelled' | 'already-closed' | 'reason-missing';

/** A round that has been closed holds answers that are to be reported, and is not cancelled. */
export function cancelledRound(
	round: Round,
	cancelling: { readonly reason: string; readonly now: Date }
): Result<Round, CancellingRefusal> {
	if (round.cancelledAt) return refused('cancelled');
	if (round.closedAt) return refused('already-closed');
	if (cancelling.reason === '') return refused('reason-missing');
	return accepted({ ...round, cancelledAt: cancelling.now, cancelReason: cancelling.reason });
}

export type AnsweringRefusal = 'not-open-yet' | 'closed';

/** Whether the round takes answers on a day. The links of a cancelled round are withdrawn. */
export function mayAnswer(
	round: Pick<Round, 'openedAt' | 'closedAt' | 'closesOn'>,
	today: CalendarDate
): Result<null, AnsweringRefusal> {
	if (round.closedAt) return refused('closed');
	if (!round.openedAt) return refused('not-open-yet');
	return today > round.closesOn ? refused('closed') : accepted(null);
}
