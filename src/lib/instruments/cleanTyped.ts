import type { Refuse } from './cleanChoice.ts';
import type { CommentElement, TextElement } from './element.ts';
import { allowsOnlyWhole, cleanText } from './typedText.ts';

/** A number within the limits of its field. */
export function cleanNumber(element: TextElement, raw: unknown, refuse: Refuse): number | undefined {
	if (typeof raw !== 'number' || !Number.isFinite(raw)) {
		if (raw !== '') refuse('Skriv ett tal med siffror, till exempel 12.');
		return undefined;
	}
	const fault = numberFault(element, raw);
	if (fault) refuse(fault);
	return fault ? undefined : raw;
}

function numberFault(element: TextElement, number: number): string | undefined {
	const minimum = typeof element.minimum === 'number' ? element.minimum : 0;
	const maximum = typeof element.maximum === 'number' ? element.maximum : Number.MAX_SAFE_INTEGER;
	if (number < minimum) {
		return minimum === 0
			? 'Talet får inte vara mindre än noll.'
			: `Talet får vara minst ${swedish(minimum)}.`;
	}
	if (number > maximum) return `Talet får vara högst ${swedish(maximum)}.`;
	if (allowsOnlyWhole(element) && !Number.isInteger(number)) return 'Skriv ett heltal, utan decimaler.';
	if (element.step && !isStep(number - minimum, element.step)) {
		return `Talet ska gå jämnt upp i steg om ${swedish(element.step)}.`;
	}
	return undefined;
}

function isStep(distance: number, step: number): boolean {
	const steps = distance / step;
	// 0.3 / 0.1 is 2.9999999999999996
	return Math.abs(steps - Math.round(steps)) < 1e-9 * Math.max(1, Math.abs(steps));
}

function swedish(number: number): string {
	return String(number).replace('.', ',');
}

export function cleanLine(element: TextElement, raw: unknown, refuse: Refuse): string | undefined {
	const text = textWithin(raw, { lines: 'one', maxLength: element.maxLength ?? 500 }, refuse);
	if (text === undefined) return undefined;
	const fault = lineFault(element, text);
	if (fault) refuse(fault);
	return fault ? undefined : text;
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
		refuse('Svaret ska vara text.');
		return undefined;
	}
	const text = cleanText(raw, lines);
	if (text.length > maxLength) {
		refuse(`Texten är ${String(text.length)} tecken. Korta den till högst ${String(maxLength)}.`);
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

function lineFault(element: TextElement, text: string): string | undefined {
	switch (element.inputType) {
		case 'date':
			return dateFault(element, text, isDay(text) ? undefined : 'ÅÅÅÅ-MM-DD');
		case 'month':
			return dateFault(element, text, isMonth(text) ? undefined : 'ÅÅÅÅ-MM');
		default:
			return addressForms.get(element.inputType)?.(text);
	}
}

const addressForms: ReadonlyMap<TextElement['inputType'], (text: string) => string | undefined> = new Map<
	TextElement['inputType'],
	(text: string) => string | undefined
>([
	[
		'email',
		(text) => (isEmailAddress(text) ? undefined : 'Skriv en e-postadress, till exempel namn@kommun.se.')
	],
	['tel', (text) => (telephonePattern.test(text) ? undefined : 'Skriv ett telefonnummer med siffror.')],
	['url', (text) => (isWebAddress(text) ? undefined : 'Skriv en webbadress som börjar med https://.')]
]);

/** `expectedForm` is given when the text is no date at all. ISO dates compare as text. */
function dateFault(element: TextElement, text: string, expectedForm: string | undefined): string | undefined {
	if (expectedForm !== undefined) return `Ange ett datum som finns, i formen ${expectedForm}.`;
	const { minimum, maximum } = element;
	if (typeof minimum === 'string' && text < minimum) return `Datumet får vara tidigast ${minimum}.`;
	if (typeof maximum === 'string' && text > maximum) return `Datumet får vara senast ${maximum}.`;
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
