import type { CountStatus } from '#lib/instruments/countStatus.ts';
import { countStatuses } from '#lib/instruments/countStatus.ts';
import { breakBetween } from '#lib/instruments/comparability/breakBetween.ts';
import type { ComparedQuestionnaires } from '#lib/instruments/comparability/seriesBreak.ts';
import type { Answers, Instrument, PackedRow } from '#lib/instruments/instrument.ts';
import { packAnswers, unpackRow, type UnpackedAnswer } from '#lib/instruments/answers/packAnswers.ts';
import { departsStrongly } from './departure.ts';

type CountAnswer = number | CountStatus;

/** What the unit itself answered to a count the time before. */
export interface PreviousCount {
	/** The variable's code in the codebook. */
	readonly code: string;
	readonly title: string;
	/** Name of the control that takes the number: the variable's path with dots. */
	readonly field: string;
	readonly answer: CountAnswer;
}

/** The unit's own figures of an earlier round. */
export interface PreviousFigures {
	/** The year that the figures are about. */
	readonly period: number | string;
	/** The latest closed round; otherwise the unit has left one out. */
	readonly isLatestRound: boolean;
	readonly counts: readonly PreviousCount[];
}

/** An earlier round's answers of the same unit. */
export interface EarlierAnswers {
	readonly row: PackedRow;
	/** The sector's questionnaires of both rounds, as they were frozen. */
	readonly between: ComparedQuestionnaires;
}

/** A figure that is far from the one the time before. */
export interface Departure extends PreviousCount {
	readonly answer: number;
	readonly now: number;
}

function asCount(answer: UnpackedAnswer): CountAnswer | null {
	if (typeof answer === 'number') return answer;
	return countStatuses.find((status) => status === answer) ?? null;
}

/**
 * The unit's earlier counts that may be set beside this round's questions: those whose series holds, by the rules and the
 * judgements of the report's comparison (docs/decisions/0127).
 */
export function previousCounts({ row, between }: EarlierAnswers): PreviousCount[] {
	const { earlier, later } = between;
	const before = new Map(unpackRow(earlier.instrument, row).map((value) => [value.variable.code, value]));
	return later.instrument.variables.flatMap((variable) => {
		const found = before.get(variable.code);
		if (variable.role !== 'count' || found?.variable.role !== 'count') return [];
		const answer = asCount(found.answer);
		if (answer === null || breakBetween(variable, between)) return [];
		const { code, title, path } = variable;
		return [{ code, title, field: path.join('.'), answer }];
	});
}

function asNumber(answer: CountAnswer | null): number | null {
	return answer === 'noll' ? 0 : typeof answer === 'number' ? answer : null;
}

/** The figures that depart strongly from the time before, in the order of the codebook. `answers` as validated. */
export function departures(
	instrument: Instrument,
	answers: Answers,
	previous: readonly PreviousCount[]
): Departure[] {
	const values = unpackRow(instrument, packAnswers(instrument, answers).row);
	const nowOf = new Map(values.map(({ variable, answer }) => [variable.code, asNumber(asCount(answer))]));
	return previous.flatMap((count) => {
		const before = asNumber(count.answer);
		const now = nowOf.get(count.code) ?? null;
		if (before === null || now === null || !departsStrongly(before, now)) return [];
		return [{ ...count, answer: before, now }];
	});
}
