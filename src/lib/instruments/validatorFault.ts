import type { Validator } from './element.ts';
import { isEmailAddress } from './cleanTyped.ts';

/** What is wrong with an answer as one of SurveyJS's validators sees it; an unanswered question is never wrong. */
export function validatorFault(validator: Validator, value: unknown): string | undefined {
	const fault = faultOf(validator, value);
	return fault === undefined ? undefined : (validator.message ?? fault);
}

function faultOf(validator: Validator, value: unknown): string | undefined {
	switch (validator.kind) {
		case 'numeric':
			return numericFault(validator, value);
		case 'answercount':
			return Array.isArray(value) ? countFault(validator, value.length) : undefined;
		case 'email':
			return typeof value !== 'string' || isEmailAddress(value)
				? undefined
				: 'Skriv en e-postadress, till exempel namn@kommun.se.';
		case 'text':
			return typeof value === 'string' ? textFault(validator, value) : undefined;
	}
}

interface Limits {
	readonly minimum?: number;
	readonly maximum?: number;
}

function numericFault({ minimum, maximum }: Limits, value: unknown): string | undefined {
	if (value === undefined) return undefined;
	const number = typeof value === 'string' ? Number(value.trim().replace(',', '.')) : value;
	if (typeof number !== 'number' || !Number.isFinite(number))
		return 'Skriv ett tal med siffror, till exempel 12.';
	if (minimum !== undefined && number < minimum) return `Talet får vara minst ${swedish(minimum)}.`;
	if (maximum !== undefined && number > maximum) return `Talet får vara högst ${swedish(maximum)}.`;
	return undefined;
}

function swedish(number: number): string {
	return String(number).replace('.', ',');
}

function countFault({ minimum = 0, maximum = 0 }: Limits, count: number): string | undefined {
	if (minimum > 0 && count < minimum) return `Välj minst ${String(minimum)} svar.`;
	return maximum > 0 && count > maximum ? `Välj högst ${String(maximum)} svar.` : undefined;
}

function textFault(
	{ minimumLength = 0, maximumLength, allowsDigits }: Extract<Validator, { kind: 'text' }>,
	text: string
): string | undefined {
	if (!allowsDigits && /\d/.test(text)) return 'Texten får inte innehålla siffror.';
	if (text.length < minimumLength) return `Skriv minst ${String(minimumLength)} tecken.`;
	if (maximumLength !== undefined && text.length > maximumLength) {
		return `Texten är ${String(text.length)} tecken. Korta den till högst ${String(maximumLength)}.`;
	}
	return undefined;
}
