import { isRecord } from '#lib/instruments/record.ts';
import type { Question, RepeatedElement } from '#lib/instruments/element.ts';
import { entriesOf, isRepeated } from '#lib/instruments/entries.ts';
import { namedQuestions } from '#lib/instruments/instrumentIndex.ts';

/** What a button in the form asks for: an entry more, or one less. */
type EntryChange =
	| { readonly kind: 'add'; readonly path: readonly string[] }
	| { readonly kind: 'remove'; readonly path: readonly string[]; readonly index: number };

export interface ChangedEntries {
	readonly answers: Readonly<Record<string, unknown>>;
	/** Where the page continues: the new entry, or the question that lost one. */
	readonly field: string;
	readonly removed?: { readonly field: string; readonly index: number };
}

/** The answers with the entry added or taken away; undefined when the button is none of the page's. */
export function changeEntries(
	questions: ReadonlyMap<string, Question>,
	answers: Readonly<Record<string, unknown>>,
	button: string | undefined
): ChangedEntries | undefined {
	const change = button === undefined ? undefined : readChange(button);
	const changed = change && changeAt(questions, answers, change);
	if (!changed) return undefined;
	const field = change.path.join('.');
	if (change.kind === 'remove') {
		return { answers: changed.answers, field, removed: { field, index: change.index } };
	}
	return { answers: changed.answers, field: `${field}.${changed.count - 1}` };
}

function readChange(button: string): EntryChange | undefined {
	const path = button.slice(1).split('.');
	if (button.startsWith('+')) return { kind: 'add', path };
	const index = path.pop() ?? '';
	if (!button.startsWith('-') || !/^\d{1,4}$/.test(index)) return undefined;
	return { kind: 'remove', path, index: Number(index) };
}

interface Changed {
	readonly answers: Readonly<Record<string, unknown>>;
	readonly count: number;
}

function changeAt(
	questions: ReadonlyMap<string, Question>,
	answers: Readonly<Record<string, unknown>>,
	change: EntryChange
): Changed | undefined {
	const [name = '', place, ...inner] = change.path;
	const question = questions.get(name);
	if (!question || !isRepeated(question)) return undefined;
	const entries = entriesOf(question, answers[name]);
	if (place === undefined) {
		const changed = changedList(question, entries, change);
		return changed && { answers: { ...answers, [name]: changed }, count: changed.length };
	}
	const entry = entries[Number(place)];
	if (!isRecord(entry)) return undefined;
	const within = changeAt(namedQuestions(question.elements), entry, { ...change, path: inner });
	if (!within) return undefined;
	const list = entries.map((other, index) => (index === Number(place) ? within.answers : other));
	return { answers: { ...answers, [name]: list }, count: within.count };
}

function changedList(
	question: RepeatedElement,
	entries: readonly unknown[],
	change: EntryChange
): readonly unknown[] | undefined {
	if (change.kind === 'add') {
		return question.mayAdd && entries.length < question.maximum ? [...entries, {}] : undefined;
	}
	const mayRemove = question.mayRemove && entries.length > question.minimum && change.index < entries.length;
	return mayRemove ? entries.filter((_, index) => index !== change.index) : undefined;
}
