import { fieldOfPath } from '#lib/lagesbild/council/councilFields.ts';
import type { LagesbildTexts } from '#lib/lagesbild/lagesbildTexts.ts';
import { lagesbildTextsSchema } from '#lib/lagesbild/lagesbildTexts.ts';
import { textsOfFields } from '#lib/lagesbild/textFields.ts';
import { fieldErrors, type FieldError } from '../../../readForm.ts';

export type TextReading =
	| { readonly ok: true; readonly texts: LagesbildTexts }
	| { readonly ok: false; readonly errors: FieldError[] };

export function readTexts(typed: Readonly<Record<string, string>>): TextReading {
	const texts = lagesbildTextsSchema.safeParse(textsOfFields(typed));
	if (texts.success) return { ok: true, texts: texts.data };
	const errors = fieldErrors(texts.error).map(({ field, message }) => ({
		field: fieldOfPath(field),
		message
	}));
	return { ok: false, errors };
}

const chapterNames = ['annanInformation', 'analys', 'slutsatser'] as const;

/** The fields that are written in Markdown. */
export function markdownFields(typed: Readonly<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(chapterNames.map((name) => [name, typed[name] ?? '']));
}
