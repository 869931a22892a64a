import { refuseEffects } from './compileEffects.ts';
import { compileExpressionElement } from './compileDerived.ts';
import { compileChoices } from './compileChoices.ts';
import { compileComment, compileTextInput } from './compileInput.ts';
import { claimName, compileBase, type OwnContext } from './compileItem.ts';
import { propertiesOf } from './elementProperties.ts';
import { compileRepeated } from './compileRepeated.ts';
import { compileBoolean, compileRating } from './compileScale.ts';
import { countColumns } from '#lib/instruments/countColumns.ts';
import type {
	CellElement,
	Element,
	MatrixDropdownElement,
	MatrixElement,
	RepeatedElement
} from '#lib/instruments/element.ts';
import { innerNotes, isPersonCount, isUsableCode, JsonPlace, readChoices } from './questionnaireReader.ts';

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
	const inner = new JsonPlace(place.json, place.path, innerNotes(place.notes, ['row']));
	const columns = compileColumns(inner, own, cellCompilers);
	if (columns.length === 0) place.fault('columns', 'Minst en kolumn behövs');
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

type Json = Readonly<Record<string, unknown>>;

/** SurveyJS's `matrixdynamic`: a table whose rows the respondent adds. */
export function compileMatrixDynamic(place: JsonPlace, own: OwnContext): RepeatedElement {
	const compilers = new Map<string, (column: JsonPlace, own: OwnContext) => Element>([
		...cellCompilers,
		['expression', compileExpressionElement]
	]);
	return compileRepeated(place, own, {
		kind: 'matrixdynamic',
		compileElements: (inner) => compileColumns(inner, own, compilers)
	});
}

function compileColumns<Cell>(
	inner: JsonPlace,
	own: OwnContext,
	compilers: ReadonlyMap<string, (column: JsonPlace, own: OwnContext) => Cell>
): Cell[] {
	return inner.places('columns').flatMap((column): Cell[] => {
		const name = column.value('name');
		if (typeof name !== 'string' || !isUsableCode(name)) {
			column.fault('name', 'Kolumnen behöver ett namn av a–z, siffror, _, + eller -');
			return [];
		}
		claimName(column, name);
		refuseEffects(column);
		const type = cellTypeOf(column, inner.json);
		const base = compileBase(column, { name, type });
		const compile = typeof type === 'string' ? compilers.get(type) : undefined;
		if (compile) return [compile(filledColumn(column, inner.json), { ...own, base })];
		column.fault('cellType', `Celltypen ${JSON.stringify(type)} stöds inte`);
		return [];
	});
}

/** A column with the choices that the matrix gives all its cells. */
function filledColumn(column: JsonPlace, matrix: Json): JsonPlace {
	const choices = column.value('choices') ?? matrix['choices'];
	return new JsonPlace({ ...column.json, choices }, column.path, column.notes);
}

function cellTypeOf(column: JsonPlace, matrix: Json): unknown {
	const own = column.value('cellType');
	return own === undefined || own === 'default' ? (matrix['cellType'] ?? 'dropdown') : own;
}

type CellCompiler = (column: JsonPlace, own: OwnContext) => CellElement;

const cellCompilers: ReadonlyMap<string, CellCompiler> = new Map<string, CellCompiler>([
	['text', (column, own) => ({ ...own.base, ...compileTextInput(column) })],
	['comment', (column, own) => ({ ...own.base, ...compileComment(column) })],
	['dropdown', (column, own) => ({ ...own.base, ...compileChoices(column, 'dropdown') })],
	['radiogroup', (column, own) => ({ ...own.base, ...compileChoices(column, 'radiogroup') })],
	['checkbox', (column, own) => ({ ...own.base, ...compileChoices(column, 'checkbox') })],
	['tagbox', (column, own) => ({ ...own.base, ...compileChoices(column, 'tagbox') })],
	['boolean', compileBoolean],
	['rating', compileRating]
]);

function isNumber(column: CellElement): boolean {
	return column.kind === 'text' && column.inputType === 'number';
}

/** `antal`, `status` and perhaps `underlag`; or several counts a row, `vuxna_antal`, `vuxna_status`, `barn_antal` … */
function checkCountColumns(place: JsonPlace, columns: readonly CellElement[]): void {
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

function isSingleChoice(column: CellElement): boolean {
	return column.kind === 'dropdown' || column.kind === 'radiogroup';
}
