import { messages } from '#lib/instruments/texts/answerMessages.ts';
import { cleanAnswer } from '#lib/instruments/answers/cleanAnswer.ts';
import type { Report } from '#lib/instruments/answers/validatorFault.ts';
import { isEmptyValue } from '#lib/instruments/expressions/comparison.ts';
import type {
	CellElement,
	ChoiceElement,
	RangeElement,
	MatrixDropdownElement,
	Question,
	RankingElement,
	RepeatedElement,
	TextElement
} from '#lib/instruments/element.ts';
import { type ElementState, entriesOf, entryState, isOpen } from '#lib/instruments/entries.ts';
import { entryCountField } from '#lib/instruments/fields/entryFields.ts';
import {
	type Fields,
	hasField,
	otherCode,
	rangeEnds,
	selectAllValue
} from '#lib/instruments/fields/formFields.ts';
import { namedQuestions } from '#lib/instruments/instrumentIndex.ts';
import { readTypedNumber, seenText } from '#lib/instruments/fields/typedText.ts';

type Answered = Readonly<Record<string, unknown>>;

/** Some questions of a page: where their fields stand, what was answered before, and what the page showed. */
export interface Part {
	readonly fields: Fields;
	/** What the fields begin with: nothing, or the entry `R.0.` */
	readonly prefix: string;
	readonly before: Answered;
	readonly shown: ElementState;
	readonly report: Report;
}

/** What was answered before with what the form says in its place; what is refused alone is unanswered. */
export function readPart(questions: Iterable<Question>, part: Part): Record<string, unknown> {
	const merged: Record<string, unknown> = { ...part.before };
	for (const question of questions) {
		if (!isPosted(question, part)) continue;
		const value = cleanAnswer(question, readQuestion(question, part), part.report);
		if (value === undefined) Reflect.deleteProperty(merged, question.name);
		else merged[question.name] = value;
	}
	return merged;
}

/** A disabled control is never sent, so its answer stays; so does one that was not on the page. */
function isPosted(question: Question, { fields, prefix, shown }: Part): boolean {
	if (hasField(question, prefix + question.name, fields)) return true;
	return isOpen(shown, question.name);
}

function readQuestion(question: Question, part: Part): unknown {
	switch (question.kind) {
		case 'matrix':
			return filled(question.rows.map((row) => [row.value, one(part, `${question.name}.${row.value}`)]));
		case 'matrixdropdown':
			return readCells(question, part);
		case 'matrixdynamic':
		case 'paneldynamic':
			return readEntries(question, part);
		case 'ranking':
			return readRanking(question, part);
		case 'multipletext':
			return filled(
				question.items.map((item) => [item.name, readControl(item, `${question.name}.${item.name}`, part)])
			);
		case 'range':
			return readRange(question, part);
		case 'expression':
			return undefined;
		default:
			return readControl(question, question.name, part);
	}
}

/** The one value of a field. */
function one({ fields, prefix, report }: Part, name: string): string | undefined {
	const values = fields.get(prefix + name) ?? [];
	if (values.length > 1) {
		report(name, messages.giveOnlyOne);
		return undefined;
	}
	return values[0] === '' ? undefined : values[0];
}

function readCells(question: MatrixDropdownElement, part: Part): unknown {
	return filled(
		question.rows.map((row) => {
			const cells = question.columns.map((column): [string, unknown] => [
				column.name,
				readControl(column, `${question.name}.${row.value}.${column.name}`, part)
			]);
			return [row.value, filled(cells)];
		})
	);
}

function readEntries(question: RepeatedElement, part: Part): unknown {
	const { fields, before, shown, report } = part;
	const field = part.prefix + question.name;
	const length = Math.min(drawnEntries(field, fields), question.maximum);
	const earlier = before[question.name];
	const known = entriesOf(question, earlier);
	const questions = namedQuestions(question.elements);
	const read = Array.from({ length }, (_, index) => {
		const entry = known[index] ?? {};
		const entries = known[index] ? known : [...known, entry];
		return readPart(questions.values(), {
			fields,
			prefix: `${field}.${index}.`,
			before: entry,
			shown: entryState(question, { entries, index: Math.min(index, entries.length - 1) }, shown.scope),
			report: (name, fault) => report(`${question.name}.${index}.${name}`, fault)
		});
	});
	const isUntouched = earlier === undefined && read.length === known.length && read.every(isEmptyValue);
	return isUntouched ? undefined : read;
}

/** How many entries the page had drawn; a script may have added more than the page says. */
function drawnEntries(field: string, fields: Fields): number {
	const declared = fields.get(entryCountField(field))?.[0] ?? '';
	let drawn = /^\d{1,4}$/.test(declared) ? Number(declared) : 0;
	for (const name of fields.keys()) {
		if (!name.startsWith(`${field}.`)) continue;
		const index = /^\d{1,4}(?=\.)/.exec(name.slice(field.length + 1))?.[0];
		if (index !== undefined) drawn = Math.max(drawn, Number(index) + 1);
	}
	return drawn;
}

/** All that can stand together. What a condition hides falls away afterwards, as it does from every answer. */
function selectableCodes({ choices, exclusive = [] }: ChoiceElement): string[] {
	return choices.map(({ value }) => value).filter((code) => code !== otherCode && !exclusive.includes(code));
}

function readRange(question: RangeElement, part: Part): unknown {
	const ends = rangeEnds.map((end) =>
		readControl({ ...question, kind: 'text', inputType: 'number' }, `${question.name}.${end}`, part)
	);
	return ends.every((end) => end === undefined) ? undefined : ends;
}

/** Places 1, 2, 3 … chosen for the choices → the choices in that order. A place given twice is a fault of the later one. */
function readRanking(question: RankingElement, part: Part): string[] | undefined {
	const byPlace: string[] = [];
	let highest = 0;
	for (const { value: code } of question.choices) {
		const name = `${question.name}.${code}`;
		const typed = one(part, name);
		if (typed === undefined) continue;
		const place = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
		if (place < 1 || place > question.choices.length) part.report(name, messages.placeInList);
		else if (byPlace[place] !== undefined) part.report(name, messages.placeTaken(typed));
		else byPlace[place] = code;
		highest = Math.max(highest, place);
	}
	const order = byPlace.filter((code) => typeof code === 'string');
	if (order.length < highest) part.report(question.name, messages.placesInOrder);
	return order.length === 0 ? undefined : order;
}

function readControl(control: CellElement, name: string, part: Part): unknown {
	if (control.kind === 'checkbox') {
		const posted = part.fields.get(part.prefix + name) ?? [];
		return posted.includes(selectAllValue)
			? selectableCodes(control)
			: posted.filter((value) => value !== '');
	}
	const text = one(part, name);
	if (text === undefined) return undefined;
	if (control.kind === 'boolean' || control.kind === 'rating') {
		return control.values.find((value) => String(value) === text) ?? text;
	}
	return control.kind === 'text' ? readTyped(control, text, (fault) => part.report(name, fault)) : text;
}

function readTyped(
	element: TextElement,
	text: string,
	refuse: (fault: Parameters<Report>[1]) => void
): number | string | undefined {
	if (element.inputType === 'text') return text.trim();
	if (element.inputType !== 'number') return seenText(text);
	const reading = readTypedNumber(text, element);
	if (reading.ok) return reading.value;
	refuse(reading.message);
	return undefined;
}

function filled(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> | undefined {
	const kept = entries.filter(([, value]) => value !== undefined && !isEmptyValue(value));
	return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
