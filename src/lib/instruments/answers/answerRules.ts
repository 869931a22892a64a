import { type Message, messages } from '#lib/instruments/texts/answerMessages.ts';
import { isEmptyValue } from '#lib/instruments/expressions/comparison.ts';
import { isRecord } from '#lib/instruments/record.ts';
import { countColumns, type CountColumns } from '#lib/instruments/countColumns.ts';
import { type ElementState, entriesOf, entryState, isOpen } from '#lib/instruments/entries.ts';
import { holds } from '#lib/instruments/expressions/evaluate.ts';
import type {
	CellElement,
	Element,
	MatrixDropdownElement,
	MatrixElement,
	MultipleTextElement,
	PanelElement,
	Question,
	RepeatedElement
} from '#lib/instruments/element.ts';
import type { Answers } from '#lib/instruments/instrument.ts';
import type { Scope } from '#lib/instruments/expressions/scope.ts';
import { rowScope, visibleChoices } from './pruneAnswer.ts';
import { ruledElements } from './ruledElements.ts';
import { disabledChoice, selectionFaults } from './selectionRules.ts';
import { type Report, validatorFault } from './validatorFault.ts';
import { isRequiredNow } from './visibility.ts';

interface Check {
	readonly state: ElementState;
	readonly report: Report;
	/** What is said of a required question without an answer; a cell of a table says it in its own words. */
	readonly needsAnswer?: Message;
}

/** The rules between answers of open elements: what is required, and number or status for a count. */
export function checkRules(elements: readonly Element[], check: Check): void {
	for (const element of ruledElements(elements)) {
		if (!isOpen(check.state, element.name)) continue;
		if (element.kind === 'panel') checkPanel(element, check);
		else checkQuestion(element, check);
	}
}

function checkPanel(panel: PanelElement, check: Check): void {
	const { state, report } = check;
	if (panel.count) checkCount(panel, panel.count, check);
	else if (isRequiredNow(panel, state.scope) && !hasAnswer(panel.elements, state)) {
		report(panel.name, messages.panelNeedsAnswer);
	}
	checkRules(panel.elements, check);
}

function hasAnswer(elements: readonly Element[], state: ElementState): boolean {
	return elements.some((element) =>
		element.kind === 'panel' ? hasAnswer(element.elements, state) : state.answers[element.name] !== undefined
	);
}

function checkCount(panel: PanelElement, count: NonNullable<PanelElement['count']>, check: Check): void {
	const { answers, scope } = check.state;
	const fault = countFault({
		number: answers[count.number],
		status: answers[count.status],
		isRequired: isRequiredNow(panel, scope),
		refusesZero: count.countsPersons === true
	});
	if (fault) check.report(count.number, fault);
}

function countFault(count: {
	readonly number: unknown;
	readonly status: unknown;
	readonly isRequired: boolean;
	readonly refusesZero: boolean;
}): Message | undefined {
	if (count.number !== undefined && count.status !== undefined) return messages.countOrStatus;
	if (count.number === 0 && count.refusesZero) return messages.typedZero;
	if (count.isRequired && count.number === undefined && count.status === undefined)
		return messages.neitherCountNorStatus;
	return undefined;
}

function checkQuestion(question: Question, check: Check): void {
	const { state, report } = check;
	const value = state.answers[question.name];
	if (isRequiredNow(question, state.scope) && isEmptyValue(value)) {
		report(question.name, check.needsAnswer ?? messages.needsAnswer);
		return;
	}
	checkConditions(question, check);
	const disabled = 'choices' in question && disabledChoice(question.choices, value, state.scope);
	if (disabled) report(question.name, disabled);
	checkParts(question, check);
}

function checkParts(question: Question, check: Check): void {
	const { state, report } = check;
	switch (question.kind) {
		case 'matrix':
			checkRows(question, check);
			break;
		case 'matrixdropdown':
			checkCells(question, check);
			break;
		case 'matrixdynamic':
		case 'paneldynamic':
			checkEntries(question, check);
			break;
		case 'multipletext':
			checkItems(question, check);
			break;
		case 'checkbox':
		case 'ranking':
			for (const fault of selectionFaults(question, state.answers[question.name], state.scope)) {
				report(question.name, fault);
			}
			break;
		default:
	}
}

function checkConditions(question: Question | CellElement, { state, report }: Check): void {
	const failed = question.checks?.find(({ condition }) => !holds(condition, state.scope));
	if (failed) report(question.name, failed.message ?? messages.disagrees);
	for (const validator of question.validators ?? []) {
		const fault = validatorFault(validator, state.answers[question.name]);
		if (fault !== undefined) report(question.name, fault);
	}
}

function checkItems(question: MultipleTextElement, { state, report }: Check): void {
	const value = state.answers[question.name];
	const answers = isRecord(value) ? value : {};
	const within: Check = {
		state: { ...state, answers },
		report: (field, fault) => report(`${question.name}.${field}`, fault)
	};
	for (const item of question.items) {
		if (item.isRequired && answers[item.name] === undefined)
			within.report(item.name, messages.fieldNeedsAnswer);
		else checkConditions(item, within);
	}
}

function checkRows(question: MatrixElement, { state, report }: Check): void {
	if (!question.isAllRowRequired) return;
	const value = state.answers[question.name];
	for (const row of visibleChoices(question.rows, state.scope)) {
		if (!isRecord(value) || value[row.value] === undefined)
			report(`${question.name}.${row.value}`, messages.rowNeedsAnswer);
	}
}

function checkCells(question: MatrixDropdownElement, { state, report }: Check): void {
	const value = state.answers[question.name];
	const counts = question.layout === 'count' ? countColumns(question.columns) : [];
	for (const row of visibleChoices(question.rows, state.scope)) {
		const answered = isRecord(value) ? value[row.value] : undefined;
		const answers = isRecord(answered) ? answered : {};
		const inRow: Report = (field, fault) => report(`${question.name}.${row.value}.${field}`, fault);
		for (const count of counts) checkCountCells(count, question, { answers, report: inRow });
		if (ruledElements(question.columns).length === 0) continue;
		checkRules(question.columns, {
			state: rowState(question, answers, state.scope),
			report: inRow,
			needsAnswer: messages.cellNeedsAnswer
		});
	}
}

function rowState({ columns }: MatrixDropdownElement, answers: Answers, outer: Scope): ElementState {
	const scope = rowScope(outer, answers);
	const visible = columns.filter((column) => holds(column.visibleIf, scope)).map(({ name }) => name);
	const closed = columns.filter((column) => !holds(column.enableIf, scope)).map(({ name }) => name);
	return { answers, scope, visible: new Set(visible), closed: new Set(closed) };
}

function checkCountCells(
	count: CountColumns,
	question: MatrixDropdownElement,
	{ answers, report }: { readonly answers: Answers; readonly report: Report }
): void {
	const status = count.status === undefined ? undefined : answers[count.status];
	// Without a status beside it, 0 is the only way to say none.
	const refusesZero = question.countsPersons === true && count.status !== undefined;
	const fault = countFault({ number: answers[count.number], status, isRequired: false, refusesZero });
	if (fault) report(count.number, fault);
}

function checkEntries(question: RepeatedElement, { state, report }: Check): void {
	const entries = entriesOf(question, state.answers[question.name]);
	for (const index of entries.keys()) {
		const within = entryState(question, { entries, index }, state.scope);
		checkRules(question.elements, {
			state: within,
			report: (field, fault) => report(`${question.name}.${index}.${field}`, fault),
			...(question.kind === 'matrixdynamic' && { needsAnswer: messages.cellNeedsAnswer })
		});
	}
	for (const name of question.unique ?? []) {
		const seen = new Set<string>();
		for (const [index, entry] of entries.entries()) {
			if (entry[name] === undefined) continue;
			const key = JSON.stringify(entry[name]).toLowerCase();
			if (seen.has(key))
				report(`${question.name}.${index}.${name}`, question.uniqueMessage ?? messages.notUnique);
			seen.add(key);
		}
	}
}
