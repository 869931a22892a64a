import { isEmptyValue } from '#lib/instruments/expressions/comparison.ts';
import {
	addShown,
	type ElementState,
	type Entry,
	entryScope,
	isOpen,
	isRepeated
} from '#lib/instruments/entries.ts';
import type { RepeatedElement } from '#lib/instruments/element.ts';
import { evaluate, holds } from '#lib/instruments/expressions/evaluate.ts';
import type { Expression } from '#lib/instruments/expressions/expression.ts';
import type { Answers, Calculation, Instrument } from '#lib/instruments/instrument.ts';
import {
	type PlacedQuestion,
	questionsByName,
	repeatedOf,
	steeringQuestions,
	unansweredOf
} from '#lib/instruments/instrumentIndex.ts';
import { pruneAnswer, pruneRecord } from './pruneAnswer.ts';
import { innerScope, type Scope } from '#lib/instruments/expressions/scope.ts';

/**
 * What a set of answers makes of a questionnaire: the answers that count are those to visible and open questions,
 * options, rows, cells and entries; the scope has the same with parameters, unanswered questions and worked-out values.
 */
export interface AnswerState extends ElementState {
	readonly answers: Answers;
	/** Indexes of the visible pages. */
	readonly pages: readonly number[];
}

/**
 * Which pages and elements are visible, and which of them closed. An answer that a condition has hidden or closed does not
 * count, nor in other conditions: what the respondent cannot answer must not steer what is asked. Answers only fall away, so the loop ends; and it ends at once
 * when no condition names what has fallen away.
 */
export function resolveState(instrument: Instrument, answers: Answers): AnswerState {
	const questions = questionsByName(instrument);
	let counting = knownAnswers(questions, answers);
	for (;;) {
		const scope = scopeOf(instrument, counting);
		const shown = { visible: new Set<string>(), closed: new Set<string>() };
		const passed = passedOver(instrument, scope);
		const pages = instrument.pages.flatMap((page, index) =>
			!passed(index) && holds(page.visibleIf, scope) && addShown(page.elements, scope, shown) ? [index] : []
		);
		const remaining = pruneRecord(counting, (name, value) => {
			const placed = questions.get(name);
			return placed && isOpen(shown, name) ? pruneAnswer(placed.question, value, scope) : undefined;
		});
		if (remaining === counting) return { answers: counting, scope, ...shown, pages };
		const before = counting;
		const fallen = Object.keys(before).filter((name) => before[name] !== remaining[name]);
		const steering = steeringQuestions(instrument);
		if (!fallen.some((name) => steering.has(name))) {
			const less = Object.fromEntries(fallen.map((name) => [name, remaining[name]]));
			return { answers: remaining, scope: innerScope(scope, less), ...shown, pages };
		}
		counting = remaining;
	}
}

function passedOver({ endings = [] }: Instrument, scope: Scope): (index: number) => boolean {
	const met = endings.filter((end) => holds(end.condition, scope));
	return (index) => met.some(({ page, until = Infinity }) => index > page && index < until);
}

/** Answers, parameters and what is worked out; a hidden answer falls away before anything is worked out again. */
function scopeOf(instrument: Instrument, counting: Readonly<Record<string, unknown>>): Scope {
	const known: Record<string, unknown> = {
		...unansweredOf(instrument),
		...counting,
		...instrument.parameters
	};
	const repeatedQuestions = repeatedOf(instrument);
	fillUpEntries(repeatedQuestions.values(), known);
	for (const calculation of instrument.calculations ?? []) {
		const repeated = repeatedQuestions.get(calculation.within ?? '');
		if (repeated) calculateEntries(repeated, calculation, known);
		else known[calculation.name] = valueOf(calculation, known);
	}
	return known;
}

/** Conditions see the entries that the page shows: the least number of them is there before anything is answered. */
function fillUpEntries(questions: Iterable<RepeatedElement>, known: Record<string, unknown>): void {
	for (const { name, minimum } of questions) {
		const entries: readonly unknown[] = Array.isArray(known[name]) ? known[name] : [];
		const missing = minimum - entries.length;
		if (missing > 0) known[name] = [...entries, ...Array.from({ length: missing }, () => ({}))];
	}
}

function calculateEntries(
	question: RepeatedElement,
	calculation: Calculation,
	known: Record<string, unknown>
): void {
	const value = known[question.name];
	if (!Array.isArray(value)) return;
	const entries = value as readonly Entry[];
	known[question.name] = entries.map((entry, index) => ({
		...entry,
		[calculation.name]: valueOf(calculation, entryScope(question, { entries, index }, known))
	}));
}

function valueOf({ expression, precision }: Calculation, scope: Scope): unknown {
	const value = evaluate(expression, scope);
	const isRounded = typeof value === 'number' && precision !== undefined;
	return isRounded ? Number.parseFloat(value.toFixed(Math.min(precision, 100))) : value;
}

function knownAnswers(questions: ReadonlyMap<string, PlacedQuestion>, answers: Answers): Answers {
	return pruneRecord(answers, (name, value) => {
		const question = questions.get(name)?.question;
		if (!question) return undefined;
		// An empty list of entries is an answer: that there are none, where the page began with some.
		const isAnswered = isRepeated(question) ? Array.isArray(value) : !isEmptyValue(value);
		return isAnswered ? value : undefined;
	});
}

interface Conditional {
	readonly isRequired?: boolean;
	readonly requiredIf?: Expression;
}

export function isRequiredNow(element: Conditional, scope: Scope): boolean {
	return element.requiredIf ? holds(element.requiredIf, scope) : element.isRequired === true;
}
