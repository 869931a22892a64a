import type { QuotationOutcome } from './quotations.ts';

const texts: Readonly<Record<QuotationOutcome, string>> = {
	shown: 'står i lägesbilden',
	'theme-hidden': 'är utelämnade: antalet texter med temat visas inte',
	'theme-not-of-text': 'är utelämnade: texten är inte längre kodad med temat',
	'question-not-coded': 'är utelämnade: alla texter på frågan är inte kodade'
};

const inOrder = Object.keys(texts) as QuotationOutcome[];

/** How many approved quotations stand in a version, and why others do not. */
export function quotationCounts(
	quotations: readonly { readonly outcome: QuotationOutcome }[]
): { readonly count: number; readonly text: string }[] {
	return inOrder.flatMap((outcome) => {
		const count = quotations.filter((quotation) => quotation.outcome === outcome).length;
		return count === 0 ? [] : [{ count, text: texts[outcome] }];
	});
}
