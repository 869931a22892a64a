import { isRecord } from '#lib/instruments/record.ts';
import type { PageView } from './elementView.ts';

/** Form field → what stands in it: one text, or every chosen code of a list of check boxes. */
export type FieldTexts = ReadonlyMap<string, readonly string[]>;

/**
 * What every control of a page holds when the page is drawn, by the name it is posted under. The view is searched
 * whatever the kind of its elements: `field` always stands beside what the control holds.
 */
export function viewFields(view: PageView): FieldTexts {
	const fields = new Map<string, readonly string[]>();
	collect(view.elements, fields);
	return fields;
}

function collect(part: unknown, fields: Map<string, readonly string[]>): void {
	if (Array.isArray(part)) {
		for (const each of part) collect(each, fields);
		return;
	}
	if (!isRecord(part)) return;
	if (typeof part['field'] === 'string') fields.set(part['field'], heldBy(part));
	for (const each of Object.values(part)) collect(each, fields);
}

/** A row of a matrix or a ranking has its own code in `value`, and what is chosen for it beside. */
function heldBy(control: Readonly<Record<string, unknown>>): readonly string[] {
	const held = control['chosen'] ?? control['place'] ?? control['value'];
	const texts: readonly unknown[] = Array.isArray(held) ? held : [held];
	return texts.filter((text): text is string => typeof text === 'string' && text !== '');
}

/** The same control's content as one text, to tell whether two are the same. */
export function asOneText(texts: readonly string[]): string {
	return texts.filter((text) => text !== '').join('\n');
}
