import { compileChoices, compileTextInput } from './compileInput.ts';
import { type OwnContext, propertiesOf } from './compileItem.ts';
import { countColumns } from './countColumns.ts';
import type { ChoiceElement, MatrixDropdownElement, MatrixElement, TextElement } from './element.ts';
import { isPersonCount, isUsableCode, JsonPlace, readChoices } from './questionnaireReader.ts';

export function compileMatrix(place: JsonPlace, own: OwnContext): MatrixElement {
	place.onlyKnows(propertiesOf('matrix'));
	const isAllRowRequired = place.boolean('eachRowRequired') || place.boolean('isAllRowRequired');
	return {
		...own.base,
		kind: 'matrix',
		rows: readChoices(place, 'rows'),
		columns: readChoices(place, 'columns'),
		...(isAllRowRequired && { isAllRowRequired })
	};
}

export function compileMatrixDropdown(place: JsonPlace, own: OwnContext): MatrixDropdownElement {
	place.onlyKnows(propertiesOf('matrixdropdown'));
	const columns = place.places('columns').flatMap((column) => compileColumn(column, place.json) ?? []);
	const names = new Set(columns.map((column) => column.name));
	if (names.size < columns.length || columns.length === 0) {
		place.fault('columns', 'Minst en kolumn behövs, och varje kolumn behöver ett eget namn');
	}
	if (own.meta.kind === 'count') checkCountColumns(place, columns);
	if (own.meta.kind === 'countCells' && !columns.every(isNumber)) {
		place.fault('columns', 'I en korstabell ska varje kolumn vara ett tal');
	}
	return {
		...own.base,
		kind: 'matrixdropdown',
		rows: readChoices(place, 'rows'),
		columns,
		layout: own.meta.kind === 'count' ? 'count' : 'cells',
		...(own.meta.kind === 'count' && isPersonCount(own.meta) && { countsPersons: true as const }),
		...(own.meta.kind === 'countCells' && { counts: true as const })
	};
}

const choiceKinds = ['dropdown', 'radiogroup', 'checkbox'] as const;

/** A column with what the matrix says of all its cells (cellType, choices) filled in. */
function compileColumn(
	place: JsonPlace,
	matrix: Readonly<Record<string, unknown>>
): TextElement | ChoiceElement | undefined {
	const name = place.value('name');
	if (typeof name !== 'string' || !isUsableCode(name)) {
		place.fault('name', 'Kolumnen behöver ett namn av a–z, siffror, _, + eller -');
		return undefined;
	}
	const cellType = place.value('cellType') ?? matrix['cellType'] ?? 'dropdown';
	const base = { name, title: place.text('title') ?? name, ...conditionsOf(place) };
	if (cellType === 'text') return { ...base, ...compileTextInput(place) };
	const choices = place.value('choices') ?? matrix['choices'];
	const filled = new JsonPlace({ ...place.json, choices }, place.path, place.notes);
	const kind = choiceKinds.find((candidate) => candidate === cellType);
	if (kind) return { ...base, ...compileChoices(filled, kind) };
	place.fault('cellType', `Celltypen ${JSON.stringify(cellType)} stöds inte`);
	return undefined;
}

function conditionsOf(place: JsonPlace): Pick<TextElement, 'visibleIf' | 'requiredIf' | 'isRequired'> {
	const visibleIf = place.expression('visibleIf');
	const requiredIf = place.expression('requiredIf');
	if (place.has('enableIf')) place.fault('enableIf', 'Stöds inte i en kolumn');
	return {
		...(place.boolean('isRequired') && { isRequired: true as const }),
		...(visibleIf && { visibleIf }),
		...(requiredIf && { requiredIf })
	};
}

function isNumber(column: TextElement | ChoiceElement): boolean {
	return column.kind === 'text' && column.inputType === 'number';
}

/** `antal`, `status` and perhaps `underlag`; or several counts a row, `vuxna_antal`, `vuxna_status`, `barn_antal` … */
function checkCountColumns(place: JsonPlace, columns: readonly (TextElement | ChoiceElement)[]): void {
	const counts = countColumns(columns);
	if (counts.length === 0) place.fault('columns', 'En antalmatris behöver kolumnen antal');
	const named = (name: string | undefined) => columns.find((column) => column.name === name);
	for (const count of counts) {
		const [number, status] = [named(count.number), named(count.status)];
		if (!number || !isNumber(number)) place.fault('columns', `Kolumnen ${count.number} ska vara ett tal`);
		if (status && !isSingleChoice(status))
			place.fault('columns', `Kolumnen ${status.name} ska vara ett enval`);
		if ([number, status].some((column) => column?.isRequired)) {
			place.fault(
				'columns',
				'Antalet och statusen utesluter varandra: ingen av dem kan vara obligatorisk för sig'
			);
		}
	}
}

function isSingleChoice(column: TextElement | ChoiceElement): boolean {
	return column.kind === 'dropdown' || column.kind === 'radiogroup';
}
