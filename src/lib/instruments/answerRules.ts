import type { Report } from './cleanAnswer.ts';
import { isEmptyValue, isRecord } from './comparison.ts';
import { countColumns } from './countColumns.ts';
import type { CountColumns } from './countColumns.ts';
import { holds } from './evaluate.ts';
import type {
	ChoiceElement,
	Element,
	MatrixDropdownElement,
	MatrixElement,
	MultipleTextElement,
	PanelElement,
	Question,
	RankingElement
} from './element.ts';
import { validatorFault } from './validatorFault.ts';
import { isEnabledNow, isRequiredNow, rowScope, visibleChoices, type AnswerState } from './visibility.ts';

const unanswered = 'Frågan behöver ett svar.';
const countOrStatus = 'Ange antingen ett antal eller ett av svaren under, inte båda.';
const neitherCountNorStatus = 'Ange ett antal, eller välj ett av svaren under.';
// Of persons a typed 0 does not say whether anyone asked; the two statuses do, and they are different findings. In a
// register of measures, staff or advertisements a zero is a zero (docs/decisions/0040).
const typedZero =
	'Skriv inte 0. Välj i stället ”Noll – vi har frågat eller sökt och inte funnit någon” eller ”Vi frågar inte eller registrerar inte detta”.';

/** The rules between answers of visible elements: what is required, and number or status for a count. */
export function checkRules(elements: readonly Element[], state: AnswerState, report: Report): void {
	for (const element of elements) {
		if (!state.visible.has(element.name) || element.kind === 'html') continue;
		if (!isEnabledNow(element, state.scope)) continue;
		if (element.kind === 'panel') checkPanel(element, state, report);
		else checkQuestion(element, state, report);
	}
}

function checkPanel(panel: PanelElement, state: AnswerState, report: Report): void {
	if (panel.count) checkCount(panel, panel.count, { state, report });
	else if (isRequiredNow(panel, state.scope) && !hasAnswer(panel.elements, state)) {
		report(panel.name, 'Svara på minst en av frågorna.');
	}
	checkRules(panel.elements, state, report);
}

function hasAnswer(elements: readonly Element[], state: AnswerState): boolean {
	return elements.some((element) =>
		element.kind === 'panel' ? hasAnswer(element.elements, state) : state.answers[element.name] !== undefined
	);
}

interface Check {
	readonly state: AnswerState;
	readonly report: Report;
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
}): string | undefined {
	if (count.number !== undefined && count.status !== undefined) return countOrStatus;
	if (count.number === 0 && count.refusesZero) return typedZero;
	if (count.isRequired && count.number === undefined && count.status === undefined)
		return neitherCountNorStatus;
	return undefined;
}

function checkQuestion(question: Question, state: AnswerState, report: Report): void {
	const value = state.answers[question.name];
	if (isRequiredNow(question, state.scope) && isEmptyValue(value)) {
		report(question.name, unanswered);
		return;
	}
	checkConditions(question, state, report);
	if (question.kind === 'matrix') checkRows(question, { state, report });
	if (question.kind === 'matrixdropdown') checkCells(question, { state, report });
	if (question.kind === 'multipletext') checkItems(question, { state, report });
	if (question.kind === 'checkbox' || question.kind === 'ranking')
		checkSelection(question, { state, report });
}

function checkSelection(question: ChoiceElement | RankingElement, { state, report }: Check): void {
	const value = state.answers[question.name];
	const selected = Array.isArray(value) ? value.length : 0;
	const isRanking = question.kind === 'ranking';
	if (isRanking && !question.isPartial && selected > 0) {
		// What the respondent has not placed is not placed by us: an order made up by a computer is nobody's opinion.
		const offered = visibleChoices(question.choices, state.scope).length;
		if (selected < offered) report(question.name, 'Ge varje svar en plats, eller lämna alla utan plats.');
		return;
	}
	if (isRanking && selected === 0) return;
	if (selected < (question.minSelected ?? 0)) {
		report(question.name, `Välj minst ${String(question.minSelected)} svar.`);
	}
}

function checkItems(question: MultipleTextElement, { state, report }: Check): void {
	const value = state.answers[question.name];
	for (const item of question.items) {
		if (item.isRequired && !(isRecord(value) && value[item.name] !== undefined)) {
			report(`${question.name}.${item.name}`, 'Fältet behöver ett svar.');
		}
	}
}

function checkConditions(question: Question, { answers, scope }: AnswerState, report: Report): void {
	const failed = question.checks?.find(({ condition }) => !holds(condition, scope));
	if (failed) report(question.name, failed.message ?? 'Svaret stämmer inte med de andra svaren.');
	for (const validator of question.validators ?? []) {
		const fault = validatorFault(validator, answers[question.name]);
		if (fault !== undefined) report(question.name, fault);
	}
}

function checkRows(question: MatrixElement, { state, report }: Check): void {
	if (!question.isAllRowRequired) return;
	const value = state.answers[question.name];
	for (const row of visibleChoices(question.rows, state.scope)) {
		if (!isRecord(value) || value[row.value] === undefined)
			report(`${question.name}.${row.value}`, 'Raden behöver ett svar.');
	}
}

function checkCells(question: MatrixDropdownElement, { state, report }: Check): void {
	const value = state.answers[question.name];
	const counts = question.layout === 'count' ? countColumns(question.columns) : [];
	for (const row of visibleChoices(question.rows, state.scope)) {
		const cells =
			isRecord(value) && isRecord(value[row.value]) ? (value[row.value] as Record<string, unknown>) : {};
		const field = `${question.name}.${row.value}`;
		for (const count of counts) {
			checkCountCells(count, { cells, field, countsPersons: question.countsPersons === true, report });
		}
		const scope = rowScope(state.scope, cells);
		for (const column of question.columns) {
			const isAsked = holds(column.visibleIf, scope) && isRequiredNow(column, scope);
			if (isAsked && cells[column.name] === undefined)
				report(`${field}.${column.name}`, 'Rutan behöver ett svar.');
		}
	}
}

function checkCountCells(
	count: CountColumns,
	{
		cells,
		field,
		countsPersons,
		report
	}: {
		readonly cells: Record<string, unknown>;
		readonly field: string;
		readonly countsPersons: boolean;
		readonly report: Report;
	}
): void {
	const status = count.status === undefined ? undefined : cells[count.status];
	// Without a status beside it, 0 is the only way to say none.
	const refusesZero = countsPersons && count.status !== undefined;
	const fault = countFault({ number: cells[count.number], status, isRequired: false, refusesZero });
	if (fault) report(`${field}.${count.number}`, fault);
}
