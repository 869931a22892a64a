import { conditionsIn } from '#lib/instruments/expressions/conditions.ts';
import { countColumns } from '#lib/instruments/countColumns.ts';
import type { Element, HtmlElement, Question } from '#lib/instruments/element.ts';

type Answerable = Exclude<Element, HtmlElement>;

const known = new WeakMap<readonly Element[], readonly Answerable[]>();

/** The elements that any rule between answers is about; most of a questionnaire's may be answered or not. */
export function ruledElements(elements: readonly Element[]): readonly Answerable[] {
	const before = known.get(elements);
	if (before) return before;
	const ruled = elements.filter((element) => element.kind !== 'html').filter(hasRules);
	known.set(elements, ruled);
	return ruled;
}

function hasRules(element: Answerable): boolean {
	if (element.isRequired || element.requiredIf) return true;
	if (element.kind === 'panel')
		return element.count !== undefined || ruledElements(element.elements).length > 0;
	return element.checks !== undefined || element.validators !== undefined || hasInnerRules(element);
}

// What is chosen is counted, and parts have rules of their own.
const kindsWithRules: ReadonlySet<Question['kind']> = new Set<Question['kind']>([
	'checkbox',
	'ranking',
	'multipletext',
	'matrixdynamic',
	'paneldynamic'
]);

function hasInnerRules(question: Question): boolean {
	if (kindsWithRules.has(question.kind)) return true;
	if (question.kind === 'matrix') return question.isAllRowRequired === true;
	if (question.kind !== 'matrixdropdown') {
		return 'choices' in question && conditionsIn(question.choices).areAny;
	}
	const isCounted = question.layout === 'count' && countColumns(question.columns).length > 0;
	return isCounted || ruledElements(question.columns).length > 0;
}
