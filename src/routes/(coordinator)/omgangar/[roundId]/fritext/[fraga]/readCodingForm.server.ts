import { z } from 'zod';
import type { TextChoice } from '#lib/server/lagesbild/freetexts/saveCoding.ts';

const prefix = 'revision.';

const choiceSchema = z.object({
	freeTextId: z.uuid(),
	revision: z
		.string()
		.regex(/^\d{1,9}$/)
		.transform(Number),
	themes: z.array(z.string().regex(/^[a-z0-9-]{1,60}$/)).max(200),
	isWithoutTheme: z.boolean()
});

/** The choices of a page of texts: each has its revision, whether anything was ticked or not. Null for another form. */
export function readCodingForm(form: FormData): TextChoice[] | null {
	const ids = [...form.keys()]
		.filter((name) => name.startsWith(prefix))
		.map((name) => name.slice(prefix.length));
	const read = z.array(choiceSchema).safeParse(
		ids.map((freeTextId) => ({
			freeTextId,
			revision: form.get(prefix + freeTextId),
			themes: form.getAll(`tema.${freeTextId}`),
			isWithoutTheme: form.get(`inget.${freeTextId}`) !== null
		}))
	);
	return read.success ? read.data : null;
}
