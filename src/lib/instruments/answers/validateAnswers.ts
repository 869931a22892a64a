import { ErrorList, type AnswerError } from './answerErrors.ts';
import { type Message, messages } from '#lib/instruments/texts/answerMessages.ts';
import { checkRules } from './answerRules.ts';
import { cleanAnswer } from './cleanAnswer.ts';
import { isRecord } from '#lib/instruments/record.ts';
import type { Answers, Instrument } from '#lib/instruments/instrument.ts';
import { questionsByName } from '#lib/instruments/instrumentIndex.ts';
import { type FieldFault, reportShown } from './shownFaults.ts';
import type { Report } from './validatorFault.ts';
import { resolveState } from './visibility.ts';

export interface ValidatedAnswers {
	/** Only answers to visible questions, only with values that the questions allow. */
	readonly answers: Answers;
	readonly errors: readonly AnswerError[];
}

const maximumUnknown = 20;

/**
 * The strict check of a whole set of answers, from anywhere. Answers to questions that a condition hides fall away in
 * silence; answers to questions that do not exist are refused. Time is bounded by the instrument, not by the answers.
 */
export function validateAnswers(instrument: Instrument, answers: unknown): ValidatedAnswers {
	if (!isRecord(answers)) {
		return { answers: {}, errors: [bodyError(instrument, messages.unreadable)] };
	}
	const questions = questionsByName(instrument);
	const unknown = unknownNames(instrument, answers);
	const reports: FieldFault[] = [];
	const report: Report = (field, fault) => {
		reports.push({ field, fault });
	};
	const cleaned: Record<string, unknown> = {};
	for (const [name, { question }] of questions) {
		if (!Object.hasOwn(answers, name)) continue;
		const value = cleanAnswer(question, answers[name], report);
		if (value !== undefined) cleaned[name] = value;
	}
	const state = resolveState(instrument, cleaned);
	const list = new ErrorList(instrument, state.scope);
	reportShown(instrument, { state, reports }, list.report);
	for (const page of state.pages) {
		checkRules(instrument.pages[page]?.elements ?? [], { state, report: list.report });
	}
	return { answers: state.answers, errors: [...unknown, ...list.errors] };
}

function unknownNames(instrument: Instrument, answers: Readonly<Record<string, unknown>>): AnswerError[] {
	const known = questionsByName(instrument);
	const errors: AnswerError[] = [];
	for (const name of Object.keys(answers)) {
		if (known.has(name)) continue;
		const shown = name.slice(0, 60);
		errors.push(bodyError(instrument, messages.unknownName(shown), shown));
		if (errors.length >= maximumUnknown) break;
	}
	return errors;
}

function bodyError({ language = 'sv' }: Instrument, message: Message, name = ''): AnswerError {
	return { element: name, field: name, page: 0, message: message[language] };
}
