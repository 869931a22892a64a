import { pipeText } from '#lib/instruments/texts/textPiping.ts';
import type { Element } from '#lib/instruments/element.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';

/** What a respondent needs to know before starting. */
export interface AnsweringEffort {
	readonly pages: number;
	readonly questions: number;
	/** Rounded up to a quarter of an hour. */
	readonly minutes: number;
	/** Titles of the questions that ask for figures, so that these can be gathered first. */
	readonly figures: readonly { readonly name: string; readonly title: string }[];
}

// Antaganden, inte mätta: en siffra som är framtagen i förväg tar en halv minut att skriva in, en matrisrad tio sekunder.
const seconds = { count: 30, choice: 20, row: 10, text: 60 } as const;

/** Measures a questionnaire as if every question were shown; conditions can only make it shorter. */
export function answeringEffort(instrument: Instrument): AnsweringEffort {
	const questions = instrument.pages.flatMap((page) => page.elements).flatMap(asQuestions);
	const time = questions.reduce((sum, question) => sum + secondsFor(question), 0);
	return {
		pages: instrument.pages.length,
		questions: questions.length,
		minutes: Math.max(15, Math.ceil(time / 900) * 15),
		figures: questions
			.filter(asksForFigures)
			.map(({ name, title }) => ({ name, title: pipeText(title, instrument.parameters) }))
	};
}

function asQuestions(element: Element): readonly Element[] {
	if (element.kind === 'html') return [];
	if (element.kind === 'panel' && element.layout === 'group') return element.elements.flatMap(asQuestions);
	return [element];
}

function asksForFigures(element: Element): boolean {
	return element.kind === 'matrixdropdown' || (element.kind === 'panel' && element.layout === 'count');
}

function secondsFor(element: Element): number {
	switch (element.kind) {
		case 'panel':
			return seconds.count;
		case 'matrix':
			return element.rows.length * seconds.row;
		case 'multipletext':
			return element.items.length * seconds.row;
		case 'ranking':
			return element.choices.length * seconds.row;
		case 'matrixdropdown':
			return element.rows.length * seconds.count;
		case 'comment':
			return seconds.text;
		default:
			return seconds.choice;
	}
}
