import type { RepeatedElement } from '#lib/instruments/element.ts';
import type { EntryMeasure, Variable } from '#lib/instruments/instrument.ts';
import { questionsOf } from '#lib/instruments/instrumentIndex.ts';
import type { ItemMeta } from './questionnaireReader.ts';

/** What is counted is the entry; of its own answers nothing is a count of persons unless the questionnaire says so. */
export function entryItems(
	question: RepeatedElement,
	{ itemVersion }: Variable,
	stated: ReadonlyMap<string, ItemMeta> = new Map()
): ReadonlyMap<string, ItemMeta> {
	const items = new Map(stated);
	for (const { name } of questionsOf(question.elements)) {
		if (!items.has(name)) items.set(name, { version: itemVersion, flags: [], item: name });
	}
	return items;
}

/** What a table can show of a question with entries: how many there are, and what their answers add up to. */
export function entryMeasures(base: Variable, inner: readonly Variable[]): Variable[] {
	return [{ ...base, entries: { measure: 'count' } }, ...inner.flatMap((of) => measuresOf(base, of))];
}

function measuresOf(base: Variable, of: Variable): Variable[] {
	switch (of.role) {
		case 'text':
			return [{ ...place(base, of, []), role: 'text', entries: { measure: 'texts', of }, freeText: true }];
		case 'choice':
			return [chosen(base, of, undefined)];
		case 'category':
			return (of.options ?? []).map((option) => chosen(base, of, option));
		case 'date':
			return [measured(base, of, 'first'), measured(base, of, 'last')];
		case 'count':
		case 'number':
			return [measured(base, of, 'sum'), measured(base, of, 'answered')];
	}
}

type Ending = readonly { readonly value: string; readonly text: string }[];

/** The line of the codebook: the question's own, with the entry's question and what follows it added. */
function place(base: Variable, of: Variable, ending: Ending): Omit<Variable, 'role'> {
	const { item, itemVersion, path, core, opinion, freeText } = base;
	return {
		...{ item, itemVersion, path, core, opinion, freeText },
		code: [base.code, of.code, ...ending.map(({ value }) => value)].join('.'),
		title: [base.title, of.title, ...ending.map(({ text }) => text)].join(' – '),
		person: false
	};
}

/** Entries with this answer are a part of all entries: persons, when each entry is one. */
function chosen(base: Variable, of: Variable, option: Ending[number] | undefined): Variable {
	const isCount = base.role === 'count';
	return {
		...place(base, of, option ? [option] : []),
		role: base.role,
		...(isCount && base.unit && { unit: base.unit, partOf: base.code }),
		person: base.person,
		entries: { measure: 'chosen', of, ...(option && { option: option.value }) }
	};
}

const endings: Readonly<Record<'sum' | 'answered' | 'first' | 'last', Ending[number]>> = {
	sum: { value: 'summa', text: 'summa' },
	answered: { value: 'besvarade', text: 'antal besvarade' },
	first: { value: 'forsta', text: 'första' },
	last: { value: 'sista', text: 'sista' }
};

function measured(base: Variable, of: Variable, measure: keyof typeof endings): Variable {
	const entries: EntryMeasure = { measure, of };
	const role = of.role === 'date' ? 'date' : 'number';
	return { ...place(base, of, [endings[measure]]), role, entries };
}
