import { z } from 'zod';
import type { FieldChanges } from '#lib/responses/mergeTyped.ts';
import { changesField } from './pageForm.ts';

const jsonSchema = z
	.string()
	.max(1_000_000)
	.transform((text, context): unknown => {
		try {
			return JSON.parse(text);
		} catch {
			context.addIssue('Ändringarna går inte att läsa.');
			return z.NEVER;
		}
	})
	.pipe(z.record(z.string().max(400), z.array(z.string().max(100_000)).max(20)));

/** The page's script says what it has changed; null for a form that a browser posted by itself, or for what nobody can read. */
export function fieldChanges(form: Pick<URLSearchParams, 'get'> | FormData): FieldChanges | null {
	const read = jsonSchema.safeParse(form.get(changesField));
	return read.success ? new Map(Object.entries(read.data)) : null;
}
