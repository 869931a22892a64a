import { expect } from 'vitest';
import { packAnswers, unpackRow } from '#lib/instruments/answers/packAnswers.ts';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import { pageView } from '#lib/instruments/pages/pageView.ts';
import { readPageForm } from '#lib/instruments/pages/readPageForm.ts';
import { compiledElements } from './questionnaireBuilder.ts';

export type Json = Record<string, unknown>;

/** What a posted form says of a questionnaire of one question, and what is wrong with it. */
export function read(element: Json, form: [string, string][]) {
	const { answers, errors } = readPageForm(compiledElements(element), 0, { form, answers: {} });
	return { answers, errors: errors.map(({ field, message }) => [field, message]) };
}

/** Accepted answers as they are stored: in the unit's row, and apart from it. */
export function packed(element: Json, answers: Json): unknown {
	const instrument = compiledElements(element);
	expect(validateAnswers(instrument, answers)).toEqual({ answers, errors: [] });
	const { row, opinions } = packAnswers(instrument, answers);
	const values = unpackRow(instrument, row).map(({ variable, answer }) => [variable.code, answer]);
	return { values: Object.fromEntries(values) as unknown, opinions };
}

/** The question as a page shows it. */
export function viewed(element: Json, answers: Json = {}): unknown {
	return pageView(compiledElements(element), 0, answers).elements[0];
}

export const heading = { name: 'F', title: 'F', required: false, enabled: true };
