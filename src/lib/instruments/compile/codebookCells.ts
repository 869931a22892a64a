import { atColumn, atRow, textRole, variable, type CodebookContext } from './codebookVariable.ts';
import { countColumns } from '#lib/instruments/countColumns.ts';
import type { CellElement, MatrixDropdownElement } from '#lib/instruments/element.ts';
import type { Variable } from '#lib/instruments/instrument.ts';

/** A variable for each cell of the table; a count takes the columns that belong to it. */
export function cellVariables(element: MatrixDropdownElement, context: CodebookContext): Variable[] {
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
