import type { Element, Question, RepeatedElement } from './element.ts';
import { isRepeated } from './entries.ts';
import type { Instrument, InstrumentPage } from './instrument.ts';

/** All questions in a list of elements, in order, out of their panels. */
export function questionsOf(elements: readonly Element[]): Question[] {
	return elements.flatMap((element) => {
		if (element.kind === 'panel') return questionsOf(element.elements);
		return element.kind === 'html' ? [] : [element];
	});
}

const named = new WeakMap<readonly Element[], ReadonlyMap<string, Question>>();

/** The questions of a row or an entry by name; made once for each list of elements. */
export function namedQuestions(elements: readonly Element[]): ReadonlyMap<string, Question> {
	const known = named.get(elements);
	if (known) return known;
	const index = new Map(questionsOf(elements).map((question) => [question.name, question]));
	named.set(elements, index);
	return index;
}

/** A question with the page it stands on. */
export interface PlacedQuestion {
	readonly question: Question;
	readonly page: number;
}

interface InstrumentIndex {
	readonly questions: ReadonlyMap<string, PlacedQuestion>;
	readonly repeated: ReadonlyMap<string, RepeatedElement>;
	readonly unanswered: Readonly<Record<string, undefined>>;
}

// By the list of pages, which all copies of an instrument share.
const indexes = new WeakMap<readonly InstrumentPage[], InstrumentIndex>();

function indexOf({ pages }: Instrument): InstrumentIndex {
	const known = indexes.get(pages);
	if (known) return known;
	const questions = new Map(
		pages.flatMap((page, number) =>
			questionsOf(page.elements).map((question) => [question.name, { question, page: number }] as const)
		)
	);
	const repeated = [...questions.values()].map(({ question }) => question).filter(isRepeated);
	const index = {
		questions,
		repeated: new Map(repeated.map((question) => [question.name, question])),
		unanswered: Object.fromEntries([...questions.keys()].map((name) => [name, undefined]))
	};
	indexes.set(pages, index);
	return index;
}

/** The questions of an instrument by name, in questionnaire order; made once for each instrument. */
export function questionsByName(instrument: Instrument): ReadonlyMap<string, PlacedQuestion> {
	return indexOf(instrument).questions;
}

/** The questions of an instrument that have entries. */
export function repeatedOf(instrument: Instrument): ReadonlyMap<string, RepeatedElement> {
	return indexOf(instrument).repeated;
}

/** Every question's name with no answer: what conditions and piping know of before anything is answered. */
export function unansweredOf(instrument: Instrument): Readonly<Record<string, undefined>> {
	return indexOf(instrument).unanswered;
}
