import { ErrorList, type AnswerError } from '#lib/instruments/answers/answerErrors.ts';
import { checkRules } from '#lib/instruments/answers/answerRules.ts';
import type { Element } from '#lib/instruments/element.ts';
import { type FormEntries, hasField } from '#lib/instruments/fields/formFields.ts';
import type { Answers, Instrument } from '#lib/instruments/instrument.ts';
import { namedQuestions } from '#lib/instruments/instrumentIndex.ts';
import { readTyped, type TypedTexts } from './readTyped.ts';
import { reportShown } from '#lib/instruments/answers/shownFaults.ts';
import { resolveState } from '#lib/instruments/answers/visibility.ts';

export interface PageReading {
	/** All answers so far with this page's in place. What is refused alone is unanswered; what clashes is kept. */
	readonly answers: Answers;
	/** Faults on this page. */
	readonly errors: readonly AnswerError[];
	/** Field → exactly what was typed, to put back in the control. */
	readonly typed: TypedTexts;
	/** Elements of the page that the new answers brought into view and the form did not hold: the page is not finished. */
	readonly revealed: readonly string[];
	/**
	 * A button that adds or takes away an entry was pressed: the page is to be shown again with the answers and what was
	 * typed, without its errors, at this field.
	 */
	readonly changedEntries?: string;
}

/** The fields of one page → answers, with what is wrong with them. */
export function readPageForm(
	instrument: Instrument,
	pageIndex: number,
	posted: { readonly form: FormEntries; readonly answers: Answers }
): PageReading {
	const { answers, typed, fields, shown, reports, changedEntries } = readTyped(instrument, pageIndex, posted);
	if (changedEntries !== undefined) return { answers, typed, errors: [], revealed: [], changedEntries };
	const elements = instrument.pages[pageIndex]?.elements ?? [];
	const state = resolveState(instrument, answers);
	const list = new ErrorList(instrument, state.scope);
	reportShown(instrument, { state, reports }, list.report);
	if (state.pages.includes(pageIndex)) checkRules(elements, { state, report: list.report });
	const drawn = basesOf(elements);
	const revealed = [...namedQuestions(elements).values()].filter(
		(question) =>
			state.visible.has(question.name) &&
			!shown.visible.has(question.name) &&
			!hasField(question, question.name, fields) &&
			!drawn.has(question.name)
	);
	const errors = inPageOrder(list.errors, elements);
	return { answers, errors, typed, revealed: revealed.map(({ name }) => name) };
}

/** What could not be read is found before what is missing; a reader wants both from the top of the page. */
function inPageOrder(errors: readonly AnswerError[], elements: readonly Element[]): AnswerError[] {
	const order = [...namedQuestions(elements).keys()];
	const placeOf = ({ element, field }: AnswerError) =>
		Math.max(order.indexOf(field.split('.')[0] ?? field), order.indexOf(element));
	return errors.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** The basis of a count stands on the page whatever its condition, so that it can be answered at once without a script. */
function basesOf(elements: readonly Element[]): ReadonlySet<string | undefined> {
	return new Set(
		elements.flatMap((element) =>
			element.kind === 'panel' ? [element.count?.basis, ...basesOf(element.elements)] : []
		)
	);
}
