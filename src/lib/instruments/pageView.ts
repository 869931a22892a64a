import { isRecord } from './comparison.ts';
import { countColumns } from './countColumns.ts';
import type {
	ChoiceView,
	ControlView,
	ElementView,
	MatrixDropdownView,
	MatrixView,
	PageView,
	TextView,
	ViewBase
} from './elementView.ts';
import { holds } from './evaluate.ts';
import type {
	Answers,
	Choice,
	ChoiceElement,
	CommentElement,
	Element,
	Instrument,
	MatrixDropdownElement,
	MatrixElement,
	TextElement
} from './instrument.ts';
import { textReader } from './questionText.ts';
import { numberAsTyped } from './typedText.ts';
import {
	type AnswerState,
	isEnabledNow,
	isRequiredNow,
	resolveState,
	rowScope,
	visibleChoices
} from './visibility.ts';

/** Indexes of the pages that these answers make visible. */
export function visiblePages(instrument: Instrument, answers: Answers): readonly number[] {
	return resolveState(instrument, answers).pages;
}

/** @throws {RangeError} when the instrument has no such page. */
export function pageView(instrument: Instrument, pageIndex: number, answers: Answers): PageView {
	const page = instrument.pages[pageIndex];
	if (!page) throw new RangeError(`No page ${String(pageIndex)} in ${instrument.code}`);
	const state = resolveState(instrument, answers);
	const drawing: Drawing = { answers, state, read: textReader(instrument, state.scope) };
	return {
		index: pageIndex,
		name: page.name,
		title: drawing.read(page.title),
		...(page.description !== undefined && { description: drawing.read(page.description) }),
		elements: viewAll(page.elements, drawing)
	};
}

interface Drawing {
	/** As saved: an answer that does not count just now is still what the respondent wrote. */
	readonly answers: Answers;
	readonly state: AnswerState;
	readonly read: (template: string) => string;
}

function viewAll(elements: readonly Element[], drawing: Drawing): ElementView[] {
	return elements
		.filter(({ name }) => drawing.state.visible.has(name))
		.map((element) => viewElement(element, drawing));
}

function viewElement(element: Element, drawing: Drawing): ElementView {
	const base = viewBase(element, drawing);
	switch (element.kind) {
		case 'panel':
			return {
				...base,
				kind: 'panel',
				layout: element.layout,
				...(element.count && { count: element.count }),
				elements: viewAll(element.elements, drawing)
			};
		case 'html':
			return { ...base, kind: 'html', html: element.html };
		case 'matrix':
			return viewMatrix(element, base, drawing);
		case 'matrixdropdown':
			return viewCells(element, base, drawing);
		default: {
			const value = Object.hasOwn(drawing.answers, element.name) ? drawing.answers[element.name] : undefined;
			return viewControl(element, { ...base, field: element.name, value }, drawing);
		}
	}
}

function viewBase(element: Element, { state, read }: Drawing): ViewBase {
	return {
		name: element.name,
		title: read(element.title),
		...(element.description !== undefined && { description: read(element.description) }),
		...(element.item !== undefined && { item: element.item }),
		required: element.kind !== 'html' && isRequiredNow(element, state.scope),
		enabled: isEnabledNow(element, state.scope)
	};
}

interface ControlBase extends ViewBase {
	readonly field: string;
	readonly value: unknown;
}

function viewControl(
	element: TextElement | CommentElement | ChoiceElement,
	{ value, ...base }: ControlBase,
	drawing: Drawing
): ControlView {
	switch (element.kind) {
		case 'text':
			return viewText(element, { ...base, value });
		case 'comment':
			return {
				...base,
				kind: 'comment',
				value: typeof value === 'string' ? value : '',
				maxLength: element.maxLength,
				rows: element.rows
			};
		default:
			return viewChoices(element, { ...base, value }, drawing);
	}
}

function viewText(element: TextElement, { value, ...base }: ControlBase): TextView {
	const { minimum, maximum, maxLength } = element;
	return {
		...base,
		kind: 'text',
		value: typeof value === 'number' ? numberAsTyped(value) : typeof value === 'string' ? value : '',
		inputType: element.inputType,
		inputMode: inputModeOf(element),
		...(minimum !== undefined && { minimum }),
		...(maximum !== undefined && { maximum }),
		...(maxLength !== undefined && { maxLength })
	};
}

function inputModeOf(element: TextElement): TextView['inputMode'] {
	switch (element.inputType) {
		case 'number':
			return element.step === undefined || (Number.isInteger(element.step) && element.step > 0)
				? 'numeric'
				: 'decimal';
		case 'email':
		case 'tel':
		case 'url':
			return element.inputType;
		default:
			return 'text';
	}
}

function viewChoices(
	element: ChoiceElement,
	{ value, ...base }: ControlBase,
	{ state, read }: Drawing
): ChoiceView {
	const selected = new Set(Array.isArray(value) ? value : [value]);
	const choices = visibleChoices(element.choices, state.scope).map((choice) => ({
		value: choice.value,
		text: read(choice.text),
		selected: selected.has(choice.value),
		exclusive: element.exclusive?.includes(choice.value) ?? false
	}));
	return {
		...base,
		kind: element.kind,
		selected: choices.filter((choice) => choice.selected).map((choice) => choice.value),
		choices,
		...(element.maxSelected !== undefined && { maxSelected: element.maxSelected })
	};
}

function viewMatrix(element: MatrixElement, base: ViewBase, { answers, state, read }: Drawing): MatrixView {
	const value = answers[element.name];
	const shown = (choices: readonly Choice[]) =>
		visibleChoices(choices, state.scope).map((choice) => ({ value: choice.value, text: read(choice.text) }));
	return {
		...base,
		kind: 'matrix',
		columns: shown(element.columns),
		rows: shown(element.rows).map((row) => ({
			...row,
			field: `${element.name}.${row.value}`,
			selected: isRecord(value) && typeof value[row.value] === 'string' ? String(value[row.value]) : '',
			required: element.isAllRowRequired === true
		}))
	};
}

function viewCells(element: MatrixDropdownElement, base: ViewBase, drawing: Drawing): MatrixDropdownView {
	const { answers, state, read } = drawing;
	const value = answers[element.name];
	return {
		...base,
		kind: 'matrixdropdown',
		layout: element.layout,
		counts: element.layout === 'count' ? countColumns(element.columns) : [],
		columns: element.columns.map(({ name, title }) => ({ name, title: read(title) })),
		rows: visibleChoices(element.rows, state.scope).map((row) => {
			const cells =
				isRecord(value) && isRecord(value[row.value]) ? (value[row.value] as Record<string, unknown>) : {};
			return {
				value: row.value,
				text: read(row.text),
				cells: element.columns.map((column) =>
					viewCell(
						column,
						{ field: `${element.name}.${row.value}.${column.name}`, cells, enabled: base.enabled },
						drawing
					)
				)
			};
		})
	};
}

function viewCell(
	column: TextElement | ChoiceElement,
	place: { readonly field: string; readonly cells: Record<string, unknown>; readonly enabled: boolean },
	drawing: Drawing
): ControlView | null {
	const scope = rowScope(drawing.state.scope, place.cells);
	if (!holds(column.visibleIf, scope)) return null;
	const base: ControlBase = {
		name: column.name,
		title: drawing.read(column.title),
		required: isRequiredNow(column, scope),
		enabled: place.enabled,
		field: place.field,
		value: place.cells[column.name]
	};
	return viewControl(column, base, { ...drawing, state: { ...drawing.state, scope } });
}
