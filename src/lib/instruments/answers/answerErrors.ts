import type { Language } from '#lib/instruments/texts/answerMessages.ts';
import type { Report } from './validatorFault.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { ownerOf, questionsByName } from '#lib/instruments/instrumentIndex.ts';
import { fieldLabel, textReader } from '#lib/instruments/texts/questionText.ts';
import type { Scope } from '#lib/instruments/expressions/scope.ts';

/** A fault in an answer, for the list at the top of the page and for the field. */
export interface AnswerError {
	/** Name of the question (or of the panel when it concerns the whole panel). */
	readonly element: string;
	/** The form field to put the focus in. */
	readonly field: string;
	/** Index of the page. */
	readonly page: number;
	/** A sentence that names the question, in the respondent's language. */
	readonly message: string;
}

/** A bound on the answer to a hostile body; a respondent never meets it. */
export const maximumErrors = 500;

/** Collects reports as errors that name the question and the page. One error a field: the first says what to do. */
export class ErrorList {
	readonly #byField = new Map<string, AnswerError>();
	readonly #instrument: Instrument;
	readonly #language: Language;
	readonly #read: (template: string) => string;

	constructor(instrument: Instrument, scope: Scope) {
		this.#instrument = instrument;
		this.#language = instrument.language ?? 'sv';
		this.#read = textReader(instrument, scope);
	}

	readonly report: Report = (field, fault) => {
		if (this.#byField.size >= maximumErrors || this.#byField.has(field)) return;
		const [element = ''] = field.split('.');
		const { page, title } = this.#placeOf(element, field);
		const words = typeof fault === 'string' ? this.#read(fault) : fault[this.#language];
		const message = title ? `${quoted(title, this.#language)}: ${words}` : words;
		this.#byField.set(field, { element, field, page, message });
	};

	/** The parts of a count go by the count's title: their own are “Antal” and the like. */
	#placeOf(element: string, field: string): { readonly page: number; readonly title: string } {
		const owner = ownerOf(this.#instrument, element);
		const placed = questionsByName(this.#instrument).get(element);
		if (placed && !owner?.panel.count) {
			return { page: placed.page, title: fieldLabel(placed.question, field, this.#read) };
		}
		return { page: owner?.page ?? 0, title: this.#read(owner?.panel.title ?? '') };
	}

	get errors(): AnswerError[] {
		return [...this.#byField.values()].sort((one, other) => one.page - other.page);
	}
}

function quoted(title: string, language: Language): string {
	return language === 'sv' ? `”${title}”` : `“${title}”`;
}
