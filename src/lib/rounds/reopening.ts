import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Round } from './round.ts';

/** More time for one unit, after the round has closed for all. It answers to the end of its own last day. */
export interface Reopening {
	readonly unitId: string;
	readonly reopenedAt: Date;
	readonly lastDay: CalendarDate;
	readonly reason: string;
	/** null while the unit may answer, and until what it has answered has been mixed with the others' answers. */
	readonly endedAt: Date | null;
}

export type ReopeningRefusal =
	| 'cancelled'
	| 'not-closed'
	| 'not-asked'
	| 'has-answered'
	| 'already-reopened'
	| 'answers-seen'
	| 'last-day-has-passed'
	| 'reason-missing';

interface ReopeningCircumstances {
	readonly today: CalendarDate;
	readonly now: Date;
	readonly isAsked: boolean;
	readonly hasAnswered: boolean;
	/**
	 * Somebody has read the round's texts, tried its table plan or compiled it: what comes after that would be known for the
	 * unit's by being new.
	 */
	readonly areAnswersSeen: boolean;
	readonly earlier: readonly Reopening[];
}

export function reopenedForUnit(
	round: Round,
	wanted: Pick<Reopening, 'unitId' | 'lastDay' | 'reason'>,
	circumstances: ReopeningCircumstances
): Result<Reopening, ReopeningRefusal> {
	const refusal =
		refusalOfRound(round, circumstances) ??
		refusalOfUnit(wanted, circumstances) ??
		refusalOfDay(wanted, circumstances);
	if (refusal) return refused(refusal);
	return accepted({ ...wanted, reopenedAt: circumstances.now, endedAt: null });
}

function refusalOfRound(round: Round, { areAnswersSeen }: ReopeningCircumstances): ReopeningRefusal | null {
	if (round.cancelledAt) return 'cancelled';
	if (!round.closedAt) return 'not-closed';
	return areAnswersSeen ? 'answers-seen' : null;
}

function refusalOfUnit(
	{ unitId }: Pick<Reopening, 'unitId'>,
	{ isAsked, hasAnswered, earlier }: ReopeningCircumstances
): ReopeningRefusal | null {
	if (!isAsked) return 'not-asked';
	// First: of a unit that may answer now nobody is told at once whether it has.
	if (underWay(earlier).some((each) => each.unitId === unitId)) return 'already-reopened';
	return hasAnswered ? 'has-answered' : null;
}

function refusalOfDay(
	{ lastDay, reason }: Pick<Reopening, 'lastDay' | 'reason'>,
	{ today }: ReopeningCircumstances
): ReopeningRefusal | null {
	if (lastDay < today) return 'last-day-has-passed';
	return reason === '' ? 'reason-missing' : null;
}

export function underWay(reopenings: readonly Reopening[]): Reopening[] {
	return reopenings.filter(({ endedAt }) => endedAt === null);
}
