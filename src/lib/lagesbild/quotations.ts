import { themeTableId } from '#lib/freetext/themeTable.ts';
import { arrangeTable } from '#lib/disclosure/tables/arrangeTable.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { questionOfTable } from './itemNames.ts';
import { findTable, numberAt, rowIn } from './releasedValues.ts';

/** An approved rewording, and the question and theme that it stands under. No sector, unit or day belongs to it. */
export interface PlacedQuotation {
	readonly item: string;
	readonly theme: string;
	readonly wording: string;
}

/** Said of every quotation: nobody's own words are printed. */
export const rewordedNote = 'Återgivet med andra ord';

/** Whether an approved quotation stands in a version, or what keeps it out. */
export type QuotationOutcome = 'shown' | 'question-not-coded' | 'theme-not-of-text' | 'theme-hidden';

/** A quotation stands only where the number of texts about its theme is shown. */
export function quotationOutcome(
	quotation: Pick<PlacedQuotation, 'item' | 'theme'>,
	{
		tables,
		themesOfText
	}: { readonly tables: readonly ReleasedTable[]; readonly themesOfText: readonly string[] }
): QuotationOutcome {
	const table = findTable(tables, themeTableId(quotation.item));
	if (!table) return 'question-not-coded';
	if (!themesOfText.includes(quotation.theme)) return 'theme-not-of-text';
	return numberAt(table, quotation.theme, 'texter') === undefined ? 'theme-hidden' : 'shown';
}

/** The quotations as a table of the appendix, so that files of tables have them too. None when there is none. */
export function quotationTable(
	tables: readonly ReleasedTable[],
	quotations: readonly PlacedQuotation[]
): ReleasedTable[] {
	const placed = quotations.flatMap((quotation) => {
		const table = findTable(tables, themeTableId(quotation.item));
		return table ? [{ quotation, table }] : [];
	});
	const [first] = placed;
	if (!first) return [];
	return [
		arrangeTable({
			id: 'citat',
			title: 'Citat ur fritextsvaren, återgivna med andra ord',
			unit: 'citat',
			base: first.table.base,
			notes: ['Citaten är skrivna med andra ord och godkända av en andra person.'],
			columns: [
				{ id: 'tema', title: 'Tema', kind: 'text' },
				{ id: 'ord', title: rewordedNote, kind: 'text' }
			],
			rows: placed.map(({ quotation, table }, place) => ({
				id: `citat-${String(place + 1)}`,
				title: questionOfTable(table),
				cells: [rowIn(table, quotation.theme)?.title ?? quotation.theme, quotation.wording]
			}))
		})
	];
}
