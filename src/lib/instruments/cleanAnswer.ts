import { cleanChoice, cleanChoices, cleanRanking, cleanScale, type Refuse } from './cleanChoice.ts';
import { cleanComment, cleanLine, cleanNumber } from './cleanTyped.ts';
import { isEmptyValue, isRecord } from './comparison.ts';
import type {
	ExpressionElement,
	MatrixDropdownElement,
	MatrixElement,
	MultipleTextElement,
	Question
} from './element.ts';

/** Takes a fault in an answer: the form field it stands in, and a Swedish sentence. */
export type Report = (field: string, message: string) => void;

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
		case 'multipletext':
			return cleanItems(question, raw, report);
		case 'expression':
			// Whatever a client says of it: the value is worked out here.
			return undefined;
		default:
			return cleanField(question, raw, (message) => {
				report(question.name, message);
			});
	}
}

type FieldQuestion = Exclude<
	Question,
	MatrixElement | MatrixDropdownElement | MultipleTextElement | ExpressionElement
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
			cleanChoice(question.columns, value, (message) => {
				report(`${question.name}.${row}`, message);
			})
	});
}

function cleanCells(question: MatrixDropdownElement, raw: unknown, report: Report): unknown {
	const columns = new Map(question.columns.map((column) => [column.name, column]));
	return cleanRows(question, raw, {
		report,
		clean: (row, value) => {
			const field = `${question.name}.${row}`;
			const cells = ownEntries(value, columns.size);
			if (!cells || cells.some(([name]) => !columns.has(name))) {
				report(field, 'Raden innehåller något som inte finns i frågan.');
				return undefined;
			}
			return answered(cells, (name, cell) => {
				const column = columns.get(name);
				if (!column || cell === null) return undefined;
				return cleanField(column, cell, (message) => {
					report(`${field}.${name}`, message);
				});
			});
		}
	});
}

function cleanItems(question: MultipleTextElement, raw: unknown, report: Report): unknown {
	const items = new Map(question.items.map((item) => [item.name, item]));
	const entries = ownEntries(raw, items.size);
	if (!entries || entries.some(([name]) => !items.has(name))) {
		report(question.name, 'Svaret innehåller fält som inte finns i frågan.');
		return undefined;
	}
	return answered(entries, (name, value) => {
		const item = items.get(name);
		if (!item || value === null) return undefined;
		return cleanField(item, value, (message) => {
			report(`${question.name}.${name}`, message);
		});
	});
}

function cleanRows(
	question: MatrixElement | MatrixDropdownElement,
	raw: unknown,
	{ report, clean }: { readonly report: Report; readonly clean: (row: string, value: unknown) => unknown }
): unknown {
	const rows = new Set(question.rows.map((row) => row.value));
	const entries = ownEntries(raw, rows.size);
	if (!entries || entries.some(([row]) => !rows.has(row))) {
		report(question.name, 'Svaret innehåller rader som inte finns i frågan.');
		return undefined;
	}
	return answered(entries, (row, value) => (value === null ? undefined : clean(row, value)));
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
): unknown {
	const kept = entries.flatMap(([key, value]): [string, unknown][] => {
		const cleaned = clean(key, value);
		return cleaned === undefined || isEmptyValue(cleaned) ? [] : [[key, cleaned]];
	});
	return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
