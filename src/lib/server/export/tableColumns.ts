import { arrangeTable } from '#lib/disclosure/tables/arrangeTable.ts';
import {
	hiddenExplanation,
	hiddenSymbol,
	hiddenWords,
	type ReleasedCell
} from '#lib/disclosure/tables/releasedTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { correctionText } from '#lib/lagesbild/correctionText.ts';
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

/** The rule that every row stands under, short enough to be said in each: `P5-B5/3-A10`. The file says once what it means. */
function ruleCode({ protocol: { policy } }: Lagesbild): string {
	return `P${policy.threshold}-B${policy.minimumAnswers}/${policy.minimumOrganisations}-A${policy.minimumShareBase}`;
}

/** Others' statistics stand under no rule of ours, and must not look as if they did. */
const ruleOfOthers = 'annan källa';

function ruleWords({ protocol: { policy } }: Lagesbild): string {
	return [
		`P: antal personer visas när de är noll eller minst ${policy.threshold}`,
		`B: bedömningar visas när minst ${policy.minimumAnswers} svar från minst ${policy.minimumOrganisations} verksamheter ligger bakom`,
		`A: andelar visas när underlaget är minst ${policy.minimumShareBase}`,
		'Enheters svar visas inte när de säger något om få personer'
	].join('. ');
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
	{
		heading: 'omgang',
		kind: 'number',
		read: ({ lagesbild: { year, part } }) => (part ? `${String(year)}${part.toUpperCase()}` : year)
	},
	{
		heading: 'regel',
		kind: 'text',
		read: ({ lagesbild, table }) => (table.isOfOthers ? ruleOfOthers : ruleCode(lagesbild))
	},
	{
		heading: 'datum',
		kind: 'text',
		read: ({ lagesbild }) => lagesbild.approval?.publishedOn ?? lagesbild.council.date
	}
];

/** What holds for the whole file, in the same columns as the cells: a program that reads the file needs no other way. */
function fileRows(lagesbild: Lagesbild): TidyRow[] {
	const asked = lagesbild.response.reduce((sum, one) => sum + one.asked, 0);
	const answered = lagesbild.response.reduce((sum, one) => sum + one.answered, 0);
	const { period } = lagesbild;
	const table = arrangeTable({
		id: 'om-filen',
		title: lagesbild.title,
		unit: '',
		base: `${answered} av ${asked} enheter svarade`,
		notes: [],
		columns: [],
		rows: []
	});
	const facts = [
		['Period', `${period.from}–${period.to}`],
		['Version', String(lagesbild.version)],
		...(lagesbild.correction ? ([['Rättelse', correctionText(lagesbild.correction)]] as const) : []),
		[`Regel ${ruleCode(lagesbild)}`, ruleWords(lagesbild)],
		[`Markering ${hiddenMark}`, hiddenExplanation],
		['Så läses talen', lagesbild.reading],
		['Försiktighet', lagesbild.caution]
	] as const;
	return facts.map(([rowTitle, text]) => ({
		lagesbild,
		table,
		rowTitle,
		columnTitle: 'Förklaring',
		cell: { kind: 'text', text }
	}));
}

/** First what holds for the file, then all cells of all tables in the long form. Empty cells hold no statement and give no row; hidden ones do. */
export function tidyRows(lagesbild: Lagesbild): TidyRow[] {
	return [...fileRows(lagesbild), ...lagesbild.tables.flatMap((table) => cellRows(lagesbild, table))];
}

function cellRows(lagesbild: Lagesbild, table: ReleasedTable): TidyRow[] {
	return table.rows.flatMap((row) =>
		row.cells.flatMap((cell, index) =>
			cell.kind === 'empty'
				? []
				: [{ lagesbild, table, rowTitle: row.title, columnTitle: table.columns[index]?.title ?? '', cell }]
		)
	);
}
