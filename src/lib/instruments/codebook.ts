import { countColumns } from './countColumns.ts';
import type {
	CellElement,
	ChoiceElement,
	CommentElement,
	Element,
	MatrixDropdownElement,
	MatrixElement,
	MultipleTextElement,
	PanelElement,
	Question,
	RangeElement,
	RankingElement,
	RepeatedElement,
	ScaleElement,
	TextElement
} from './element.ts';
import { rangeEnds } from './formFields.ts';
import { isRepeated } from './entries.ts';
import { entryItems, entryMeasures } from './entryMeasures.ts';
import type { Variable } from './instrument.ts';
import type { ItemMeta } from './questionnaireReader.ts';

/** What the codebook needs beside the elements: the items, and how a title reads with the parameters filled in. */
export interface CodebookContext {
	readonly items: ReadonlyMap<string, ItemMeta>;
	/** The items of the elements inside each repeated question. */
	readonly innerItems?: ReadonlyMap<string, ReadonlyMap<string, ItemMeta>>;
	readonly resolve: (title: string) => string;
}

type Parts = Omit<Variable, 'item' | 'itemVersion' | 'core' | 'person' | 'opinion' | 'freeText'>;

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

/** The lasting code: the item's own code, with what the element's name adds to it after a dot (`P3_underlag` → `P3.underlag`). */
function codeOf(name: string, item: string | undefined): string {
	return item !== undefined && name.startsWith(`${item}_`) ? `${item}.${name.slice(item.length + 1)}` : name;
}

function variable(
	element: { readonly name: string; readonly title: string },
	parts: Partial<Parts> & Pick<Parts, 'role' | 'path'>,
	context: CodebookContext
): Variable {
	const meta: ItemMeta = context.items.get(element.name) ?? { version: 1, flags: [] };
	const isCount = parts.role === 'count';
	return {
		code: codeOf(element.name, meta.item),
		item: meta.item ?? element.name,
		itemVersion: meta.version,
		title: context.resolve(element.title),
		...(isCount && { unit: meta.unit ?? 'person' }),
		...(isCount && meta.partOf !== undefined && { partOf: meta.partOf }),
		...parts,
		core: meta.flags.includes('KÄRNA'),
		person: meta.flags.includes('PERS') && isCount,
		opinion: meta.flags.includes('ÅSIKT') && (parts.role === 'category' || parts.role === 'choice'),
		freeText: parts.role === 'text'
	};
}

function textRole(element: TextElement | CommentElement): Variable['role'] {
	if (element.kind === 'comment') return 'text';
	if (element.inputType === 'number') return 'number';
	return element.inputType === 'date' || element.inputType === 'month' ? 'date' : 'text';
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

function atRow(base: Variable, row: { readonly value: string; readonly text: string }): Variable {
	return { ...base, code: `${base.code}.${row.value}`, title: `${base.title} – ${row.text}`, row };
}

function atColumn(base: Variable, column: { readonly value: string; readonly text: string }): Variable {
	return { ...base, code: `${base.code}.${column.value}`, title: `${base.title} – ${column.text}`, column };
}

function cellVariables(element: MatrixDropdownElement, context: CodebookContext): Variable[] {
	return element.rows.flatMap(({ value, text }) => {
		const row = { value, text: context.resolve(text) };
		return element.layout === 'count'
			? countRowVariables(element, row, context)
			: element.columns.flatMap((column) => cellVariable(element, { row, column }, context));
	});
}

interface Cell {
	readonly row: { readonly value: string; readonly text: string };
	readonly column: CellElement;
}

function countRowVariables(
	element: MatrixDropdownElement,
	row: Cell['row'],
	context: CodebookContext
): Variable[] {
	const counts = countColumns(element.columns);
	const handled = new Set<string>();
	const counted = counts.flatMap(({ part, number, status, basis }) => {
		for (const name of [number, status, basis]) if (name !== undefined) handled.add(name);
		const path = [element.name, row.value, number];
		const statusPath = status === undefined ? {} : { statusPath: [element.name, row.value, status] };
		const base = atRow(variable(element, { role: 'count', path, ...statusPath }, context), row);
		const column = element.columns.find(({ name }) => name === number);
		const title = context.resolve(column?.title ?? part);
		const count = part === '' ? base : atColumn(base, { value: part, text: title });
		const basisColumn = element.columns.find(({ name }) => name === basis);
		return [
			count,
			...(basisColumn ? basisVariables(element, { row, column: basisColumn }, { count, context }) : [])
		];
	});
	const others = element.columns.filter(({ name }) => !handled.has(name));
	return [...counted, ...others.flatMap((column) => cellVariable(element, { row, column }, context))];
}

function basisVariables(
	element: MatrixDropdownElement,
	{ row, column }: Cell,
	{ count, context }: { readonly count: Variable; readonly context: CodebookContext }
): Variable[] {
	return cellVariable(element, { row, column }, context).map((basis) => ({
		...basis,
		code: `${count.code}.underlag`,
		title: `${count.title} – ${context.resolve(column.title)}`
	}));
}

function cellVariable(
	element: MatrixDropdownElement,
	{ row, column }: Cell,
	context: CodebookContext
): Variable[] {
	const path = [element.name, row.value, column.name];
	const place = { value: column.name, text: context.resolve(column.title) };
	if (column.kind === 'text' || column.kind === 'comment') {
		const role = element.counts ? 'count' : textRole(column);
		return [atColumn(atRow(variable(element, { role, path }, context), row), place)];
	}
	const options = column.choices.map(({ value, text }) => ({ value, text: context.resolve(text) }));
	if (column.kind !== 'checkbox') {
		return [atColumn(atRow(variable(element, { role: 'category', path, options }, context), row), place)];
	}
	const base = atColumn(atRow(variable(element, { role: 'choice', path }, context), row), place);
	return options.map(({ value, text }) => ({
		...base,
		code: `${base.code}.${value}`,
		title: `${base.title} – ${text}`,
		option: value
	}));
}

/** The variables of one entry become sums over all entries; see `EntryMeasure`. */
function entryVariables(question: RepeatedElement, context: CodebookContext): Variable[] {
	const own = context.items.get(question.name);
	const counts = own?.flags.includes('PERS') ?? false;
	const base = variable(question, { role: counts ? 'count' : 'number', path: [question.name] }, context);
	const items = entryItems(question, base, context.innerItems?.get(question.name));
	return entryMeasures(base, buildCodebook(question.elements, { ...context, items }));
}
