import type {
	CellElement,
	Choice,
	Element,
	MatrixDropdownElement,
	PanelElement,
	Question
} from '#lib/instruments/element.ts';
import { questionsOf } from '#lib/instruments/instrumentIndex.ts';
import type { Facet, FacetKind } from './facet.ts';

/** What a question asks and how it may be answered, apart from who is asked it and where it stands. */
export function elementFacets(element: Question | PanelElement): Facet[] {
	return [...wordsOf(element), ...(element.kind === 'panel' ? countFacets(element) : formFacets(element))];
}

function facet(kind: FacetKind, key: string, value: string): Facet {
	return { kind, key, value };
}

/** The same facets as those of a row, a column or a field. */
function within(part: string, facets: readonly Facet[]): Facet[] {
	return facets.map((one) => ({ ...one, key: `${part}/${one.key}`, part }));
}

function wordsOf(element: Element): Facet[] {
	return [
		facet('text', 'title', element.title),
		...(element.description ? [facet('hint', 'hint', element.description)] : []),
		facet('requirement', 'requirement', JSON.stringify([element.isRequired ?? false, element.requiredIf])),
		...limitsFacet('checks', [element.checks, element.validators])
	];
}

function limitsFacet(key: string, limits: readonly unknown[]): Facet[] {
	const isStated = limits.some((limit) => limit !== undefined);
	return isStated ? [facet('limits', key, JSON.stringify(limits))] : [];
}

/** A count is its number and the statuses that stand in for one; what it rests on is a question of its own. */
function countFacets({ count, elements }: PanelElement): Facet[] {
	const parts = questionsOf(elements).filter(({ name }) => name === count?.number || name === count?.status);
	return [
		facet('type', 'type', 'antal'),
		...parts.flatMap((part) => formFacets(part).filter(({ kind }) => kind !== 'type'))
	];
}

// Buttons and a list that opens are the same question.
const typeNames: Readonly<Partial<Record<Question['kind'], string>>> = {
	radiogroup: 'ett av flera alternativ',
	dropdown: 'ett av flera alternativ',
	checkbox: 'flera alternativ'
};

function formFacets(question: Question): Facet[] {
	return [facet('type', 'type', typeNames[question.kind] ?? question.kind), ...answerFacets(question)];
}

function answerFacets(question: Question): Facet[] {
	switch (question.kind) {
		case 'text':
			return [
				facet('type', 'input', question.inputType),
				...(question.unit ? [facet('unit', 'unit', question.unit)] : []),
				...limitsFacet('limits', [
					question.minimum,
					question.maximum,
					question.step,
					question.maxLength,
					question.mask
				])
			];
		case 'multipletext':
			return question.items.flatMap((item) => within(item.name, [...wordsOf(item), ...formFacets(item)]));
		case 'matrix':
			return [...rowFacets(question.rows), ...choiceFacets(question.columns)];
		case 'matrixdropdown':
			return [...rowFacets(question.rows), ...columnFacets(question)];
		case 'matrixdynamic':
		case 'paneldynamic':
			return questionsOf(question.elements).flatMap((inner) => within(inner.name, elementFacets(inner)));
		default:
			return simpleFacets(question);
	}
}

type SimpleQuestion = Exclude<
	Question,
	{ kind: 'text' | 'multipletext' | 'matrix' | 'matrixdropdown' | 'matrixdynamic' | 'paneldynamic' }
>;

function simpleFacets(question: SimpleQuestion): Facet[] {
	switch (question.kind) {
		case 'comment':
			return limitsFacet('limits', [question.maxLength]);
		case 'range':
			return limitsFacet('limits', [question.minimum, question.maximum, question.step]);
		case 'expression':
			return [];
		case 'boolean':
		case 'rating':
			return choiceFacets(question.choices);
		default:
			return [
				...choiceFacets(question.choices),
				...limitsFacet('limits', [question.minSelected, question.maxSelected])
			];
	}
}

function choiceFacets(choices: readonly Choice[]): Facet[] {
	return [
		...choices.map(({ value, text }) => facet('option', `option/${value}`, text)),
		facet('order', 'order', choices.map(({ value }) => value).join(', ')),
		...choices.flatMap(({ value, visibleIf, enableIf }) =>
			visibleIf || enableIf
				? [facet('base', `condition/${value}`, JSON.stringify([visibleIf, enableIf]))]
				: []
		)
	];
}

function rowFacets(rows: readonly Choice[]): Facet[] {
	return rows.flatMap(({ value, text, visibleIf }) =>
		within(value, [
			facet('row', 'row', text),
			...(visibleIf ? [facet('base', 'condition', JSON.stringify(visibleIf))] : [])
		])
	);
}

/** Where every cell is a count the columns are what is divided by; else they are questions beside each other. */
function columnFacets({ columns, counts }: MatrixDropdownElement): Facet[] {
	if (counts) {
		return columns.map(({ name, title }) => facet('option', `option/${name}`, title));
	}
	return columns.flatMap((column) =>
		within(column.name, [facet('column', 'column', column.title), ...cellFacets(column)])
	);
}

function cellFacets(column: CellElement): Facet[] {
	return [...wordsOf(column).filter(({ kind }) => kind !== 'text'), ...formFacets(column)];
}
