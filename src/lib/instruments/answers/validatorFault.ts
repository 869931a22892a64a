import { type Message, messages } from '#lib/instruments/texts/answerMessages.ts';
import { isEmailAddress } from './cleanTyped.ts';
import { longestMatched } from '#lib/instruments/patterns/longestMatched.ts';
import type { Validator } from '#lib/instruments/element.ts';

/** What is wrong with an answer: our own words, or those of the questionnaire. */
export type Fault = Message | string;

/** Takes a fault in an answer and the form field it stands in. */
export type Report = (field: string, fault: Fault) => void;

/** What is wrong with an answer as one of SurveyJS's validators sees it; an unanswered question is never wrong. */
export function validatorFault(validator: Validator, value: unknown): Fault | undefined {
	const fault = faultOf(validator, value);
	return fault === undefined ? undefined : (validator.message ?? fault);
}

function faultOf(validator: Validator, value: unknown): Message | undefined {
	if (validator.kind === 'numeric') return numericFault(validator, value);
	if (validator.kind === 'answercount') {
		return Array.isArray(value) ? countFault(validator, value.length) : undefined;
	}
	return typeof value === 'string' ? lineFault(validator, value) : undefined;
}

function lineFault(
	validator: Exclude<Validator, { kind: 'numeric' | 'answercount' }>,
	text: string
): Message | undefined {
	switch (validator.kind) {
		case 'email':
			return isEmailAddress(text) ? undefined : messages.email;
		case 'regex':
			return regexFault(validator, text);
		case 'text':
			return textFault(validator, text);
	}
}

// As many as an instrument of 2 000 elements can have; compiling one takes longer than matching it.
const compiledPatterns = new Map<string, RegExp>();
const mostPatterns = 2000;

function regexFault(
	{ pattern, isCaseless }: Extract<Validator, { kind: 'regex' }>,
	text: string
): Message | undefined {
	if (text.length > longestMatched) return messages.tooLong(text.length, longestMatched);
	const key = `${isCaseless ? 'i' : ''}/${pattern}`;
	const known = compiledPatterns.get(key) ?? new RegExp(pattern, isCaseless ? 'i' : '');
	if (compiledPatterns.size >= mostPatterns) compiledPatterns.clear();
	compiledPatterns.set(key, known);
	return known.test(text) ? undefined : messages.pattern;
}

interface Limits {
	readonly minimum?: number;
	readonly maximum?: number;
}

function numericFault({ minimum, maximum }: Limits, value: unknown): Message | undefined {
	if (value === undefined) return undefined;
	const number = typeof value === 'string' ? Number(value.trim().replace(',', '.')) : value;
	if (typeof number !== 'number' || !Number.isFinite(number)) return messages.number;
	if (minimum !== undefined && number < minimum) return messages.atLeast(minimum);
	return maximum !== undefined && number > maximum ? messages.atMost(maximum) : undefined;
}

function countFault({ minimum = 0, maximum = 0 }: Limits, count: number): Message | undefined {
	if (minimum > 0 && count < minimum) return messages.atLeastChoices(minimum);
	return maximum > 0 && count > maximum ? messages.atMostChoices(maximum) : undefined;
}

function textFault(
	{ minimumLength = 0, maximumLength, allowsDigits }: Extract<Validator, { kind: 'text' }>,
	text: string
): Message | undefined {
	if (!allowsDigits && /\d/.test(text)) return messages.noDigits;
	if (text.length < minimumLength) return messages.tooShort(minimumLength);
	const isTooLong = maximumLength !== undefined && text.length > maximumLength;
	return isTooLong ? messages.tooLong(text.length, maximumLength) : undefined;
}
