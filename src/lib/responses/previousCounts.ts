import type { CountStatus } from '#lib/instruments/countStatus.ts';
import { countStatuses } from '#lib/instruments/countStatus.ts';
import type { Answers, Instrument, PackedRow, Variable } from '#lib/instruments/instrument.ts';
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
	readonly instrument: Instrument;
	readonly row: PackedRow;
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

function isSameCount(now: Variable, before: Variable): boolean {
	return before.role === 'count' && before.itemVersion === now.itemVersion && before.unit === now.unit;
}

/**
 * The unit's earlier counts that may be set beside this round's questions: the same code in the same version and the
 * same unit of counting, as in the report's comparison. A question that has been reworded gets no figure.
 */
export function previousCounts(instrument: Instrument, earlier: EarlierAnswers): PreviousCount[] {
	const before = new Map(
		unpackRow(earlier.instrument, earlier.row).map((value) => [value.variable.code, value])
	);
	return instrument.variables.flatMap((variable) => {
		const found = before.get(variable.code);
		if (variable.role !== 'count' || !found || !isSameCount(variable, found.variable)) return [];
		const answer = asCount(found.answer);
		if (answer === null) return [];
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
