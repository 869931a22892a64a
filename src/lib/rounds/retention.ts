import { z } from 'zod';
import { addMonths, type CalendarDate } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import { typedInteger } from '#lib/shared/typedInteger.ts';
import type { Round } from './round.ts';

/** How long a round's answers are kept, by whose decision. */
export interface RetentionRule {
	readonly months: number;
	/** decided: from the day that its lägesbild was published. closed: from the day that it closed. */
	readonly countedFrom: 'decided' | 'closed';
	/** The decision that says so, with its number. */
	readonly decision: string;
}

export const retentionRuleSchema = z.object({
	months: typedInteger('Ange antal månader').pipe(
		z.number().min(0, { error: 'Ange 0 månader eller fler' }).max(600, { error: 'Ange högst 600 månader' })
	),
	countedFrom: z.enum(['decided', 'closed'], { error: 'Välj vad tiden räknas från' }),
	decision: z
		.string()
		.transform((text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim())
		.pipe(
			z
				.string()
				.min(1, { error: 'Ange beslutet som regeln följer av' })
				.max(300, { error: 'Högst 300 tecken' })
		)
});

/** The days that a round came to an end. */
export interface RoundEnds {
	readonly decidedOn: CalendarDate | null;
	readonly closedOn: CalendarDate | null;
	readonly cancelledOn: CalendarDate | null;
}

/** From when the round may be erased; null while what the rule counts from has not been. */
export function erasureDueOn(rule: RetentionRule, ends: RoundEnds): CalendarDate | null {
	const from = ends.cancelledOn ?? (rule.countedFrom === 'decided' ? ends.decidedOn : ends.closedOn);
	return from && addMonths(from, rule.months);
}

export interface ErasureCircumstances extends RoundEnds {
	readonly rule: RetentionRule | null;
	readonly today: CalendarDate;
	/** A version of its lägesbild waits for the granskare. */
	readonly isUnderReview: boolean;
	/** A later round of the series has not been published, and would be compared with this one. */
	readonly isNeededLater: boolean;
}

export type ErasureRefusal =
	'already-erased' | 'not-decided' | 'under-review' | 'no-rule' | 'too-early' | 'needed-by-later-round';

function earlierThanDue(circumstances: ErasureCircumstances): Result<CalendarDate, 'no-rule' | 'too-early'> {
	const { rule, today } = circumstances;
	if (!rule) return refused('no-rule');
	const dueOn = erasureDueOn(rule, circumstances);
	return dueOn !== null && today >= dueOn ? accepted(dueOn) : refused('too-early');
}

/**
 * Whether a round may be erased now. One that is not called off must have been published first: its answers were given for
 * that.
 * @returns the day from which it may
 */
export function mayErase(
	round: Pick<Round, 'erasedAt'>,
	circumstances: ErasureCircumstances
): Result<CalendarDate, ErasureRefusal> {
	if (round.erasedAt) return refused('already-erased');
	const { cancelledOn, decidedOn, isUnderReview, isNeededLater } = circumstances;
	if (!cancelledOn && !decidedOn) return refused('not-decided');
	if (isUnderReview) return refused('under-review');
	const due = earlierThanDue(circumstances);
	if (!due.ok) return due;
	return isNeededLater ? refused('needed-by-later-round') : due;
}

/** Confirmed by another person than the one that proposed it. */
export function mayConfirmErasure(proposedBy: string, accountId: string): Result<null, 'same-person'> {
	return proposedBy === accountId ? refused('same-person') : accepted(null);
}
