import { getContext, setContext } from 'svelte';

/** The components' own words around the questions; the questionnaire has its own translations. */
export interface QuestionWords {
	/** The language of these words where the page may have questions in another. */
	readonly lang?: 'en';
	readonly required: string;
	readonly fault: string;
	readonly nothingChosen: string;
	readonly form: (example: string) => string;
	readonly limits: (least: number | string, most: number | string) => string;
	readonly count: string;
	readonly orStatus: string;
	readonly noStatus: string;
	readonly basis: string;
	readonly room: (most: number) => string;
	readonly written: (length: number, most: number) => string;
	readonly atMost: (count: number) => string;
	readonly takeBack: string;
	/** Those of the kinds that few pages have, which have their Swedish themselves. */
	readonly further?: FurtherWords;
	/** Texts of options that are in the language of these words, whatever the questionnaire's. */
	readonly own?: ReadonlySet<string>;
}

export interface FurtherWords {
	readonly countEachRow: string;
	readonly rank: string;
	readonly notYet: string;
}

// Made once: it costs as much as drawing a question.
const number = new Intl.NumberFormat('sv-SE');

const swedish: QuestionWords = {
	required: ' (måste besvaras)',
	fault: 'Fel:',
	nothingChosen: 'Inget valt',
	form: (example) => `Skriv så här: ${example}`,
	limits: (least, most) => `Ett tal från ${String(least)} till ${String(most)}.`,
	count: 'Antal',
	orStatus: 'eller, om ni inte kan ange ett antal',
	noStatus: 'Inget av dessa – vi anger ett antal',
	basis: 'Fyll i om ni har angett ett antal.',
	room: (most) => `Högst ${number.format(most)} tecken.`,
	written: (length, most) => `Skrivet: ${number.format(length)} av högst ${number.format(most)} tecken.`,
	atMost: (count) => `Välj högst ${String(count)}.`,
	takeBack: 'Ta bort svaret'
};

const key = 'questionWords';

/** Swedish unless the page has set others; another language is never a part of what Swedish pages fetch. */
export function questionWords(): QuestionWords {
	return getContext<QuestionWords | undefined>(key) ?? swedish;
}

export function setQuestionWords(words: QuestionWords | undefined): void {
	if (words) setContext(key, words);
}
