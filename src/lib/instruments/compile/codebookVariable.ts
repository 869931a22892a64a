import type { CommentElement, TextElement } from '#lib/instruments/element.ts';
import type { Variable } from '#lib/instruments/instrument.ts';
import type { ItemMeta } from './questionnaireReader.ts';

/** What the codebook needs beside the elements: the items, and how a title reads with the parameters filled in. */
export interface CodebookContext {
	readonly items: ReadonlyMap<string, ItemMeta>;
	/** The items of the elements inside each repeated question. */
	readonly innerItems?: ReadonlyMap<string, ReadonlyMap<string, ItemMeta>>;
	readonly resolve: (title: string) => string;
}

type Parts = Omit<Variable, 'item' | 'itemVersion' | 'core' | 'person' | 'opinion' | 'freeText'>;

/** The lasting code: the item's own code, with what the element's name adds to it after a dot (`P3_underlag` → `P3.underlag`). */
export function codeOf(name: string, item: string | undefined): string {
	return item !== undefined && name.startsWith(`${item}_`) ? `${item}.${name.slice(item.length + 1)}` : name;
}

/** A variable of an element, with the lasting code, title and flags of its item. */
export function variable(
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

export function textRole(element: TextElement | CommentElement): Variable['role'] {
	if (element.kind === 'comment') return 'text';
	if (element.inputType === 'number') return 'number';
	return element.inputType === 'date' || element.inputType === 'month' ? 'date' : 'text';
}

export function atRow(base: Variable, row: { readonly value: string; readonly text: string }): Variable {
	return { ...base, code: `${base.code}.${row.value}`, title: `${base.title} – ${row.text}`, row };
}

export function atColumn(
	base: Variable,
	column: { readonly value: string; readonly text: string }
): Variable {
	return { ...base, code: `${base.code}.${column.value}`, title: `${base.title} – ${column.text}`, column };
}
