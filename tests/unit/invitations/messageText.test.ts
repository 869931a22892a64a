import { describe, expect, it } from 'vitest';
import { defaultTexts } from '#lib/invitations/defaultTexts.ts';
import { messageLanguages } from '#lib/invitations/messageLanguage.ts';
import { fillText, placeholders, textKinds, type MessageValues } from '#lib/invitations/messageText.ts';
import { messageTextSchema } from '#lib/invitations/messageTextSchema.ts';

const values = Object.fromEntries(
	Object.keys(placeholders).map((name) => [name, `<${name}>`])
) as MessageValues;

describe('a text of the municipality', () => {
	it('is filled once: braces in a value are not read again', () => {
		const filled = fillText(
			{ subject: 'Till {enhet}', body: '{hälsning},\n\n{egen_rad}\n\n{länk}' },
			{ ...values, enhet: '{länk}', egen_rad: '' }
		);
		expect(filled).toEqual({ subject: 'Till {länk}', body: '<hälsning>,\n\n<länk>\n' });
	});

	it('needs the link alone on a line, but for thanks', () => {
		const faults = (kind: (typeof textKinds)[number], body: string) =>
			messageTextSchema(kind)
				.safeParse({ subject: 'Hej', body })
				.error?.issues.map(({ message }) => message) ?? [];
		expect(faults('invitation', 'Svara på {länk} snart')).toEqual(['{länk} ska stå ensam på en rad']);
		expect(faults('reminder', 'Svara:\r\n{länk}\r\n')).toEqual([]);
		expect(faults('thanks', 'Tack!')).toEqual([]);
		expect(faults('thanks', 'Tack {namn}!')).toEqual([
			'{namn} finns inte. Se listan över det som kan stå inom klammer'
		]);
	});

	it('is kept without the control characters that are pasted in unseen, and that the database refuses', () => {
		const pasted = { subject: 'Ämne\u0007\trad\u0000', body: 'Hej 👋\u0000\r\n\r\n{länk}\u0001\r\n' };
		expect(messageTextSchema('invitation').parse(pasted)).toEqual({
			subject: 'Ämne rad',
			body: 'Hej 👋\n\n{länk}'
		});
	});
});

describe('the program’s own texts', () => {
	it.each(textKinds.flatMap((kind) => messageLanguages.map((language) => [kind, language] as const)))(
		'%s in %s could be saved as it stands, and leaves no brace',
		(kind, language) => {
			const text = defaultTexts[kind][language];
			expect(messageTextSchema(kind).safeParse(text).success).toBe(true);
			expect(JSON.stringify(fillText(text, values))).not.toMatch(/[{]\w+[}]/);
		}
	);
});
