import { z } from 'zod';
import { cleanText } from '#lib/instruments/fields/typedText.ts';
import { calendarDateSchema } from '#lib/shared/calendarDateSchema.ts';

const longestName = 300;
const longestPhone = 50;
const longestEmail = 254;
const longestText = 2000;

/** One line of text that must be there. */
export const requiredLine = (missing: string) =>
	z
		.string({ error: missing })
		.transform((text) => cleanText(text, 'one'))
		.pipe(z.string().min(1, { error: missing }).max(longestName, { error: 'Högst 300 tecken' }));

/** One line of text, or null when nothing was typed. */
export const optionalLine = z
	.string()
	.default('')
	.transform((text) => cleanText(text, 'one'))
	.pipe(z.string().max(longestName, { error: 'Högst 300 tecken' }))
	.transform((text) => (text === '' ? null : text));

export const requiredText = (missing: string) =>
	z
		.string({ error: missing })
		.transform((text) => cleanText(text, 'many'))
		.pipe(z.string().min(1, { error: missing }).max(longestText, { error: 'Högst 2 000 tecken' }));

export const emailSchema = z
	.string()
	.transform((text) => cleanText(text, 'one').toLowerCase())
	.pipe(
		z
			.string()
			.max(longestEmail, { error: 'E-postadressen är för lång: högst 254 tecken' })
			.regex(/^[^@\s]+@[^@\s]+$/, { error: 'Skriv en e-postadress, till exempel namn@kommun.se' })
	);

export const phoneSchema = z
	.string()
	.transform((text) => cleanText(text, 'one'))
	.pipe(
		z
			.string()
			.max(longestPhone, { error: 'Telefonnumret är för långt: högst 50 tecken' })
			.regex(/\d/, { error: 'Skriv ett telefonnummer med siffror' })
	);

/** What was typed by its schema, or null when the field was left empty or out. */
export const orNull = <Value>(schema: z.ZodType<Value, string>) =>
	z
		.string()
		.default('')
		.pipe(
			z.string().transform((text, context): Value | null => {
				if (text.trim() === '') return null;
				const read = schema.safeParse(text);
				if (read.success) return read.data;
				context.addIssue(read.error.issues[0]?.message ?? 'Går inte att läsa');
				return z.NEVER;
			})
		);

export const optionalDay = orNull(calendarDateSchema);
