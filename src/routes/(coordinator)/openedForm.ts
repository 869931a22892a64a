import { z } from 'zod';
import type { RefusedForm } from './fieldOf.ts';

/** The values that a form is filled in with. */
export type Held = Readonly<Record<string, string | number | null>>;

/** As a form sends it, so that what was not touched is the same as before. */
const sent = (value: string | number | null | undefined) =>
	String(value ?? '')
		.replace(/\r\n?/g, '\n')
		.trim();

/** What a form is opened with, which it carries, so that what is changed meanwhile in another window is seen. */
export function openedWith(held: Held): string {
	return JSON.stringify(Object.fromEntries(Object.entries(held).map(([name, value]) => [name, sent(value)])));
}

const openedSchema = z
	.string()
	.transform((text, context): unknown => {
		try {
			return JSON.parse(text);
		} catch {
			context.addIssue('What the form was opened with cannot be read');
			return z.NEVER;
		}
	})
	.pipe(z.record(z.string(), z.string()));

/**
 * What a form is shown again with when somebody has saved other values since it was opened: theirs where this person has
 * changed nothing, and this person's own where both have. Null when nothing would be overwritten.
 */
export function changedMeanwhile(typed: Readonly<Record<string, string>>, held: Held): RefusedForm | null {
	const opened = openedSchema.safeParse(typed['opened']);
	if (!opened.success) return null;
	const overwritten = Object.keys(held).filter((name) => {
		const now = sent(held[name]);
		return now !== opened.data[name] && now !== sent(typed[name]);
	});
	if (overwritten.length === 0) return null;
	const isOwn = (name: string) => sent(typed[name]) !== opened.data[name];
	const taken = overwritten.filter((name) => !isOwn(name)).map((name) => [name, sent(held[name])] as const);
	return {
		message:
			'Uppgifterna har ändrats sedan du öppnade sidan. Här står de som de är nu, med dina egna ändringar. Titta igenom dem och spara igen.',
		errors: overwritten.filter(isOwn).map((field) => ({
			field,
			message: 'Har ändrats av någon annan medan du skrev. Här står det du skrev'
		})),
		typed: { ...typed, ...Object.fromEntries(taken) }
	};
}
