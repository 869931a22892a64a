import { ErrorList, type AnswerError } from './answerErrors.ts';
import { checkRules } from './answerRules.ts';
import { cleanAnswer } from './cleanAnswer.ts';
import { isRecord } from './comparison.ts';
import type { Answers, Instrument } from './instrument.ts';
import { questionsByName } from './instrumentIndex.ts';
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
		return { answers: {}, errors: [bodyError('Svaren går inte att läsa. Ladda om sidan och försök igen.')] };
	}
	const questions = questionsByName(instrument);
	const unknown = unknownNames(answers, questions);
	const reports: { readonly name: string; readonly field: string; readonly message: string }[] = [];
	const cleaned: Record<string, unknown> = {};
	for (const [name, { question }] of questions) {
		if (!Object.hasOwn(answers, name)) continue;
		const value = cleanAnswer(question, answers[name], (field, message) => {
			reports.push({ name, field, message });
		});
		if (value !== undefined) cleaned[name] = value;
	}
	const state = resolveState(instrument, cleaned);
	const list = new ErrorList(instrument, state.scope);
	for (const { name, field, message } of reports) if (state.visible.has(name)) list.report(field, message);
	for (const page of state.pages) checkRules(instrument.pages[page]?.elements ?? [], state, list.report);
	return { answers: state.answers, errors: [...unknown, ...list.errors] };
}

function unknownNames(
	answers: Readonly<Record<string, unknown>>,
	known: ReadonlyMap<string, unknown>
): AnswerError[] {
	const errors: AnswerError[] = [];
	for (const name of Object.keys(answers)) {
		if (known.has(name)) continue;
		errors.push(
			bodyError(`Svaren innehåller ”${name.slice(0, 60)}”, som inte finns i formuläret.`, name.slice(0, 60))
		);
		if (errors.length >= maximumUnknown) break;
	}
	return errors;
}

function bodyError(message: string, name = ''): AnswerError {
	return { element: name, field: name, page: 0, message };
}
