import { cellVariables } from './codebookCells.ts';
import { atRow, textRole, variable, type CodebookContext } from './codebookVariable.ts';
import type {
	ChoiceElement,
	Element,
	MatrixElement,
	MultipleTextElement,
	PanelElement,
	Question,
	RangeElement,
	RankingElement,
	RepeatedElement,
	ScaleElement,
	TextElement
} from '#lib/instruments/element.ts';
import { rangeEnds } from '#lib/instruments/fields/formFields.ts';
import { isRepeated } from '#lib/instruments/entries.ts';
import { entryItems, entryMeasures } from './entryMeasures.ts';
import type { Variable } from '#lib/instruments/instrument.ts';

/** The codebook in questionnaire order: one variable for each thing that a table can show. */
export function buildCodebook(elements: readonly Element[], context: CodebookContext): Variable[] {
	return elements.flatMap((element) => variablesOf(element, context));
}

function variablesOf(element: Element, context: CodebookContext): Variable[] {
	if (element.kind === 'html') return [];
	if (element.kind === 'panel') {
		return element.layout === 'count'
			? countVariables(element, context)
			: buildCodebook(element.elements, context);
	}
	return questionVariables(element, context);
}

function questionVariables(question: Question, context: CodebookContext): Variable[] {
	if (isRepeated(question)) return entryVariables(question, context);
	switch (question.kind) {
		case 'comment':
		case 'text':
			return [variable(question, { role: textRole(question), path: [question.name] }, context)];
		case 'matrix':
			return question.rows.map((row) => rowVariable(question, row, context));
		case 'matrixdropdown':
			return cellVariables(question, context);
		case 'ranking':
			return rankVariables(question, context);
		case 'multipletext':
			return question.items.map((item) => itemVariable(question, item, context));
		case 'range':
			return rangeVariables(question, context);
		case 'expression':
			return [];
		default:
			return choiceVariables(question, context);
	}
}

function countVariables(panel: PanelElement, context: CodebookContext): Variable[] {
	const { count } = panel;
	if (!count) return [];
	const counted = variable(
		panel,
		{ role: 'count', path: [count.number], statusPath: [count.status] },
		context
	);
	const others = panel.elements.filter(({ name }) => name !== count.number && name !== count.status);
	return [counted, ...buildCodebook(others, context)];
}

function choiceVariables(element: ChoiceElement | ScaleElement, context: CodebookContext): Variable[] {
	if (element.kind !== 'checkbox') return [categoryVariable(element, context)];
	const options = element.choices.map(({ value, text }) => ({ value, text: context.resolve(text) }));
	const base = variable(element, { role: 'choice', path: [element.name] }, context);
	return options.map(({ value, text }) => ({
		...base,
		code: `${base.code}.${value}`,
		title: `${base.title} – ${text}`,
		option: value
	}));
}

function categoryVariable(element: ChoiceElement | ScaleElement, context: CodebookContext): Variable {
	const options = element.choices.map(({ value, text }) => ({ value, text: context.resolve(text) }));
	return variable(element, { role: 'category', path: [element.name], options }, context);
}

/** A ranking is the place of each choice, so that a table can say how many put it first. */
function rankVariables(element: RankingElement, context: CodebookContext): Variable[] {
	const places = element.choices.map((_, index) => String(index + 1));
	const options = places.map((place) => ({ value: place, text: place }));
	const base = variable(element, { role: 'category', path: [element.name], options }, context);
	return element.choices.map(({ value, text }) => ({
		...base,
		code: `${base.code}.${value}`,
		title: `${base.title} – ${context.resolve(text)}`,
		ranked: value
	}));
}

function rangeVariables(element: RangeElement, context: CodebookContext): Variable[] {
	return (['Från', 'Till'] as const).map((title, index) => {
		const base = variable(element, { role: 'number', path: [element.name, String(index)] }, context);
		return { ...base, code: `${base.code}.${rangeEnds[index] ?? ''}`, title: `${base.title} – ${title}` };
	});
}

function itemVariable(element: MultipleTextElement, item: TextElement, context: CodebookContext): Variable {
	const base = variable(element, { role: textRole(item), path: [element.name, item.name] }, context);
	return {
		...base,
		code: `${base.code}.${item.name}`,
		title: `${base.title} – ${context.resolve(item.title)}`
	};
}

function rowVariable(
	element: MatrixElement,
	row: MatrixElement['rows'][number],
	context: CodebookContext
): Variable {
	const options = element.columns.map(({ value, text }) => ({ value, text: context.resolve(text) }));
	const base = variable(element, { role: 'category', path: [element.name, row.value], options }, context);
	return atRow(base, { value: row.value, text: context.resolve(row.text) });
}

/** The variables of one entry become sums over all entries; see `EntryMeasure`. */
function entryVariables(question: RepeatedElement, context: CodebookContext): Variable[] {
	const own = context.items.get(question.name);
	const counts = own?.flags.includes('PERS') ?? false;
	const base = variable(question, { role: counts ? 'count' : 'number', path: [question.name] }, context);
	const items = entryItems(question, base, context.innerItems?.get(question.name));
	return entryMeasures(base, buildCodebook(question.elements, { ...context, items }));
}
