import { isEmptyValue } from '#lib/instruments/expressions/comparison.ts';
import { isRecord } from '#lib/instruments/record.ts';
import type { Choice, MatrixDropdownElement, Question, RepeatedElement } from '#lib/instruments/element.ts';
import { entriesOf, entryState, isOpen } from '#lib/instruments/entries.ts';
import { holds } from '#lib/instruments/expressions/evaluate.ts';
import { conditionsIn } from '#lib/instruments/expressions/conditions.ts';
import { innerScope, type Scope } from '#lib/instruments/expressions/scope.ts';
import { namedQuestions } from '#lib/instruments/instrumentIndex.ts';

export function visibleChoices(choices: readonly Choice[], scope: Scope): readonly Choice[] {
	return choices.filter((choice) => holds(choice.visibleIf, scope));
}

/** The scope of a cell's own condition: `{row.antal}` is the cell beside it. */
export function rowScope(scope: Scope, row: unknown): Scope {
	return innerScope(scope, { row: isRecord(row) ? row : {} });
}

/** The part of an answer that visible options, rows, open cells and entries hold; the same object when that is all of it. */
export function pruneAnswer(question: Question, value: unknown, scope: Scope): unknown {
	if (!conditionsIn(question).areAny) return value;
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
		case 'matrixdynamic':
		case 'paneldynamic':
			return pruneEntries(question, value, scope);
		default:
			return value;
	}
}

function isOffered(choices: readonly Choice[], value: unknown, scope: Scope): boolean {
	const choice = choices.find((candidate) => candidate.value === value);
	return choice !== undefined && holds(choice.visibleIf, scope);
}

function pruneSelection(choices: readonly Choice[], value: unknown, scope: Scope): unknown {
	if (!conditionsIn(choices).areAny) return value;
	if (!Array.isArray(value)) return isOffered(choices, value, scope) ? value : undefined;
	const kept = value.filter((item) => isOffered(choices, item, scope));
	if (kept.length === value.length) return value;
	return kept.length > 0 ? kept : undefined;
}

function pruneRows(value: unknown, prune: (key: string, part: unknown) => unknown): unknown {
	if (!isRecord(value)) return undefined;
	const kept = pruneRecord(value, prune);
	return kept !== value && isEmptyValue(kept) ? undefined : kept;
}

/** What `prune` leaves of each part; the same object when that is all of it. */
export function pruneRecord(
	value: Readonly<Record<string, unknown>>,
	prune: (key: string, part: unknown) => unknown
): Readonly<Record<string, unknown>> {
	let kept: Record<string, unknown> | undefined;
	for (const key of Object.keys(value)) {
		const rest = prune(key, value[key]);
		if (rest === value[key]) continue;
		kept ??= { ...value };
		if (rest === undefined) Reflect.deleteProperty(kept, key);
		else kept[key] = rest;
	}
	return kept ?? value;
}

function pruneCells(question: MatrixDropdownElement, cells: unknown, scope: Scope): unknown {
	const inRow = rowScope(scope, cells);
	return pruneRows(cells, (name, value) => {
		const column = question.columns.find((candidate) => candidate.name === name);
		const isAsked = column && holds(column.visibleIf, inRow) && holds(column.enableIf, inRow);
		return isAsked ? pruneAnswer(column, value, inRow) : undefined;
	});
}

/** Entries stay where they are, also when nothing is left of them: the respondent sees them on the page. */
function pruneEntries(question: RepeatedElement, value: unknown, scope: Scope): unknown {
	if (!Array.isArray(value)) return undefined;
	const questions = namedQuestions(question.elements);
	const entries = entriesOf(question, value);
	const kept = value.map((entry: Readonly<Record<string, unknown>>, index) => {
		const state = entryState(question, { entries, index }, scope);
		return pruneRecord(entry, (name, part) => {
			const inner = questions.get(name);
			return inner && isOpen(state, name) ? pruneAnswer(inner, part, state.scope) : undefined;
		});
	});
	return kept.every((entry, index) => entry === value[index]) ? value : kept;
}
