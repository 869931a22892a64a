import { ErrorList, type AnswerError } from './answerErrors.ts';
import { checkRules } from './answerRules.ts';
import { cleanAnswer, type Report } from './cleanAnswer.ts';
import { isEmptyValue } from './comparison.ts';
import type {
	ChoiceElement,
	CommentElement,
	Element,
	Question,
	RankingElement,
	TextElement
} from './element.ts';
import type { Answers, Instrument } from './instrument.ts';
import { questionsOf } from './instrumentIndex.ts';
import { readTypedNumber } from './typedText.ts';
import { type AnswerState, isEnabledNow, resolveState } from './visibility.ts';

/** What a browser posts: FormData and URLSearchParams are this. */
export type FormEntries = Iterable<readonly [string, unknown]>;

export interface PageReading {
	/** All answers so far with this page's in place. What is refused alone is unanswered; what clashes is kept. */
	readonly answers: Answers;
	/** Faults on this page. */
	readonly errors: readonly AnswerError[];
	/** Field → exactly what was typed, to put back in the control. */
	readonly typed: Readonly<Record<string, string | string[]>>;
	/** Elements of the page that the new answers brought into view and the form did not hold: the page is not finished. */
	readonly revealed: readonly string[];
}

const maximumEntries = 5000;

/** The fields of one page → answers. A field that is absent is unanswered if its question was visible on the page. */
export function readPageForm(
	instrument: Instrument,
	pageIndex: number,
	{ form, answers }: { readonly form: FormEntries; readonly answers: Answers }
): PageReading {
	const elements = instrument.pages[pageIndex]?.elements ?? [];
	const questions = questionsOf(elements);
	const shown = resolveState(instrument, answers);
	const fields = readFields(form, new Set(questions.flatMap(fieldNames)));
	const reports: { readonly name: string; readonly field: string; readonly message: string }[] = [];
	const merged: Record<string, unknown> = { ...answers };
	for (const question of questions) {
		if (!isPosted(question, fields, shown)) continue;
		const report: Report = (field, message) => reports.push({ name: question.name, field, message });
		const value = cleanAnswer(question, readQuestion(question, fields, report), report);
		if (value === undefined) Reflect.deleteProperty(merged, question.name);
		else merged[question.name] = value;
	}
	const state = resolveState(instrument, merged);
	const list = new ErrorList(instrument, state.scope);
	for (const { name, field, message } of reports) if (state.visible.has(name)) list.report(field, message);
	if (state.pages.includes(pageIndex)) checkRules(elements, state, list.report);
	const drawn = basesOf(elements);
	const revealed = questions.filter(
		(question) =>
			state.visible.has(question.name) &&
			!shown.visible.has(question.name) &&
			!hasField(question, fields) &&
			!drawn.has(question.name)
	);
	return {
		answers: merged,
		errors: list.errors,
		typed: Object.fromEntries([...fields].map(([name, values]) => [name, asTyped(values)])),
		revealed: revealed.map(({ name }) => name)
	};
}

type Fields = ReadonlyMap<string, readonly string[]>;

function readFields(form: FormEntries, known: ReadonlySet<string>): Fields {
	const fields = new Map<string, string[]>();
	let entries = 0;
	for (const [name, value] of form) {
		entries += 1;
		if (entries > maximumEntries) break;
		// Anything else in the form belongs to the page around the questions; a file is nobody's answer.
		if (!known.has(name) || typeof value !== 'string') continue;
		fields.set(name, [...(fields.get(name) ?? []), value]);
	}
	return fields;
}

function asTyped(values: readonly string[]): string | string[] {
	return values.length === 1 ? (values[0] ?? '') : [...values];
}

/** Every form field of a question. */
export function fieldNames(question: Question): string[] {
	switch (question.kind) {
		case 'matrix':
			return question.rows.map((row) => `${question.name}.${row.value}`);
		case 'matrixdropdown':
			return question.rows.flatMap((row) =>
				question.columns.map((column) => `${question.name}.${row.value}.${column.name}`)
			);
		case 'ranking':
			return question.choices.map(({ value }) => `${question.name}.${value}`);
		case 'multipletext':
			return question.items.map(({ name }) => `${question.name}.${name}`);
		case 'expression':
			return [];
		default:
			return [question.name];
	}
}

/** The basis of a count stands on the page whatever its condition, so that it can be answered at once without a script. */
function basesOf(elements: readonly Element[]): ReadonlySet<string | undefined> {
	return new Set(
		elements.flatMap((element) =>
			element.kind === 'panel' ? [element.count?.basis, ...basesOf(element.elements)] : []
		)
	);
}

function hasField(question: Question, fields: Fields): boolean {
	return fieldNames(question).some((name) => fields.has(name));
}

/** A disabled control is never sent, so its answer stays; so does one that was not on the page. */
function isPosted(question: Question, fields: Fields, shown: AnswerState): boolean {
	if (!isEnabledNow(question, shown.scope) && !hasField(question, fields)) return false;
	return hasField(question, fields) || shown.visible.has(question.name);
}

function readQuestion(question: Question, fields: Fields, report: Report): unknown {
	switch (question.kind) {
		case 'matrix':
			return filled(
				question.rows.map((row) => [row.value, single(fields, `${question.name}.${row.value}`, report)])
			);
		case 'matrixdropdown':
			return filled(
				question.rows.map((row) => {
					const cells = question.columns.map((column): [string, unknown] => [
						column.name,
						readControl(column, { field: `${question.name}.${row.value}.${column.name}`, fields }, report)
					]);
					return [row.value, filled(cells)];
				})
			);
		case 'ranking':
			return readRanking(question, fields, report);
		case 'multipletext':
			return filled(
				question.items.map((item) => {
					const field = `${question.name}.${item.name}`;
					return [item.name, readControl(item, { field, fields }, report)];
				})
			);
		case 'expression':
			return undefined;
		case 'boolean':
		case 'rating': {
			const code = single(fields, question.name, report);
			return question.values.find((value) => String(value) === code) ?? code;
		}
		default:
			return readControl(question, { field: question.name, fields }, report);
	}
}

type Control = TextElement | CommentElement | ChoiceElement;

/** Places 1, 2, 3 … chosen for the choices → the choices in that order. A place given twice is a fault of the later one. */
function readRanking(question: RankingElement, fields: Fields, report: Report): string[] | undefined {
	const byPlace: string[] = [];
	let highest = 0;
	for (const { value: code } of question.choices) {
		const field = `${question.name}.${code}`;
		const typed = single(fields, field, report);
		if (typed === undefined) continue;
		const place = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
		if (place < 1 || place > question.choices.length) report(field, 'Välj en av platserna i listan.');
		else if (byPlace[place] !== undefined) report(field, `Plats ${typed} är redan vald för ett annat svar.`);
		else byPlace[place] = code;
		highest = Math.max(highest, place);
	}
	const order = byPlace.filter((code) => typeof code === 'string');
	if (order.length < highest)
		report(question.name, 'Använd platserna i ordning från 1, utan att hoppa över någon.');
	return order.length === 0 ? undefined : order;
}

function readControl(
	control: Control,
	{ field, fields }: { readonly field: string; readonly fields: Fields },
	report: Report
): unknown {
	if (control.kind === 'checkbox') return (fields.get(field) ?? []).filter((value) => value !== '');
	const text = single(fields, field, report);
	if (text === undefined || control.kind !== 'text') return text;
	return control.inputType === 'number'
		? readNumber(control, text, (message) => {
				report(field, message);
			})
		: text.trim();
}

function readNumber(
	element: TextElement,
	text: string,
	refuse: (message: string) => void
): number | undefined {
	const reading = readTypedNumber(text, element);
	if (reading.ok) return reading.value;
	refuse(reading.message);
	return undefined;
}

function single(fields: Fields, field: string, report: Report): string | undefined {
	const values = fields.get(field) ?? [];
	if (values.length > 1) {
		report(field, 'Ange bara ett svar.');
		return undefined;
	}
	return values[0] === '' ? undefined : values[0];
}

function filled(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> | undefined {
	const kept = entries.filter(([, value]) => value !== undefined && !isEmptyValue(value));
	return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
