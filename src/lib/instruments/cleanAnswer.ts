import { cleanChoice, cleanChoices } from './cleanChoice.ts';
import { isEmptyValue, isRecord } from './comparison.ts';
import type {
	CommentElement,
	MatrixDropdownElement,
	MatrixElement,
	Question,
	TextElement
} from './instrument.ts';
import { allowsOnlyWhole, cleanText } from './typedText.ts';

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
		default:
			return cleanField(question, raw, (message) => {
				report(question.name, message);
			});
	}
}

type FieldQuestion = Exclude<Question, MatrixElement | MatrixDropdownElement>;

function cleanField(question: FieldQuestion, raw: unknown, refuse: (message: string) => void): unknown {
	switch (question.kind) {
		case 'text':
			return question.inputType === 'number'
				? cleanNumber(question, raw, refuse)
				: cleanLine(question, raw, refuse);
		case 'comment':
			return cleanComment(question, raw, refuse);
		case 'checkbox':
			return cleanChoices(question, raw, refuse);
		default:
			return cleanChoice(question.choices, raw, refuse);
	}
}

function cleanNumber(
	element: TextElement,
	raw: unknown,
	refuse: (message: string) => void
): number | undefined {
	if (typeof raw !== 'number' || !Number.isFinite(raw)) {
		if (raw !== '') refuse('Skriv ett tal med siffror, till exempel 12.');
		return undefined;
	}
	const fault = numberFault(element, raw);
	if (fault) refuse(fault);
	return fault ? undefined : raw;
}

function numberFault(element: TextElement, number: number): string | undefined {
	const minimum = typeof element.minimum === 'number' ? element.minimum : 0;
	const maximum = typeof element.maximum === 'number' ? element.maximum : Number.MAX_SAFE_INTEGER;
	if (number < minimum) {
		return minimum === 0
			? 'Talet får inte vara mindre än noll.'
			: `Talet får vara minst ${swedish(minimum)}.`;
	}
	if (number > maximum) return `Talet får vara högst ${swedish(maximum)}.`;
	if (allowsOnlyWhole(element) && !Number.isInteger(number)) return 'Skriv ett heltal, utan decimaler.';
	if (element.step && !isStep(number - minimum, element.step)) {
		return `Talet ska gå jämnt upp i steg om ${swedish(element.step)}.`;
	}
	return undefined;
}

function isStep(distance: number, step: number): boolean {
	const steps = distance / step;
	// 0.3 / 0.1 is 2.9999999999999996
	return Math.abs(steps - Math.round(steps)) < 1e-9 * Math.max(1, Math.abs(steps));
}

function swedish(number: number): string {
	return String(number).replace('.', ',');
}

function cleanLine(
	element: TextElement,
	raw: unknown,
	refuse: (message: string) => void
): string | undefined {
	const text = textWithin(raw, { lines: 'one', maxLength: element.maxLength ?? 500 }, refuse);
	if (text === undefined) return undefined;
	const fault = lineFault(element, text);
	if (fault) refuse(fault);
	return fault ? undefined : text;
}

function cleanComment(
	element: CommentElement,
	raw: unknown,
	refuse: (message: string) => void
): string | undefined {
	return textWithin(raw, { lines: 'many', maxLength: element.maxLength }, refuse);
}

function textWithin(
	raw: unknown,
	{ lines, maxLength }: { readonly lines: 'one' | 'many'; readonly maxLength: number },
	refuse: (message: string) => void
): string | undefined {
	if (typeof raw !== 'string') {
		refuse('Svaret ska vara text.');
		return undefined;
	}
	const text = cleanText(raw, lines);
	if (text.length > maxLength) {
		refuse(`Texten är ${String(text.length)} tecken. Korta den till högst ${String(maxLength)}.`);
		return undefined;
	}
	return text === '' ? undefined : text;
}

// Linear patterns: no nested repetition, so a hostile text costs no more than its length.
const emailPattern =
	/^[^\s@<>()[\]\\,;:"]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8}\.[A-Za-z]{2,24}$/;
const telephonePattern = /^\+?[\d\s()/-]{5,30}$/;

function lineFault(element: TextElement, text: string): string | undefined {
	switch (element.inputType) {
		case 'date':
			return dateFault(element, text, isDay(text) ? undefined : 'ÅÅÅÅ-MM-DD');
		case 'month':
			return dateFault(element, text, isMonth(text) ? undefined : 'ÅÅÅÅ-MM');
		default:
			return addressForms.get(element.inputType)?.(text);
	}
}

const addressForms: ReadonlyMap<TextElement['inputType'], (text: string) => string | undefined> = new Map<
	TextElement['inputType'],
	(text: string) => string | undefined
>([
	[
		'email',
		(text) => (emailPattern.test(text) ? undefined : 'Skriv en e-postadress, till exempel namn@kommun.se.')
	],
	['tel', (text) => (telephonePattern.test(text) ? undefined : 'Skriv ett telefonnummer med siffror.')],
	['url', (text) => (isWebAddress(text) ? undefined : 'Skriv en webbadress som börjar med https://.')]
]);

/** `expectedForm` is given when the text is no date at all. ISO dates compare as text. */
function dateFault(element: TextElement, text: string, expectedForm: string | undefined): string | undefined {
	if (expectedForm !== undefined) return `Ange ett datum som finns, i formen ${expectedForm}.`;
	const { minimum, maximum } = element;
	if (typeof minimum === 'string' && text < minimum) return `Datumet får vara tidigast ${minimum}.`;
	if (typeof maximum === 'string' && text > maximum) return `Datumet får vara senast ${maximum}.`;
	return undefined;
}

function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const moment = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

function isMonth(text: string): boolean {
	return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text);
}

function isWebAddress(text: string): boolean {
	return /^https?:\/\/[^\s<>"]+$/i.test(text) && URL.canParse(text);
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
