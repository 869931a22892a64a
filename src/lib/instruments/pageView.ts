import { isRecord } from './comparison.ts';
import type {
	CellControl,
	CountView,
	ElementView,
	MatrixView,
	CellsView,
	PageView,
	QuestionView
} from './elementView.ts';
import { holds } from './evaluate.ts';
import type {
	Choice,
	ChoiceElement,
	CommentElement,
	Element,
	MatrixDropdownElement,
	MatrixElement,
	PanelElement,
	Question,
	ScaleElement,
	TextElement
} from './element.ts';
import type { Answers, Instrument } from './instrument.ts';
import { viewMultipleText, viewOutput, viewRanking } from './viewLists.ts';
import {
	choiceControl,
	type Drawing,
	optionOf,
	type Place,
	textControl,
	textOf,
	valueOf
} from './viewControls.ts';
import { textReader } from './questionText.ts';
import { isEnabledNow, isRequiredNow, resolveState, rowScope, visibleChoices } from './visibility.ts';

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

function viewAll(elements: readonly Element[], drawing: Drawing): ElementView[] {
	return elements
		.filter(({ name }) => drawing.state.visible.has(name))
		.flatMap((element) => viewElement(element, drawing) ?? []);
}

function viewElement(element: Element, drawing: Drawing): ElementView | undefined {
	if (element.kind === 'html') return { kind: 'html', name: element.name, html: element.html };
	if (element.kind !== 'panel') return viewQuestion(element, drawing);
	if (element.count) return viewCount(element, element.count, drawing);
	return { kind: 'group', ...heading(element, drawing), elements: viewAll(element.elements, drawing) };
}

function viewQuestion(element: Question, drawing: Drawing): QuestionView {
	const base = questionBase(element, drawing);
	const at: Place = { field: element.name, value: valueOf(element.name, drawing) };
	switch (element.kind) {
		case 'matrix':
			return viewMatrix(element, base, drawing);
		case 'matrixdropdown':
			return viewCells(element, base, drawing);
		case 'ranking':
			return { kind: 'ranking', ...base, ...viewRanking(element, at, drawing) };
		case 'multipletext':
			return { kind: 'multipletext', ...base, fields: viewMultipleText(element, at, drawing) };
		case 'expression':
			return { kind: 'output', ...heading(element, drawing), text: viewOutput(element, drawing) };
		default:
			return viewField(element, base, { at, drawing });
	}
}

function viewField(
	element: TextElement | CommentElement | ScaleElement | ChoiceElement,
	base: Base,
	{ at, drawing }: { readonly at: Place; readonly drawing: Drawing }
): QuestionView {
	switch (element.kind) {
		case 'text': {
			const slider = element.slider && { slider: element.slider };
			return { kind: 'text', ...base, control: textControl(element, at), ...slider };
		}
		case 'comment': {
			const { maxLength, rows } = element;
			return { kind: 'comment', ...base, field: at.field, value: textOf(at.value), maxLength, rows };
		}
		case 'boolean':
		case 'rating':
			return { kind: 'radiogroup', ...base, control: choiceControl(element, at, drawing) };
		default: {
			const { kind, maxSelected } = element;
			const control = choiceControl(element, at, drawing);
			return { kind, ...base, control, ...(maxSelected !== undefined && { maxSelected }) };
		}
	}
}

function heading(element: Exclude<Element, { readonly kind: 'html' }>, { read }: Drawing) {
	const { name, title, description } = element;
	return { name, title: read(title), ...(description !== undefined && { description: read(description) }) };
}

function questionBase(element: PanelElement | Question, drawing: Drawing) {
	const { scope } = drawing.state;
	return {
		...heading(element, drawing),
		required: isRequiredNow(element, scope),
		enabled: isEnabledNow(element, scope)
	};
}

function viewCount(
	panel: PanelElement,
	count: NonNullable<PanelElement['count']>,
	drawing: Drawing
): CountView | undefined {
	const part = (name: string | undefined) => panel.elements.find((element) => element.name === name);
	const [number, status, basis] = [part(count.number), part(count.status), part(count.basis)];
	if (number?.kind !== 'text' || !isSingleChoice(status)) return undefined;
	const place = (name: string): Place => ({ field: name, value: valueOf(name, drawing) });
	const others = panel.elements.filter((element) => ![number, status, basis].includes(element));
	return {
		kind: 'count',
		...questionBase(panel, drawing),
		number: textControl(number, place(number.name)),
		status: choiceControl(status, place(status.name), drawing),
		...(isSingleChoice(basis) && {
			basis: { ...choiceControl(basis, place(basis.name), drawing), title: drawing.read(basis.title) }
		}),
		elements: viewAll(others, drawing)
	};
}

function isSingleChoice(element: Element | undefined): element is ChoiceElement {
	return element?.kind === 'radiogroup' || element?.kind === 'dropdown';
}

type Base = ReturnType<typeof questionBase>;

function viewMatrix(element: MatrixElement, base: Base, drawing: Drawing): MatrixView {
	const value = valueOf(element.name, drawing);
	const shown = (choices: readonly Choice[]) =>
		visibleChoices(choices, drawing.state.scope).map((choice) => optionOf(choice, drawing));
	return {
		kind: 'matrix',
		...base,
		columns: shown(element.columns),
		rows: shown(element.rows).map((row) => ({
			...row,
			field: `${element.name}.${row.value}`,
			chosen: isRecord(value) ? textOf(value[row.value]) : ''
		}))
	};
}

function viewCells(element: MatrixDropdownElement, base: Base, drawing: Drawing): CellsView {
	const value = valueOf(element.name, drawing);
	return {
		kind: 'matrixdropdown',
		...base,
		layout: element.layout,
		columns: element.columns.map(({ name, title }) => ({ name, title: drawing.read(title) })),
		rows: visibleChoices(element.rows, drawing.state.scope).map((row) => {
			const answer = isRecord(value) ? value[row.value] : undefined;
			const cells = isRecord(answer) ? answer : {};
			const inRow = { ...drawing, state: { ...drawing.state, scope: rowScope(drawing.state.scope, cells) } };
			return {
				...optionOf(row, drawing),
				cells: element.columns.map((column) => {
					const field = `${element.name}.${row.value}.${column.name}`;
					return cellControl(column, { field, value: cells[column.name] }, inRow);
				})
			};
		})
	};
}

function cellControl(column: TextElement | ChoiceElement, place: Place, inRow: Drawing): CellControl {
	const visibility = holds(column.visibleIf, inRow.state.scope) ? {} : { hidden: true as const };
	if (column.kind === 'text') {
		return { kind: 'text', column: column.name, ...visibility, ...textControl(column, place) };
	}
	return {
		kind: 'choice',
		column: column.name,
		...visibility,
		...(column.kind === 'checkbox' && { multiple: true as const }),
		...choiceControl(column, place, inRow)
	};
}
