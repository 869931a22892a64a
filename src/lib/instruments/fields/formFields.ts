import type { Question } from '#lib/instruments/element.ts';
import { isRepeated } from '#lib/instruments/entries.ts';
import { entryButton, entryCountField, isEntryCount } from './entryFields.ts';

/** What a browser posts: FormData and URLSearchParams are this. */
export type FormEntries = Iterable<readonly [string, unknown]>;

export type Fields = ReadonlyMap<string, readonly string[]>;

const maximumEntries = 5000;

/** The choice of SurveyJS that has a text field beside it. */
export const otherCode = 'other';

/** What the box posts that chooses all the others. */
export const selectAllValue = '~alla';

export function readFields(form: FormEntries, questions: readonly Question[]): Fields {
	const known = new Set([entryButton, ...questions.flatMap((question) => fieldNames(question))]);
	const prefixes = questions.filter(isRepeated).map(({ name }) => `${name}.`);
	const fields = new Map<string, string[]>();
	let entries = 0;
	for (const [name, value] of form) {
		entries += 1;
		if (entries > maximumEntries) break;
		// Anything else in the form belongs to the page around the questions; a file is nobody's answer.
		if (typeof value !== 'string') continue;
		if (!known.has(name) && !prefixes.some((prefix) => name.startsWith(prefix))) continue;
		fields.set(name, [...(fields.get(name) ?? []), value]);
	}
	return fields;
}

/** The two fields of a range. */
export const rangeEnds = ['fran', 'till'] as const;

/** Every form field of a question; of entries only how many they are. */
export function fieldNames(question: Question, field: string = question.name): string[] {
	switch (question.kind) {
		case 'matrix':
			return question.rows.map((row) => `${field}.${row.value}`);
		case 'matrixdropdown':
			return question.rows.flatMap((row) =>
				question.columns.map((column) => `${field}.${row.value}.${column.name}`)
			);
		case 'ranking':
			return question.choices.map(({ value }) => `${field}.${value}`);
		case 'multipletext':
			return question.items.map(({ name }) => `${field}.${name}`);
		case 'range':
			return rangeEnds.map((end) => `${field}.${end}`);
		case 'matrixdynamic':
		case 'paneldynamic':
			return [entryCountField(field)];
		case 'expression':
			return [];
		default:
			return [field];
	}
}

export function hasField(question: Question, field: string, fields: Fields): boolean {
	return fieldNames(question, field).some((name) => fields.has(name));
}

export function asTyped(fields: Fields): Record<string, string | string[]> {
	return Object.fromEntries(
		[...fields]
			.filter(([name]) => name !== entryButton && !isEntryCount(name))
			.map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : [...values]])
	);
}
