import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import type { Block, Figure, Section } from './lagesbild.ts';

/** Blocks with the figures and tables that they name. */
export interface DrawnBlocks {
	readonly blocks: readonly Block[];
	readonly figures: readonly Figure[];
	readonly tables: readonly ReleasedTable[];
}

/** A section with the figures and tables that its blocks name. */
export interface DrawnSection {
	readonly section: Section;
	readonly figures: readonly Figure[];
	readonly tables: readonly ReleasedTable[];
}

export const emptySection: DrawnSection = {
	section: { id: '', title: '', blocks: [] },
	figures: [],
	tables: []
};

export function paragraph(text: string): Block {
	return { kind: 'paragraph', text };
}

/** The table, after its figure when it has one. Nothing when the round has no such table. */
export function arranged(table: ReleasedTable | undefined, figure?: Figure): DrawnBlocks {
	if (!table) return { blocks: [], figures: [], tables: [] };
	return {
		blocks: [
			...(figure ? [{ kind: 'figure' as const, figure: figure.id }] : []),
			{ kind: 'table', table: table.id }
		],
		figures: figure ? [figure] : [],
		tables: [table]
	};
}

export function drawnSection(
	{ id, title }: Pick<Section, 'id' | 'title'>,
	parts: readonly (Block | DrawnBlocks)[]
): DrawnSection {
	const drawn = parts.filter((part) => 'blocks' in part);
	return {
		section: {
			id,
			title,
			blocks: parts.flatMap((part): readonly Block[] => ('blocks' in part ? part.blocks : [part]))
		},
		figures: drawn.flatMap((part) => part.figures),
		tables: drawn.flatMap((part) => part.tables)
	};
}

/** A section with more at its end. */
export function continued(
	{ section, figures, tables }: DrawnSection,
	more: readonly (Block | DrawnBlocks)[]
): DrawnSection {
	return drawnSection(section, [{ blocks: section.blocks, figures, tables }, ...more]);
}
