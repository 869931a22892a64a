import { messages } from '#lib/instruments/texts/answerMessages.ts';
import { cleanChoice, cleanChoices, cleanRanking, cleanScale, type Refuse } from './cleanChoice.ts';
import { cleanComment, cleanLine, cleanNumber } from './cleanTyped.ts';
import { isEmptyValue } from '#lib/instruments/expressions/comparison.ts';
import { isRecord } from '#lib/instruments/record.ts';
import type {
	ExpressionElement,
	MatrixDropdownElement,
	MatrixElement,
	MultipleTextElement,
	Question,
	RangeElement,
	RepeatedElement
} from '#lib/instruments/element.ts';
import { rangeEnds } from '#lib/instruments/fields/formFields.ts';
import { codesOf, namedQuestions } from '#lib/instruments/instrumentIndex.ts';
import type { Report } from './validatorFault.ts';

/**
 * One question's answer in SurveyJS's shape, held against the question's own definition: what comes back holds only
 * values that the question allows. `undefined` is unanswered, or refused and reported.
 */
export function cleanAnswer(question: Question, raw: unknown, report: Report): unknown {
	if (raw === undefined || raw === null) return undefined;
	switch (question.kind) {
		case 'matrix':
			return cleanMatrix(question, raw, report);
		case 'matrixdropdown':
			return cleanCells(question, raw, report);
		case 'matrixdynamic':
		case 'paneldynamic':
			return cleanEntries(question, raw, report);
		case 'multipletext':
			return cleanItems(question, raw, report);
		case 'range':
			return cleanRange(question, raw, report);
		case 'expression':
			// Whatever a client says of it: the value is worked out here.
			return undefined;
		default:
			return cleanField(question, raw, (fault) => {
				report(question.name, fault);
			});
	}
}

type FieldQuestion = Exclude<
	Question,
	| MatrixElement
	| MatrixDropdownElement
	| MultipleTextElement
	| ExpressionElement
	| RepeatedElement
	| RangeElement
>;

function cleanField(question: FieldQuestion, raw: unknown, refuse: Refuse): unknown {
	switch (question.kind) {
		case 'text':
			return question.inputType === 'number'
				? cleanNumber(question, raw, refuse)
				: cleanLine(question, raw, refuse);
		case 'comment':
			return cleanComment(question, raw, refuse);
		case 'checkbox':
			return cleanChoices(question, raw, refuse);
		case 'boolean':
		case 'rating':
			return cleanScale(question, raw, refuse);
		case 'ranking':
			return cleanRanking(question, raw, refuse);
		default:
			return cleanChoice(question.choices, raw, refuse);
	}
}

function cleanMatrix(question: MatrixElement, raw: unknown, report: Report): unknown {
	return cleanRows(question, raw, {
		report,
		clean: (row, value) =>
			cleanChoice(question.columns, value, (fault) => {
				report(`${question.name}.${row}`, fault);
			})
	});
}

function cleanCells(question: MatrixDropdownElement, raw: unknown, report: Report): unknown {
	const columns = namedQuestions(question.columns);
	return cleanRows(question, raw, {
		report,
		clean: (row, value) => {
			const cells = cleanPart(columns, value, { report, field: `${question.name}.${row}` });
			return cells && Object.keys(cells).length > 0 ? cells : undefined;
		}
	});
}

/** Entries keep their places, also the empty ones: the respondent sees them on the page, and a fault names its number. */
function cleanEntries(question: RepeatedElement, raw: unknown, report: Report): unknown {
	if (!Array.isArray(raw)) {
		report(question.name, messages.entries);
		return undefined;
	}
	if (raw.length > question.maximum) {
		report(question.name, messages.atMostEntries(question.maximum));
		return undefined;
	}
	const questions = namedQuestions(question.elements);
	return raw.map((entry: unknown, index) => {
		const field = `${question.name}.${String(index)}`;
		return cleanPart(questions, entry, { report, field }) ?? {};
	});
}

/** The answers of a row or an entry; undefined when there is something in it that is not asked for. */
function cleanPart(
	questions: ReadonlyMap<string, Question>,
	raw: unknown,
	{ report, field }: { readonly report: Report; readonly field: string }
): Record<string, unknown> | undefined {
	const answers = ownEntries(raw, questions.size);
	if (!answers || answers.some(([name]) => !questions.has(name))) {
		report(field, messages.unknownCells);
		return undefined;
	}
	return answered(answers, (name, value) => {
		const question = questions.get(name);
		return (
			question &&
			cleanAnswer(question, value, (inner, fault) => {
				report(`${field}.${inner}`, fault);
			})
		);
	});
}

function cleanItems(question: MultipleTextElement, raw: unknown, report: Report): unknown {
	const items = new Map(question.items.map((item) => [item.name, item]));
	const entries = ownEntries(raw, items.size);
	if (!entries || entries.some(([name]) => !items.has(name))) {
		report(question.name, messages.unknownFields);
		return undefined;
	}
	return orNothing(
		answered(entries, (name, value) => {
			const item = items.get(name);
			if (!item || value === null) return undefined;
			return cleanField(item, value, (fault) => {
				report(`${question.name}.${name}`, fault);
			});
		})
	);
}

/** Two numbers, the lesser first. */
function cleanRange(question: RangeElement, raw: unknown, report: Report): unknown {
	if (!Array.isArray(raw) || raw.length !== 2 || raw.includes(undefined)) {
		report(question.name, messages.range);
		return undefined;
	}
	const ends = raw.map((end: unknown, index) =>
		cleanNumber(question, end, (fault) => {
			report(`${question.name}.${rangeEnds[index] ?? ''}`, fault);
		})
	);
	const [least, most] = ends;
	if (least === undefined || most === undefined) return undefined;
	if (least <= most) return ends;
	report(question.name, messages.rangeOrder);
	return undefined;
}

function cleanRows(
	question: MatrixElement | MatrixDropdownElement,
	raw: unknown,
	{ report, clean }: { readonly report: Report; readonly clean: (row: string, value: unknown) => unknown }
): unknown {
	const rows = codesOf(question.rows);
	const entries = ownEntries(raw, rows.size);
	if (!entries || entries.some(([row]) => !rows.has(row))) {
		report(question.name, messages.unknownRows);
		return undefined;
	}
	return orNothing(answered(entries, (row, value) => (value === null ? undefined : clean(row, value))));
}

/** The entries of an object with at most so many keys; undefined for anything else, before anything in it is read. */
function ownEntries(value: unknown, limit: number): [string, unknown][] | undefined {
	if (!isRecord(value)) return undefined;
	const keys = Object.keys(value);
	return keys.length > limit ? undefined : keys.map((key) => [key, value[key]]);
}

function answered(
	entries: readonly [string, unknown][],
	clean: (key: string, value: unknown) => unknown
): Record<string, unknown> {
	const kept: Record<string, unknown> = {};
	for (const [key, value] of entries) {
		const cleaned = clean(key, value);
		const isEmpty = cleaned === undefined || (isEmptyValue(cleaned) && !Array.isArray(cleaned));
		if (!isEmpty) kept[key] = cleaned;
	}
	return kept;
}

function orNothing(answers: Record<string, unknown>): Record<string, unknown> | undefined {
	return Object.keys(answers).length > 0 ? answers : undefined;
}
