import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import type { Lagesbild } from './lagesbild.ts';

type WithTables<Part extends keyof Lagesbild> = Pick<Lagesbild, Part | 'tables'>;

function named(tables: readonly ReleasedTable[], ids: readonly string[]): ReleasedTable[] {
	const wanted = new Set(ids);
	return tables.filter(({ id }) => wanted.has(id));
}

/** The tables that the text of the lägesbild shows. */
export function chapterTables({ chapters, tables }: WithTables<'chapters'>): ReleasedTable[] {
	const blocks = chapters.flatMap(({ sections }) => sections.flatMap((section) => section.blocks));
	return named(
		tables,
		blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
	);
}

/** The tables of tabellbilagan. A table of the text may be one of them. */
export function appendixTables({ appendix, tables }: WithTables<'appendix'>): ReleasedTable[] {
	return named(
		tables,
		appendix.flatMap((part) => part.tables)
	);
}
