import type { FormEntries } from '#lib/instruments/fields/formFields.ts';
import { asOneText, type FieldTexts } from '#lib/instruments/pages/viewFields.ts';

/** The fields that a page's script has changed, each with the texts it knows may stand in the draft (see `asOneText`). */
export type FieldChanges = ReadonlyMap<string, readonly string[]>;

/** A field that was changed here and, meanwhile, somewhere else. */
export interface FieldConflict {
	readonly field: string;
	/** What the draft holds, as `asOneText` writes it. */
	readonly stored: string;
}

export interface MergedForm {
	readonly form: FormEntries;
	readonly conflicts: readonly FieldConflict[];
}

/**
 * One page posted by its script, put together with what the draft holds by now: only the fields that were changed here
 * are taken from here, so that another window's answers stay. A field that was changed in both keeps what the draft
 * holds and is told, so that the respondent decides and nothing is overwritten unseen.
 */
export function mergeTyped(posted: FormEntries, stored: FieldTexts, changes: FieldChanges): MergedForm {
	const fields = new Map<string, readonly string[]>();
	for (const [field, text] of posted) {
		if (typeof text === 'string') fields.set(field, [...(fields.get(field) ?? []), text]);
	}
	const conflicts: FieldConflict[] = [];
	for (const [field, held] of stored) {
		const known = changes.get(field);
		const conflict = known && conflictIn(field, { held, posted: fields.get(field) ?? [], known });
		if (conflict) conflicts.push(conflict);
		if (!known || conflict) fields.set(field, held);
	}
	const form = [...fields].flatMap(([field, texts]) => texts.map((text) => [field, text] as const));
	return { form, conflicts };
}

function conflictIn(
	field: string,
	texts: {
		readonly held: readonly string[];
		readonly posted: readonly string[];
		readonly known: readonly string[];
	}
): FieldConflict | undefined {
	const stored = asOneText(texts.held);
	const isExpected = texts.known.includes(stored) || stored === asOneText(texts.posted);
	return isExpected ? undefined : { field, stored };
}
