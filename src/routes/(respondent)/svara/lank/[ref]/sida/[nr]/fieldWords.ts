import { isRecord } from '#lib/instruments/record.ts';
import type { PageView } from '#lib/instruments/pages/elementView.ts';

export interface FieldWords {
	/** The title of the question that the field belongs to. */
	readonly title: string;
	/** A stored text as the respondent reads it: choices by their words, nothing as a dash. */
	readonly textOf: (stored: string) => string;
}

/** The words around a field of a page, whatever kind of question it stands in. */
export function fieldWords(view: PageView, field: string): FieldWords {
	const path = pathTo(view.elements, field) ?? [];
	const title = path.map((part) => part['title']).findLast((text) => typeof text === 'string' && text !== '');
	const options = new Map(
		path.flatMap((part) => [...optionsIn(part['options']), ...optionsIn(part['columns'])])
	);
	return {
		title: typeof title === 'string' ? title : view.title,
		textOf: (stored) =>
			stored === ''
				? '–'
				: stored
						.split('\n')
						.map((code) => options.get(code) ?? code)
						.join(', ')
	};
}

type Part = Readonly<Record<string, unknown>>;

/** From the outermost element to the control itself. */
function pathTo(part: unknown, field: string): Part[] | undefined {
	if (Array.isArray(part)) {
		for (const each of part) {
			const found = pathTo(each, field);
			if (found) return found;
		}
		return undefined;
	}
	if (!isRecord(part)) return undefined;
	if (part['field'] === field) return [part];
	const inner = pathTo(Object.values(part), field);
	return inner && [part, ...inner];
}

function optionsIn(part: unknown): [string, string][] {
	if (!Array.isArray(part)) return [];
	return part.flatMap((option): [string, string][] =>
		isRecord(option) && typeof option['value'] === 'string' && typeof option['text'] === 'string'
			? [[option['value'], option['text']]]
			: []
	);
}
