import type { Choice, Element, PanelElement, Question, RepeatedElement } from './element.ts';
import { conditionsIn } from '#lib/instruments/expressions/conditions.ts';
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

const codes = new WeakMap<readonly Choice[], ReadonlySet<string>>();

/** The codes of a list of choices or rows; made once for each list. */
export function codesOf(choices: readonly Choice[]): ReadonlySet<string> {
	const known = codes.get(choices);
	if (known) return known;
	const set = new Set(choices.map(({ value }) => value));
	codes.set(choices, set);
	return set;
}

/** A question with the page it stands on. */
export interface PlacedQuestion {
	readonly question: Question;
	readonly page: number;
}

/** A panel with the page it stands on. */
export interface PlacedPanel {
	readonly panel: PanelElement;
	readonly page: number;
}

interface InstrumentIndex {
	readonly questions: ReadonlyMap<string, PlacedQuestion>;
	readonly repeated: ReadonlyMap<string, RepeatedElement>;
	readonly unanswered: Readonly<Record<string, undefined>>;
	readonly steering: ReadonlySet<string>;
	readonly owners: ReadonlyMap<string, PlacedPanel>;
}

// By the list of pages, which all copies of an instrument share.
const indexes = new WeakMap<readonly InstrumentPage[], InstrumentIndex>();

function indexOf({ pages, calculations = [], endings = [] }: Instrument): InstrumentIndex {
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
		unanswered: Object.fromEntries([...questions.keys()].map((name) => [name, undefined])),
		steering: new Set([
			...[pages, calculations, endings].flatMap((part) => [...conditionsIn(part).names]),
			...[...questions.values()].flatMap(({ question }) => (steersItself(question) ? [question.name] : []))
		]),
		owners: ownersIn(pages)
	};
	indexes.set(pages, index);
	return index;
}

/** Conditions on cells and entries name what stands beside them; and entries that are asked for come back empty. */
function steersItself(question: Question): boolean {
	return (
		isRepeated(question) || (question.kind === 'matrixdropdown' && conditionsIn(question.columns).areAny)
	);
}

/** Each element's nearest panel, and each panel itself when it stands in no other. */
function ownersIn(pages: readonly InstrumentPage[]): Map<string, PlacedPanel> {
	const owners = new Map<string, PlacedPanel>();
	for (const [page, { elements }] of pages.entries()) {
		for (const panel of panelsOf(elements)) {
			for (const { name } of [panel, ...panel.elements]) {
				if (!owners.has(name)) owners.set(name, { panel, page });
			}
		}
	}
	return owners;
}

function panelsOf(elements: readonly Element[]): PanelElement[] {
	return elements.flatMap((element) =>
		element.kind === 'panel' ? [element, ...panelsOf(element.elements)] : []
	);
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

/** Questions whose answers decide what else is asked, or what is left of their own answer. */
export function steeringQuestions(instrument: Instrument): ReadonlySet<string> {
	return indexOf(instrument).steering;
}

/** The nearest panel that holds an element, or the panel of that name. */
export function ownerOf(instrument: Instrument, name: string): PlacedPanel | undefined {
	return indexOf(instrument).owners.get(name);
}
