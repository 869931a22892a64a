import { type Message, messages } from '#lib/instruments/texts/answerMessages.ts';
import type { TextElement } from '#lib/instruments/element.ts';
import { allowsOnlyWhole } from './numberField.ts';

/** What a respondent typed, read; or how to write it. An empty field is `undefined`. */
export type Typed<Value> =
	| { readonly ok: true; readonly value: Value | undefined }
	| { readonly ok: false; readonly message: Message };

const readAs = <Value>(value: Value | undefined): Typed<Value> => ({ ok: true, value });
const refuse = (message: Message): Typed<never> => ({ ok: false, message });

// Ordinary, no-break, narrow no-break and thin space: what Swedish keyboards, Word and Excel put between thousands.
const grouped = /^\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?:,\d+)?$/;
const plain = /^[-−]?\d+(?:[.,]\d+)?$/;

/**
 * What stands in a field without signs that cannot be seen (zero width, direction, soft hyphen): they come along when
 * something is copied, and nobody can find them to take them away.
 */
export function seenText(typed: string): string {
	return typed.replace(/\p{Cf}/gu, '').trim();
}

/** Reads a number written the Swedish way: `1 200`, `12,5`. */
export function readTypedNumber(typed: string, element: Pick<TextElement, 'step'>): Typed<number> {
	const text = seenText(typed);
	if (text === '') return readAs<number>(undefined);
	if (text.length > 40) return refuse(messages.numberTooLong);
	if (!grouped.test(text) && !plain.test(text)) {
		return refuse(messages.number);
	}
	// 2.000 and 2,000 may mean two thousand; reading them as two would be an error that nobody sees.
	if (allowsOnlyWhole(element) && /[.,]\d{3}$/.test(text)) {
		return refuse(messages.wholeWithoutMarks);
	}
	const number = Number(
		text
			.replace(/[ \u00a0\u202f\u2009]/g, '')
			.replace('−', '-')
			.replace(',', '.')
	);
	return readAs(number);
}

/**
 * Text without control characters (PostgreSQL refuses NUL, documents refuse the rest), with one kind of line break and
 * no half characters. Emoji and text from right to left stay.
 */
export function cleanText(text: string, lines: 'one' | 'many'): string {
	const unbroken = text
		.replace(/\r\n?/g, '\n')
		// eslint-disable-next-line no-control-regex
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
		.toWellFormed();
	return (lines === 'one' ? unbroken.replace(/[\n\t]+/g, ' ') : unbroken).trim();
}
