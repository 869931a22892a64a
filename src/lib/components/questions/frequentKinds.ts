import type { Element, Question } from '#lib/instruments/element.ts';

/** The kinds of questions that ElementList draws by itself; FurtherQuestion draws the others. */
const frequentKinds: ReadonlySet<Question['kind']> = new Set([
	'text',
	'comment',
	'radiogroup',
	'checkbox',
	'dropdown',
	'boolean',
	'rating'
]);

export function areFrequent(elements: readonly Element[]): boolean {
	return elements.every((element) => {
		if (element.kind === 'panel') return areFrequent(element.elements);
		return element.kind === 'html' || frequentKinds.has(element.kind);
	});
}
