import { z } from 'zod';
import { cleanText } from '#lib/instruments/fields/typedText.ts';
import { unknownPlaceholders, type TextKind } from './messageText.ts';

// Apart from messageText.ts: pages write texts, and must not carry the whole of zod to the reader.

/** The link is what the message is for; a text without it would go to everybody and be of no use. */
const linkOnItsLine = /^\{länk\}$/m;

/** A text as a form sends it. */
export function messageTextSchema(kind: TextKind) {
	const known = (text: string, context: z.RefinementCtx) => {
		for (const name of unknownPlaceholders(text)) {
			context.addIssue({
				code: 'custom',
				message: `{${name}} finns inte. Se listan över det som kan stå inom klammer`
			});
		}
	};
	const body = z
		.string({ error: 'Skriv en text' })
		.transform((text) => cleanText(text, 'many'))
		.pipe(
			z
				.string()
				.min(1, { error: 'Skriv en text' })
				.max(6000, { error: 'Texten får ha högst 6 000 tecken' })
				.superRefine(known)
		);
	return z.object({
		subject: z
			.string({ error: 'Skriv en ämnesrad' })
			.transform((text) => cleanText(text, 'one'))
			.pipe(
				z
					.string()
					.min(1, { error: 'Skriv en ämnesrad' })
					.max(150, { error: 'Ämnesraden får ha högst 150 tecken' })
					.superRefine(known)
			),
		body:
			kind === 'thanks'
				? body
				: body.refine((text) => linkOnItsLine.test(text), { error: '{länk} ska stå ensam på en rad' })
	});
}
