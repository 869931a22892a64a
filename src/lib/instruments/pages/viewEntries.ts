import { isRecord } from '#lib/instruments/record.ts';
import type { CellElement, Element, ExpressionElement, RepeatedElement } from '#lib/instruments/element.ts';
import type {
	CellControl,
	ElementView,
	EntryButton,
	EntryPanelsView,
	EntryTableView
} from './elementView.ts';
import { entriesOf, entryState } from '#lib/instruments/entries.ts';
import {
	addingValue,
	entryButton,
	entryCountField,
	removingValue
} from '#lib/instruments/fields/entryFields.ts';
import { innerScope, knownValue, type Scope } from '#lib/instruments/expressions/scope.ts';
import { cellControl } from './viewTables.ts';
import type { Drawing, Place } from './viewControls.ts';

/** How the page draws what stands in an entry; given by `pageView`, which draws entries too. */
export interface EntryDrawing {
	readonly drawing: Drawing;
	readonly viewAll: (elements: readonly Element[], drawing: Drawing) => ElementView[];
	/** A reader of texts that knows the entry's own answers. */
	readonly readerIn: (question: RepeatedElement, scope: Scope) => Drawing['read'];
}

const texts = {
	sv: { add: 'Lägg till', remove: 'Ta bort', none: 'Inget tillagt än.', row: 'Rad', panel: 'Nr' },
	en: { add: 'Add', remove: 'Remove', none: 'Nothing added yet.', row: 'Row', panel: 'No.' }
} as const;

export function viewEntryTable(question: RepeatedElement, at: Place, tools: EntryDrawing): TableParts {
	const columns = question.elements.filter(isCell);
	return {
		...commonParts(question, at, tools),
		columns: columns.map(({ name, title, isRequired }) => ({
			name,
			title: tools.drawing.read(title),
			required: isRequired === true
		})),
		rows: eachEntry(question, at, tools).map(({ inner, entry, field, title, remove }) => ({
			field,
			title,
			...(remove && { remove }),
			cells: columns.map((column): CellControl => {
				const value =
					column.kind === 'expression' ? valueIn(inner.state.scope, column.name) : entry[column.name];
				return cellControl(column, { field: inner.prefix + column.name, value }, inner);
			})
		}))
	};
}

type TableParts = Pick<EntryTableView, 'drawn' | 'add' | 'none' | 'columns' | 'rows'>;
type PanelParts = Pick<EntryPanelsView, 'drawn' | 'add' | 'none' | 'panels'>;

export function viewEntryPanels(question: RepeatedElement, at: Place, tools: EntryDrawing): PanelParts {
	return {
		...commonParts(question, at, tools),
		panels: eachEntry(question, at, tools).map(({ inner, field, title, remove }) => ({
			field,
			title,
			...(remove && { remove }),
			elements: tools.viewAll(question.elements, inner)
		}))
	};
}

function isCell(element: Element): element is CellElement | ExpressionElement {
	return ![
		'panel',
		'html',
		'matrix',
		'matrixdropdown',
		'matrixdynamic',
		'paneldynamic',
		'multipletext',
		'ranking'
	].includes(element.kind);
}

function commonParts(question: RepeatedElement, { field, value }: Place, { drawing }: EntryDrawing) {
	const words = texts[drawing.language];
	const count = entriesOf(question, value).length;
	const add: EntryButton = {
		name: entryButton,
		value: addingValue(field),
		text: question.addText === undefined ? words.add : drawing.read(question.addText)
	};
	return {
		drawn: { field: entryCountField(field), value: String(count) },
		...(question.mayAdd && count < question.maximum && { add }),
		none: question.noEntriesText === undefined ? words.none : drawing.read(question.noEntriesText)
	};
}

function eachEntry(question: RepeatedElement, { field, value }: Place, tools: EntryDrawing) {
	const { drawing } = tools;
	const words = texts[drawing.language];
	const entries = entriesOf(question, value);
	const mayRemove = question.mayRemove && entries.length > question.minimum;
	const removeText = question.removeText === undefined ? words.remove : drawing.read(question.removeText);
	return entries.map((entry, index) => {
		const state = entryState(question, { entries, index }, drawing.state.scope);
		// A reader counts from one, where conditions count panels from nought.
		const fromOne = { panelIndex: index + 1, visiblePanelIndex: index + 1 };
		const read = tools.readerIn(question, innerScope(state.scope, fromOne));
		const numbered = `${question.kind === 'matrixdynamic' ? words.row : words.panel} ${index + 1}`;
		const title = question.entryTitle === undefined ? numbered : read(question.entryTitle) || numbered;
		const remove: EntryButton = { name: entryButton, value: removingValue(field, index), text: removeText };
		const inner: Drawing = { ...drawing, answers: entry, state, prefix: `${field}.${index}.`, read };
		return { field: `${field}.${index}`, title, remove: mayRemove ? remove : undefined, inner, entry };
	});
}

function valueIn(scope: Scope, name: string): unknown {
	const row = knownValue(scope, 'row');
	return isRecord(row) ? row[name] : undefined;
}
