import { type Message, messages } from './answerMessages.ts';
import { isEmailAddress } from './cleanTyped.ts';
import type { Validator } from './element.ts';

/** What is wrong with an answer: our own words, or those of the questionnaire. */
export type Fault = Message | string;

/** What is wrong with an answer as one of SurveyJS's validators sees it; an unanswered question is never wrong. */
export function validatorFault(validator: Validator, value: unknown): Fault | undefined {
	const fault = faultOf(validator, value);
	return fault === undefined ? undefined : (validator.message ?? fault);
}

function faultOf(validator: Validator, value: unknown): Message | undefined {
	switch (validator.kind) {
		case 'numeric':
			return numericFault(validator, value);
		case 'answercount':
			return Array.isArray(value) ? countFault(validator, value.length) : undefined;
		case 'email':
			return typeof value !== 'string' || isEmailAddress(value) ? undefined : messages.email;
		case 'text':
			return typeof value === 'string' ? textFault(validator, value) : undefined;
	}
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
