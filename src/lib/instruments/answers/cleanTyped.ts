import { type Message, messages } from '#lib/instruments/texts/answerMessages.ts';
import type { Refuse } from './cleanChoice.ts';
import type { CommentElement, TextElement } from '#lib/instruments/element.ts';
import { allowsOnlyWhole } from '#lib/instruments/fields/numberField.ts';
import { fitMask, maskExample } from '#lib/instruments/patterns/patternMask.ts';
import { cleanText } from '#lib/instruments/fields/typedText.ts';

/** A number within the limits of its field. */
type NumberLimits = Pick<TextElement, 'minimum' | 'maximum' | 'step'>;

export function cleanNumber(element: NumberLimits, raw: unknown, refuse: Refuse): number | undefined {
	if (typeof raw !== 'number' || !Number.isFinite(raw)) {
		if (raw !== '') refuse(messages.number);
		return undefined;
	}
	const fault = numberFault(element, raw);
	if (fault) refuse(fault);
	return fault ? undefined : raw;
}

function numberFault(element: NumberLimits, number: number): Message | undefined {
	const minimum = typeof element.minimum === 'number' ? element.minimum : 0;
	const maximum = typeof element.maximum === 'number' ? element.maximum : Number.MAX_SAFE_INTEGER;
	if (number < minimum) {
		return minimum === 0 ? messages.notBelowZero : messages.atLeast(minimum);
	}
	if (number > maximum) return messages.atMost(maximum);
	if (allowsOnlyWhole(element) && !Number.isInteger(number)) return messages.wholeNumber;
	if (element.step && !isStep(number - minimum, element.step)) {
		return messages.inSteps(element.step);
	}
	return undefined;
}

function isStep(distance: number, step: number): boolean {
	const steps = distance / step;
	// 0.3 / 0.1 is 2.9999999999999996
	return Math.abs(steps - Math.round(steps)) < 1e-9 * Math.max(1, Math.abs(steps));
}

export function cleanLine(element: TextElement, raw: unknown, refuse: Refuse): string | undefined {
	const text = textWithin(raw, { lines: 'one', maxLength: element.maxLength ?? 500 }, refuse);
	if (text === undefined) return undefined;
	const fitted = element.mask ? fitMask(element.mask, text) : text;
	const fault =
		fitted === undefined ? messages.form(maskExample(element.mask?.pattern ?? '')) : lineFault(element, text);
	if (fault) refuse(fault);
	return fault ? undefined : fitted;
}

export function cleanComment(element: CommentElement, raw: unknown, refuse: Refuse): string | undefined {
	return textWithin(raw, { lines: 'many', maxLength: element.maxLength }, refuse);
}

function textWithin(
	raw: unknown,
	{ lines, maxLength }: { readonly lines: 'one' | 'many'; readonly maxLength: number },
	refuse: Refuse
): string | undefined {
	if (typeof raw !== 'string') {
		refuse(messages.text);
		return undefined;
	}
	const text = cleanText(raw, lines);
	if (text.length > maxLength) {
		refuse(messages.tooLong(text.length, maxLength));
		return undefined;
	}
	return text === '' ? undefined : text;
}

// Linear patterns: no nested repetition, so a hostile text costs no more than its length.
const emailPattern =
	/^[^\s@<>()[\]\\,;:"]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8}\.[A-Za-z]{2,24}$/;
/** An address as a person has one; control characters, lists and comments are none. */
export function isEmailAddress(text: string): boolean {
	return emailPattern.test(text);
}

const telephonePattern = /^\+?[\d\s()/-]{5,30}$/;

function lineFault(element: TextElement, text: string): Message | undefined {
	switch (element.inputType) {
		case 'date':
			return dateFault(element, text, isDay(text) ? undefined : dayForm);
		case 'month':
			return dateFault(element, text, isMonth(text) ? undefined : monthForm);
		default:
			return addressForms.get(element.inputType)?.(text);
	}
}

const addressForms: ReadonlyMap<TextElement['inputType'], (text: string) => Message | undefined> = new Map<
	TextElement['inputType'],
	(text: string) => Message | undefined
>([
	['email', (text) => (isEmailAddress(text) ? undefined : messages.email)],
	['tel', (text) => (telephonePattern.test(text) ? undefined : messages.telephone)],
	['url', (text) => (isWebAddress(text) ? undefined : messages.webAddress)]
]);

const dayForm: Message = { sv: 'ÅÅÅÅ-MM-DD', en: 'YYYY-MM-DD' };
const monthForm: Message = { sv: 'ÅÅÅÅ-MM', en: 'YYYY-MM' };

/** `expectedForm` is given when the text is no date at all. ISO dates compare as text. */
function dateFault(
	element: TextElement,
	text: string,
	expectedForm: Message | undefined
): Message | undefined {
	if (expectedForm !== undefined) return messages.date(expectedForm);
	const { minimum, maximum } = element;
	if (typeof minimum === 'string' && text < minimum) return messages.earliest(minimum);
	if (typeof maximum === 'string' && text > maximum) return messages.latest(maximum);
	return undefined;
}

function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const moment = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

function isMonth(text: string): boolean {
	return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text);
}

function isWebAddress(text: string): boolean {
	return /^https?:\/\/[^\s<>"]+$/i.test(text) && URL.canParse(text);
}
