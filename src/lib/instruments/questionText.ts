import type { Choice, Question } from './element.ts';
import type { Instrument } from './instrument.ts';
import { questionsByName } from './instrumentIndex.ts';
import { pipeText, plainText } from './textPiping.ts';
import type { Scope } from './evaluate.ts';

/** How a respondent reads a template: parameters and answers filled in, choices by their text. */
export function textReader(instrument: Instrument, scope: Scope): (template: string) => string {
	const questions = questionsByName(instrument);
	const display = (path: string, value: unknown): string => {
		const question = questions.get(path.split('.')[0] ?? '')?.question;
		return question ? answerText(question, value) : plainText(value);
	};
	return (template) => pipeText(template, scope, display);
}

function answerText(question: Question, value: unknown): string {
	const choices = choicesOf(question);
	const one = (code: unknown): string =>
		choices.find((choice) => choice.value === String(code))?.text ?? plainText(code);
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
	if (question.kind !== 'matrix' && question.kind !== 'matrixdropdown') return title;
	const [row, column] = field.slice(question.name.length + 1).split('.');
	const rowText = question.rows.find(({ value }) => value === row)?.text;
	if (rowText === undefined) return title;
	const cell =
		question.kind === 'matrixdropdown' ? question.columns.find(({ name }) => name === column) : undefined;
	return [title, read(rowText), ...(cell && question.columns.length > 1 ? [read(cell.title)] : [])].join(
		' – '
	);
}
