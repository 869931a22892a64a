import type {
	Choice,
	MatrixDropdownElement,
	MatrixElement,
	Question,
	RepeatedElement
} from '#lib/instruments/element.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { isRepeated } from '#lib/instruments/entries.ts';
import { namedQuestions, questionsByName } from '#lib/instruments/instrumentIndex.ts';
import { pipeText, plainText } from './textPiping.ts';
import type { Scope } from '#lib/instruments/expressions/scope.ts';

/** A text in the respondent's language; one that is not translated stays Swedish. */
export function translator({ language, translations }: Instrument): (text: string) => string {
	const known = language === 'en' ? translations?.en : undefined;
	return (text) => (known && Object.hasOwn(known, text) ? (known[text] ?? text) : text);
}

/** How a respondent reads a template: parameters and answers filled in, choices by their text. */
export function textReader(
	instrument: Instrument,
	scope: Scope,
	entry: ReadonlyMap<string, Question> = new Map()
): (template: string) => string {
	const questions = questionsByName(instrument);
	const translated = translator(instrument);
	const display = (path: string, value: unknown): string => {
		const [first = '', second = ''] = path.split('.');
		const isBeside = first === 'panel' || first === 'row';
		const question = isBeside ? entry.get(second) : questions.get(first)?.question;
		return question ? answerText(question, value, translated) : plainText(value);
	};
	return (template) => pipeText(translated(template), scope, display);
}

function answerText(question: Question, value: unknown, translated: (text: string) => string): string {
	const choices = choicesOf(question);
	const one = (code: unknown): string =>
		translated(choices.find((choice) => choice.value === String(code))?.text ?? plainText(code));
	return Array.isArray(value) ? value.map(one).join(', ') : one(value);
}

function choicesOf(question: Question): readonly Choice[] {
	if (question.kind === 'matrix') return question.columns;
	return 'choices' in question ? question.choices : [];
}

/** What a field is called in a message: the question, and for a matrix its row and column. */
export function fieldLabel(question: Question, field: string, read: (template: string) => string): string {
	const title = read(question.title);
	if (question.kind === 'multipletext') {
		const item = question.items.find(({ name }) => field === `${question.name}.${name}`);
		return item ? `${title} – ${read(item.title)}` : title;
	}
	if (isRepeated(question)) return entryLabel(question, field, { title, read });
	if (question.kind !== 'matrix' && question.kind !== 'matrixdropdown') return title;
	return [title, ...cellLabel(question, field, read)].join(' – ');
}

function cellLabel(
	question: MatrixElement | MatrixDropdownElement,
	field: string,
	read: (template: string) => string
): string[] {
	const [row, column] = field.slice(question.name.length + 1).split('.');
	const rowText = question.rows.find(({ value }) => value === row)?.text;
	if (rowText === undefined) return [];
	const cell =
		question.kind === 'matrixdropdown' ? question.columns.find(({ name }) => name === column) : undefined;
	return [read(rowText), ...(cell && question.columns.length > 1 ? [read(cell.title)] : [])];
}

/** The question, the number of the entry, and what the field is called in it. */
function entryLabel(
	question: RepeatedElement,
	field: string,
	{ title, read }: { readonly title: string; readonly read: (template: string) => string }
): string {
	const [number = '', name = '', ...rest] = field.slice(question.name.length + 1).split('.');
	if (number === '') return title;
	const inner = namedQuestions(question.elements).get(name);
	const label = inner && fieldLabel(inner, [name, ...rest].join('.'), read);
	return [title, String(Number(number) + 1), ...(label === undefined ? [] : [label])].join(' – ');
}
