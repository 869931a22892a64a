import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import type { Block, Figure } from '../lagesbild.ts';
import type { DrawnBlocks } from '../reportSections.ts';

/** What a finding can point at: the figures and tables of the same lägesbild. */
export interface EvidencePool {
	readonly figures: readonly Figure[];
	readonly tables: readonly ReleasedTable[];
}

/** The ids that are neither a figure nor a table of this version. */
export function missingEvidence(evidence: readonly string[], { figures, tables }: EvidencePool): string[] {
	const known = new Set([...figures, ...tables].map(({ id }) => id));
	return evidence.filter((id) => !known.has(id));
}

/** Figures, each with its table, and then the other tables; what this version does not have is left out. */
export function drawnEvidence(evidence: readonly string[], pool: EvidencePool): DrawnBlocks {
	const wanted = new Set(evidence);
	const figures = pool.figures.filter(({ id }) => wanted.has(id));
	const drawn = new Set(figures.map(({ table }) => table));
	const others = pool.tables.filter(({ id }) => wanted.has(id) && !drawn.has(id));
	const blocks = [
		...figures.flatMap(({ id, table }, place): Block[] => {
			const isLast = figures.findLastIndex((each) => each.table === table) === place;
			return [{ kind: 'figure', figure: id }, ...(isLast ? [{ kind: 'table' as const, table }] : [])];
		}),
		...others.map(({ id }): Block => ({ kind: 'table', table: id }))
	];
	// They stand in the lägesbild already: only the blocks are new.
	return { blocks, figures: [], tables: [] };
}
