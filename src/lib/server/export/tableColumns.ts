import { hiddenSymbol, hiddenWords, type ReleasedCell } from '#lib/disclosure/releasedTable.ts';
import type { ReleasedTable } from '#lib/disclosure/releasedTable.ts';
import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';

/** One cell of one table, with all that is needed to read it alone. */
interface TidyRow {
	readonly lagesbild: Lagesbild;
	readonly table: ReleasedTable;
	readonly rowTitle: string;
	readonly columnTitle: string;
	readonly cell: Exclude<ReleasedCell, { readonly kind: 'empty' }>;
}

interface ExportColumn {
	/** Heading in the file: lower-case ASCII, so that every statistics program takes it as a name. */
	readonly heading: string;
	readonly kind: 'text' | 'number';
	readonly read: (row: TidyRow) => string | number | null;
}

const hiddenMark = `${hiddenSymbol} ${hiddenWords}`;

function rule({ protocol: { policy } }: Lagesbild): string {
	return [
		`personer: minst ${policy.threshold}`,
		`bedömningar: minst ${policy.minimumAnswers} svar från ${policy.minimumOrganisations} verksamheter`,
		`andelar: underlag minst ${policy.minimumShareBase}`
	].join(', ');
}

/** The columns of every tabular file of a lägesbild, in their order. */
export const tableColumns: readonly ExportColumn[] = [
	{ heading: 'tabell', kind: 'text', read: ({ table }) => table.id },
	{ heading: 'rubrik', kind: 'text', read: ({ table }) => table.title },
	{ heading: 'rad', kind: 'text', read: ({ rowTitle }) => rowTitle },
	{ heading: 'kolumn', kind: 'text', read: ({ columnTitle }) => columnTitle },
	{
		heading: 'varde',
		kind: 'number',
		read: ({ cell }) => (cell.kind === 'number' || cell.kind === 'share' ? cell.value : null)
	},
	{ heading: 'lag', kind: 'number', read: ({ cell }) => (cell.kind === 'interval' ? cell.low : null) },
	{ heading: 'hog', kind: 'number', read: ({ cell }) => (cell.kind === 'interval' ? cell.high : null) },
	{ heading: 'text', kind: 'text', read: ({ cell }) => (cell.kind === 'text' ? cell.text : null) },
	{ heading: 'markering', kind: 'text', read: ({ cell }) => (cell.kind === 'hidden' ? hiddenMark : null) },
	{
		heading: 'enhet',
		kind: 'text',
		read: ({ table, cell }) => (cell.kind === 'share' ? 'procent' : table.unit)
	},
	{ heading: 'bas', kind: 'text', read: ({ table }) => table.base },
	{ heading: 'omgang', kind: 'number', read: ({ lagesbild }) => lagesbild.year },
	{ heading: 'regel', kind: 'text', read: ({ lagesbild }) => rule(lagesbild) },
	{
		heading: 'datum',
		kind: 'text',
		read: ({ lagesbild }) => lagesbild.approval?.publishedOn ?? lagesbild.council.date
	}
];

/** All cells of all tables in the long form. Empty cells hold no statement and give no row; hidden ones do. */
export function tidyRows(lagesbild: Lagesbild): TidyRow[] {
	return lagesbild.tables.flatMap((table) =>
		table.rows.flatMap((row) =>
			row.cells.flatMap((cell, index) =>
				cell.kind === 'empty'
					? []
					: [{ lagesbild, table, rowTitle: row.title, columnTitle: table.columns[index]?.title ?? '', cell }]
			)
		)
	);
}
