import type { Element, Question } from './element.ts';
import type { Instrument } from './instrument.ts';

/** All questions in a list of elements, in order, out of their panels. */
export function questionsOf(elements: readonly Element[]): Question[] {
	return elements.flatMap((element) => {
		if (element.kind === 'panel') return questionsOf(element.elements);
		return element.kind === 'html' ? [] : [element];
	});
}

/** A question with the page it stands on. */
export interface PlacedQuestion {
	readonly question: Question;
	readonly page: number;
}

const indexes = new WeakMap<Instrument, ReadonlyMap<string, PlacedQuestion>>();

/** The questions of an instrument by name, in questionnaire order; made once for each instrument. */
export function questionsByName(instrument: Instrument): ReadonlyMap<string, PlacedQuestion> {
	const known = indexes.get(instrument);
	if (known) return known;
	const index = new Map(
		instrument.pages.flatMap((page, number) =>
			questionsOf(page.elements).map((question) => [question.name, { question, page: number }] as const)
		)
	);
	indexes.set(instrument, index);
	return index;
}

const blanks = new WeakMap<Instrument, Readonly<Record<string, undefined>>>();

/** Every question's name with no answer: what conditions and piping know of before anything is answered. */
export function unansweredOf(instrument: Instrument): Readonly<Record<string, undefined>> {
	const known = blanks.get(instrument);
	if (known) return known;
	const blank = Object.fromEntries([...questionsByName(instrument).keys()].map((name) => [name, undefined]));
	blanks.set(instrument, blank);
	return blank;
}
