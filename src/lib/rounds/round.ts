import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';

/** One year of a series. Its state is computed from its timestamps and the day, never stored. */
export interface Round {
	readonly roundId: string;
	readonly seriesId: string;
	readonly year: number;
	readonly period: { readonly from: CalendarDate; readonly to: CalendarDate };
	readonly opensOn: CalendarDate;
	/** The last day to answer, to its end in Swedish time. */
	readonly closesOn: CalendarDate;
	/** T: the least number of persons that may be shown. */
	readonly threshold: number;
	readonly openedAt: Date | null;
	readonly closedAt: Date | null;
	readonly method: MethodAnswers;
}

/** Brå's four control questions on the choice and the limits of sources (bra.se, stöd för kartläggning av lägesbilden). */
export interface MethodAnswers {
	readonly whyThisProblem: string;
	readonly sourcesUsed: string;
	readonly limitsOfSources: string;
	readonly meaningOfLimits: string;
}

/** ended: the last day has passed, so nobody can answer, but the samordnare has not closed the round yet. */
export type RoundState = 'planned' | 'open' | 'ended' | 'closed';

export function roundState(
	round: Pick<Round, 'openedAt' | 'closedAt' | 'closesOn'>,
	today: CalendarDate
): RoundState {
	if (round.closedAt) return 'closed';
	if (!round.openedAt) return 'planned';
	return today > round.closesOn ? 'ended' : 'open';
}

export type OpeningRefusal = 'already-open' | 'closing-day-has-passed' | 'nobody-asked';

export function openedRound(
	round: Round,
	circumstances: { readonly today: CalendarDate; readonly now: Date; readonly askedUnits: number }
): Result<Round, OpeningRefusal> {
	if (round.openedAt) return refused('already-open');
	if (circumstances.today > round.closesOn) return refused('closing-day-has-passed');
	if (circumstances.askedUnits === 0) return refused('nobody-asked');
	return accepted({ ...round, openedAt: circumstances.now });
}

export type ClosingRefusal = 'not-open' | 'already-closed';

export function closedRound(round: Round, now: Date): Result<Round, ClosingRefusal> {
	if (round.closedAt) return refused('already-closed');
	if (!round.openedAt) return refused('not-open');
	return accepted({ ...round, closedAt: now });
}

export type AnsweringRefusal = 'not-open-yet' | 'closed';

/** Whether the round takes answers on a day. */
export function mayAnswer(
	round: Pick<Round, 'openedAt' | 'closedAt' | 'closesOn'>,
	today: CalendarDate
): Result<null, AnsweringRefusal> {
	const state = roundState(round, today);
	if (state === 'planned') return refused('not-open-yet');
	return state === 'open' ? accepted(null) : refused('closed');
}
