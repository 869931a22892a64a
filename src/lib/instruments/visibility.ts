import { isEmptyValue, isRecord } from './comparison.ts';
import { evaluate, holds, type Scope } from './evaluate.ts';
import type { Choice, Element, MatrixDropdownElement, Question } from './element.ts';
import type { Expression } from './expression.ts';
import type { Answers, Instrument } from './instrument.ts';
import { questionsByName, unansweredOf } from './instrumentIndex.ts';

/** What a set of answers makes of a questionnaire. */
export interface AnswerState {
	/** The answers that count: those to visible questions, options, rows and cells. */
	readonly answers: Answers;
	/** The same with parameters and unanswered questions, for conditions and piping. */
	readonly scope: Scope;
	/** Names of the visible elements of every kind. */
	readonly visible: ReadonlySet<string>;
	/** Indexes of the visible pages. */
	readonly pages: readonly number[];
}

/**
 * Which pages and elements are visible. An answer that a condition has hidden does not count in other conditions: what
 * the respondent cannot see must not steer what is asked. Answers only fall away, so the loop ends.
 */
export function resolveState(instrument: Instrument, answers: Answers): AnswerState {
	const questions = questionsByName(instrument);
	const unanswered = unansweredOf(instrument);
	let counting = knownAnswers(questions.keys(), answers);
	for (;;) {
		const scope = calculatedScope(instrument, { ...unanswered, ...counting, ...instrument.parameters });
		const visible = new Set<string>();
		const pages = instrument.pages.flatMap((page, index) =>
			holds(page.visibleIf, scope) && addVisible(page.elements, scope, visible) ? [index] : []
		);
		const remaining: Record<string, unknown> = {};
		let isSettled = true;
		for (const [name, value] of Object.entries(counting)) {
			const placed = questions.get(name);
			const kept = placed && visible.has(name) ? pruneAnswer(placed.question, value, scope) : undefined;
			if (kept !== value) isSettled = false;
			if (kept !== undefined) remaining[name] = kept;
		}
		if (isSettled) return { answers: counting, scope, visible, pages };
		counting = remaining;
	}
}

/** Adds what is worked out from the answers that count; a hidden answer falls away before anything is worked out again. */
function calculatedScope({ calculations = [] }: Instrument, known: Record<string, unknown>): Scope {
	for (const { name, expression, precision } of calculations) {
		const value = evaluate(expression, known);
		known[name] = typeof value === 'number' && precision !== undefined ? rounded(value, precision) : value;
	}
	return known;
}

function rounded(value: number, precision: number): number {
	return Number.parseFloat(value.toFixed(Math.min(precision, 100)));
}

function knownAnswers(names: Iterable<string>, answers: Answers): Record<string, unknown> {
	const known: Record<string, unknown> = {};
	for (const name of names) {
		if (Object.hasOwn(answers, name) && !isEmptyValue(answers[name])) known[name] = answers[name];
	}
	return known;
}

/** Adds the visible elements; a panel is visible when something in it is. */
function addVisible(elements: readonly Element[], scope: Scope, visible: Set<string>): boolean {
	let hasVisible = false;
	for (const element of elements) {
		if (!holds(element.visibleIf, scope)) continue;
		if (element.kind === 'panel' && !addVisible(element.elements, scope, visible)) continue;
		visible.add(element.name);
		hasVisible = true;
	}
	return hasVisible;
}

export function visibleChoices(choices: readonly Choice[], scope: Scope): readonly Choice[] {
	return choices.filter((choice) => holds(choice.visibleIf, scope));
}

/** The scope of a cell's own condition: `{row.antal}` is the cell beside it. */
export function rowScope(scope: Scope, row: unknown): Scope {
	return { ...scope, row: isRecord(row) ? row : {} };
}

/** The part of an answer that visible options, rows and cells hold; the same object when that is all of it. */
function pruneAnswer(question: Question, value: unknown, scope: Scope): unknown {
	switch (question.kind) {
		case 'radiogroup':
		case 'dropdown':
		case 'checkbox':
		case 'ranking':
			return pruneSelection(question.choices, value, scope);
		case 'matrix':
			return pruneRows(value, (row, column) =>
				isOffered(question.rows, row, scope) ? pruneSelection(question.columns, column, scope) : undefined
			);
		case 'matrixdropdown':
			return pruneRows(value, (row, cells) =>
				isOffered(question.rows, row, scope) ? pruneCells(question, cells, scope) : undefined
			);
		default:
			return value;
	}
}

function isOffered(choices: readonly Choice[], value: unknown, scope: Scope): boolean {
	const choice = choices.find((candidate) => candidate.value === value);
	return choice !== undefined && holds(choice.visibleIf, scope);
}

function pruneSelection(choices: readonly Choice[], value: unknown, scope: Scope): unknown {
	if (!choices.some((choice) => choice.visibleIf)) return value;
	if (!Array.isArray(value)) return isOffered(choices, value, scope) ? value : undefined;
	const kept = value.filter((item) => isOffered(choices, item, scope));
	if (kept.length === value.length) return value;
	return kept.length > 0 ? kept : undefined;
}

function pruneRows(value: unknown, prune: (key: string, part: unknown) => unknown): unknown {
	if (!isRecord(value)) return undefined;
	const kept: Record<string, unknown> = {};
	let isWhole = true;
	for (const [key, part] of Object.entries(value)) {
		const rest = prune(key, part);
		if (rest !== part) isWhole = false;
		if (rest !== undefined) kept[key] = rest;
	}
	if (isWhole) return value;
	return isEmptyValue(kept) ? undefined : kept;
}

function pruneCells(question: MatrixDropdownElement, cells: unknown, scope: Scope): unknown {
	const inRow = rowScope(scope, cells);
	return pruneRows(cells, (name, value) => {
		const column = question.columns.find((candidate) => candidate.name === name);
		if (!column || !holds(column.visibleIf, inRow)) return undefined;
		return column.kind === 'text' ? value : pruneSelection(column.choices, value, inRow);
	});
}

interface Conditional {
	readonly isRequired?: boolean;
	readonly requiredIf?: Expression;
	readonly enableIf?: Expression;
}

export function isRequiredNow(element: Conditional, scope: Scope): boolean {
	return element.requiredIf ? holds(element.requiredIf, scope) : element.isRequired === true;
}

export function isEnabledNow(element: Conditional, scope: Scope): boolean {
	return holds(element.enableIf, scope);
}
