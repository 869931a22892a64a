import type { Block } from './lagesbild.ts';

/** What stands side by side on a wide page: text and figures, and the tables that follow them. */
export interface EvidenceRow {
	readonly text: readonly Block[];
	readonly tables: readonly Extract<Block, { kind: 'table' }>[];
}

/** The blocks in their order; a row ends where text follows a table. */
export function evidenceRows(blocks: readonly Block[]): EvidenceRow[] {
	const rows: { text: Block[]; tables: Extract<Block, { kind: 'table' }>[] }[] = [];
	for (const block of blocks) {
		const last = rows.at(-1);
		const row =
			last && (block.kind === 'table' || last.tables.length === 0) ? last : { text: [], tables: [] };
		if (row !== last) rows.push(row);
		if (block.kind === 'table') row.tables.push(block);
		else row.text.push(block);
	}
	return rows;
}
