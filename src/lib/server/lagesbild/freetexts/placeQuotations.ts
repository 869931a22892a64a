import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { quotationOutcome, type PlacedQuotation, type QuotationOutcome } from '#lib/lagesbild/quotations.ts';
import type { Sql } from '../../db/connection.ts';
import { listCodedTexts } from './codingStore.ts';
import { holdApproved, listQuotations } from './quotationStore.ts';
import { quotationStateOf } from './storedQuotation.ts';

/** An approved quotation, and whether it stands in a version. Its words are kept only where it does. */
export interface QuotationPlacing extends Omit<PlacedQuotation, 'wording'> {
	readonly quotationId: string;
	readonly outcome: QuotationOutcome;
	readonly wording: string | null;
}

/** What becomes of each approved quotation of the round, beside the tables that are about to be released with it. */
export async function placeQuotations(
	sql: Sql,
	roundId: string,
	tables: readonly ReleasedTable[]
): Promise<QuotationPlacing[]> {
	const approved = (await listQuotations(sql, roundId)).filter(
		(quotation) => quotationStateOf(quotation) === 'approved'
	);
	const coded = new Map((await listCodedTexts(sql, roundId)).map((text) => [text.freeTextId, text.coding]));
	return approved
		.toSorted((one, other) => (one.quotationId < other.quotationId ? -1 : 1))
		.map(({ quotationId, freeTextId, item, theme, wording }) => {
			const coding = coded.get(freeTextId);
			const themesOfText = coding?.state === 'coded' ? coding.themes : [];
			const outcome = quotationOutcome({ item, theme }, { tables, themesOfText });
			return { quotationId, item, theme, outcome, wording: outcome === 'shown' ? wording : null };
		});
}

/** Whether every quotation of a version is still approved: one may have been taken back since it was compiled. */
export async function areStillApproved(
	sql: Sql,
	{ quotations }: { readonly quotations: readonly Pick<QuotationPlacing, 'quotationId' | 'outcome'>[] }
): Promise<boolean> {
	const shown = quotations.filter(({ outcome }) => outcome === 'shown').map(({ quotationId }) => quotationId);
	return shown.length === 0 || (await holdApproved(sql, shown)) === shown.length;
}

/** The quotations that a version shows, as the report has them. */
export function shownQuotations(quotations: readonly QuotationPlacing[]): PlacedQuotation[] {
	return quotations.flatMap(({ item, theme, wording, outcome }) =>
		outcome === 'shown' && wording !== null ? [{ item, theme, wording }] : []
	);
}
