import { isRecord } from '#lib/instruments/record.ts';
import type { CountView, ElementView, PageView, QuestionView } from './elementView.ts';
import type {
	ChoiceElement,
	CommentElement,
	Element,
	PanelElement,
	Question,
	ScaleElement,
	TextElement
} from '#lib/instruments/element.ts';
import type { Answers, Instrument } from '#lib/instruments/instrument.ts';
import { namedQuestions } from '#lib/instruments/instrumentIndex.ts';
import { textReader, translator } from '#lib/instruments/texts/questionText.ts';
import { type EntryDrawing, viewEntryPanels, viewEntryTable } from './viewEntries.ts';
import { knownValue } from '#lib/instruments/expressions/scope.ts';
import { viewMultipleText, viewOutput, viewRange, viewRanking } from './viewLists.ts';
import { choiceControl, type Drawing, type Place, placeOf, textControl, textOf } from './viewControls.ts';
import { viewCells, viewMatrix } from './viewTables.ts';
import { type AnswerState, isRequiredNow, resolveState } from '#lib/instruments/answers/visibility.ts';

/** Indexes of the pages that these answers make visible. */
export function visiblePages(instrument: Instrument, answers: Answers): readonly number[] {
	return resolveState(instrument, answers).pages;
}

/** @throws {RangeError} when the instrument has no such page. */
export function pageView(instrument: Instrument, pageIndex: number, answers: Answers): PageView {
	return viewIn(instrument, pageIndex, { answers, state: resolveState(instrument, answers) });
}

/** All pages that these answers make visible, in order. */
export function visiblePageViews(instrument: Instrument, answers: Answers): PageView[] {
	const state = resolveState(instrument, answers);
	return state.pages.map((index) => viewIn(instrument, index, { answers, state }));
}

function viewIn(
	instrument: Instrument,
	pageIndex: number,
	{ answers, state }: { readonly answers: Answers; readonly state: AnswerState }
): PageView {
	const page = instrument.pages[pageIndex];
	if (!page) throw new RangeError(`No page ${String(pageIndex)} in ${instrument.code}`);
	const drawing: PageDrawing = {
		answers,
		state,
		prefix: '',
		language: instrument.language ?? 'sv',
		read: textReader(instrument, state.scope),
		translated: translator(instrument),
		readerIn: ({ elements }, scope) => textReader(instrument, scope, namedQuestions(elements))
	};
	return {
		index: pageIndex,
		name: page.name,
		title: drawing.read(page.title),
		...(page.description !== undefined && { description: drawing.read(page.description) }),
		elements: viewAll(page.elements, drawing)
	};
}

interface PageDrawing extends Drawing {
	readonly readerIn: EntryDrawing['readerIn'];
	readonly translated: (text: string) => string;
}

function viewAll(elements: readonly Element[], drawing: PageDrawing): ElementView[] {
	return elements
		.filter(({ name }) => drawing.state.visible.has(name))
		.flatMap((element) => viewElement(element, drawing) ?? []);
}

function viewElement(element: Element, drawing: PageDrawing): ElementView | undefined {
	if (element.kind === 'html') {
		return { kind: 'html', name: drawing.prefix + element.name, html: drawing.translated(element.html) };
	}
	if (element.kind !== 'panel') return viewQuestion(element, drawing);
	if (element.count) return viewCount(element, element.count, drawing);
	return { kind: 'group', ...heading(element, drawing), elements: viewAll(element.elements, drawing) };
}

function viewQuestion(element: Question, drawing: PageDrawing): QuestionView {
	const base = questionBase(element, drawing);
	const at = placeOf(element.name, drawing);
	switch (element.kind) {
		case 'matrix':
			return { kind: 'matrix', ...base, ...viewMatrix(element, at, drawing) };
		case 'matrixdropdown':
			return { kind: 'matrixdropdown', ...base, ...viewCells(element, at, drawing) };
		case 'ranking':
			return { kind: 'ranking', ...base, ...viewRanking(element, at, drawing) };
		case 'multipletext':
			return { kind: 'multipletext', ...base, fields: viewMultipleText(element, at, drawing) };
		case 'range':
			return { kind: 'multipletext', ...base, fields: viewRange(element, at, drawing) };
		case 'expression':
			return {
				kind: 'output',
				...heading(element, drawing),
				text: viewOutput(element, workedOut(element.name, drawing), drawing)
			};
		case 'matrixdynamic':
			return { kind: 'matrixdynamic', ...base, ...viewEntryTable(element, at, entryTools(drawing)) };
		case 'paneldynamic':
			return { kind: 'paneldynamic', ...base, ...viewEntryPanels(element, at, entryTools(drawing)) };
		default:
			return viewField(element, base, { at, drawing });
	}
}

function entryTools(drawing: PageDrawing): EntryDrawing {
	const { readerIn, translated } = drawing;
	return {
		drawing,
		readerIn,
		viewAll: (elements, inner) => viewAll(elements, { ...inner, readerIn, translated })
	};
}

/** Inside an entry the values are worked out in the entry. */
function workedOut(name: string, { state, prefix }: Drawing): unknown {
	const panel = knownValue(state.scope, 'panel');
	return prefix !== '' && isRecord(panel) ? panel[name] : knownValue(state.scope, name);
}

function viewField(
	element: TextElement | CommentElement | ScaleElement | ChoiceElement,
	base: Base,
	{ at, drawing }: { readonly at: Place; readonly drawing: PageDrawing }
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

function heading(element: Exclude<Element, { readonly kind: 'html' }>, { read, prefix }: Drawing) {
	const { name, title, description } = element;
	return {
		name: prefix + name,
		title: read(title),
		...(description !== undefined && { description: read(description) })
	};
}

function questionBase(element: PanelElement | Question, drawing: PageDrawing) {
	const { scope, closed } = drawing.state;
	return {
		...heading(element, drawing),
		required: isRequiredNow(element, scope),
		enabled: !closed.has(element.name)
	};
}

function viewCount(
	panel: PanelElement,
	count: NonNullable<PanelElement['count']>,
	drawing: PageDrawing
): CountView | undefined {
	const part = (name: string | undefined) => panel.elements.find((element) => element.name === name);
	const [number, status, basis] = [part(count.number), part(count.status), part(count.basis)];
	if (number?.kind !== 'text' || !isSingleChoice(status)) return undefined;
	const place = (name: string): Place => placeOf(name, drawing);
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
