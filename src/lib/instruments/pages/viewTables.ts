import { isRecord } from '#lib/instruments/record.ts';
import type { CellControl, CellsView, MatrixView } from './elementView.ts';
import { holds } from '#lib/instruments/expressions/evaluate.ts';
import type {
	CellElement,
	Choice,
	ExpressionElement,
	MatrixDropdownElement,
	MatrixElement
} from '#lib/instruments/element.ts';
import { rowScope, visibleChoices } from '#lib/instruments/answers/pruneAnswer.ts';
import { viewOutput } from './viewLists.ts';
import {
	choiceControl,
	type Drawing,
	optionOf,
	type Place,
	placeIn,
	textControl,
	textOf
} from './viewControls.ts';
import { isRequiredNow } from '#lib/instruments/answers/visibility.ts';

export function viewMatrix(
	element: MatrixElement,
	at: Place,
	drawing: Drawing
): Pick<MatrixView, 'columns' | 'rows'> {
	const shown = (choices: readonly Choice[]) =>
		visibleChoices(choices, drawing.state.scope).map((choice) => optionOf(choice, drawing));
	return {
		columns: shown(element.columns),
		rows: shown(element.rows).map((row) => {
			const { field, value } = placeIn(at, row.value);
			return { ...row, field, chosen: textOf(value) };
		})
	};
}

export function viewCells(
	element: MatrixDropdownElement,
	at: Place,
	drawing: Drawing
): Pick<CellsView, 'layout' | 'columns' | 'rows'> {
	return {
		layout: element.layout,
		columns: element.columns.map(({ name, title }) => ({ name, title: drawing.read(title) })),
		rows: visibleChoices(element.rows, drawing.state.scope).map((row) => {
			const place = placeIn(at, row.value);
			const scope = rowScope(drawing.state.scope, isRecord(place.value) ? place.value : {});
			const inRow = { ...drawing, state: { ...drawing.state, scope } };
			return {
				...optionOf(row, drawing),
				cells: element.columns.map((column) => cellControl(column, placeIn(place, column.name), inRow))
			};
		})
	};
}

/** A cell of a row; the drawing is the row's own. */
export function cellControl(
	column: CellElement | ExpressionElement,
	place: Place,
	inRow: Drawing
): CellControl {
	const { scope } = inRow.state;
	const base = {
		column: column.name,
		...(!holds(column.visibleIf, scope) && { hidden: true as const }),
		...(!holds(column.enableIf, scope) && { disabled: true as const }),
		...(isRequiredNow(column, scope) && { required: true as const })
	};
	switch (column.kind) {
		case 'text':
			return { kind: 'text', ...base, ...textControl(column, place) };
		case 'comment': {
			const { maxLength, rows } = column;
			return {
				kind: 'text',
				...base,
				field: place.field,
				value: textOf(place.value),
				inputType: 'text',
				maxLength,
				rows
			};
		}
		case 'expression':
			return { kind: 'output', ...base, field: place.field, text: viewOutput(column, place.value, inRow) };
		default: {
			const multiple = column.kind === 'checkbox' && { multiple: true as const };
			return { kind: 'choice', ...base, ...multiple, ...choiceControl(column, place, inRow) };
		}
	}
}
