import type { ReleasedTable } from '#lib/disclosure/releasedTable.ts';
import type { Block, Figure, Section } from './lagesbild.ts';
import { findTable } from './releasedValues.ts';

/** A section with the figures that its blocks name. */
export interface DrawnSection {
	readonly section: Section;
	readonly figures: readonly Figure[];
}

export type MakeFigure = (table: ReleasedTable) => Figure | undefined;

export function paragraph(text: string): Block {
	return { kind: 'paragraph', text };
}

/** The table, after its figure when it has one. Nothing when the round has no such table. */
export function tableBlocks(
	tables: readonly ReleasedTable[],
	id: string,
	makeFigure?: MakeFigure
): { readonly blocks: readonly Block[]; readonly figures: readonly Figure[] } {
	const table = findTable(tables, id);
	if (!table) return { blocks: [], figures: [] };
	const figure = makeFigure?.(table);
	return {
		blocks: [
			...(figure ? [{ kind: 'figure' as const, figure: figure.id }] : []),
			{ kind: 'table', table: id }
		],
		figures: figure ? [figure] : []
	};
}

export function drawnSection(
	section: { readonly id: string; readonly title: string },
	parts: readonly (Block | { readonly blocks: readonly Block[]; readonly figures: readonly Figure[] })[]
): DrawnSection {
	return {
		section: {
			...section,
			blocks: parts.flatMap((part): readonly Block[] => ('blocks' in part ? part.blocks : [part]))
		},
		figures: parts.flatMap((part) => ('blocks' in part ? part.figures : []))
	};
}
