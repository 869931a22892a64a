import type { z } from 'zod';
import { cleanText } from '#lib/instruments/fields/typedText.ts';

export interface FieldError {
	readonly field: string;
	readonly message: string;
}

/** What was typed comes with both: a form may be refused although each of its fields is in order. */
export type FormReading<Value> =
	| { readonly ok: true; readonly value: Value; readonly typed: Record<string, string> }
	| { readonly ok: false; readonly errors: FieldError[]; readonly typed: Record<string, string> };

/** The text fields of a form as they were typed. Files are not text and have no place in these forms. */
export function typedFields(form: FormData): Record<string, string> {
	return Object.fromEntries(
		[...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
	);
}

/** As typedFields, without the characters that PostgreSQL and documents refuse: they are pasted in unseen. */
export function cleanFields(form: FormData): Record<string, string> {
	return Object.fromEntries(
		Object.entries(typedFields(form)).map(([name, text]) => [name, cleanText(text, 'many')])
	);
}

/** One message a field: the first that the schema found. `field` is the name of the form's control. */
export function fieldErrors(fault: z.ZodError): FieldError[] {
	const firstOf = new Map<string, string>();
	for (const issue of fault.issues) {
		const field = issue.path.map(String).join('.');
		if (!firstOf.has(field)) firstOf.set(field, issue.message);
	}
	return [...firstOf].map(([field, message]) => ({ field, message }));
}

/** Reads a form of text fields by its schema. */
export function readForm<Schema extends z.ZodType>(
	schema: Schema,
	form: FormData
): FormReading<z.infer<Schema>> {
	const typed = typedFields(form);
	const parsed = schema.safeParse(typed);
	if (parsed.success) return { ok: true, value: parsed.data, typed };
	return { ok: false, errors: fieldErrors(parsed.error), typed };
}
