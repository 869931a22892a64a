import { z } from 'zod';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import { judgeRewording, type RewordingRefusal } from './rewording.ts';

/** Somebody's step, and when. */
export interface Step {
	readonly by: string;
	readonly at: Date;
}

interface QuotationBase {
	readonly quotationId: string;
	/** The text that it is made from. */
	readonly freeTextId: string;
	/** The question's code. */
	readonly item: string;
	/** The theme that it stands under. */
	readonly theme: string;
	/** What the text says, in other words. */
	readonly wording: string;
	readonly proposed: Step;
}

interface Decision extends Step {
	readonly reason: string;
}

/** From proposal to a second person's decision. Only an approved one may stand in a lägesbild. */
export type Quotation =
	| (QuotationBase & { readonly state: 'proposed' })
	| (QuotationBase & { readonly state: 'approved'; readonly decided: Decision })
	| (QuotationBase & { readonly state: 'rejected'; readonly decided: Decision })
	| (QuotationBase & { readonly state: 'withdrawn'; readonly withdrawn: Step; readonly decided?: Decision });

export type ProposedQuotation = Extract<Quotation, { state: 'proposed' }>;
export type DecidedQuotation = Extract<Quotation, { state: 'approved' | 'rejected' }>;
export type WithdrawnQuotation = Extract<Quotation, { state: 'withdrawn' }>;

const manyLines = (most: number, missing: string) =>
	z
		.string()
		.trim()
		.min(1, { error: missing })
		.max(most, { error: `Texten är för lång: högst ${String(most)} tecken` });

export const wordingSchema = manyLines(400, 'Skriv vad texten säger, med andra ord').transform((text) =>
	text.replaceAll(/\s+/g, ' ')
);

export const reasonSchema = manyLines(1000, 'Skriv skälet till ditt beslut').transform((text) =>
	text.replaceAll('\r\n', '\n')
);

export type ProposalRefusal = RewordingRefusal | 'theme-not-of-text' | 'already-proposed';

/** A quotation of a text. `living` are the text's others: one at a time, or readers could put two together. */
export function proposedQuotation(
	quotation: QuotationBase,
	text: {
		readonly original: string;
		readonly themes: readonly string[];
		readonly living: readonly Pick<Quotation, 'state'>[];
	}
): Result<ProposedQuotation, ProposalRefusal> {
	if (text.living.some(({ state }) => state === 'proposed' || state === 'approved'))
		return refused('already-proposed');
	if (!text.themes.includes(quotation.theme)) return refused('theme-not-of-text');
	const judged = judgeRewording(text.original, quotation.wording);
	return judged.ok ? accepted({ ...quotation, state: 'proposed' }) : judged;
}

/** The second person's decision, with a reason either way. The rewording is judged again as it stands. */
export function decidedQuotation(
	quotation: Quotation,
	decision: Decision & { readonly isApproved: boolean; readonly original: string }
): Result<DecidedQuotation, 'already-decided' | 'same-person' | RewordingRefusal> {
	if (quotation.state !== 'proposed') return refused('already-decided');
	if (quotation.proposed.by === decision.by) return refused('same-person');
	const { isApproved, original, ...decided } = decision;
	if (!isApproved) return accepted({ ...quotation, state: 'rejected', decided });
	const judged = judgeRewording(original, quotation.wording);
	return judged.ok ? accepted({ ...quotation, state: 'approved', decided }) : judged;
}

/** Taken back by the samordnare, also when it has been approved. What is published already stays published. */
export function withdrawnQuotation(
	quotation: Quotation,
	withdrawn: Step
): Result<WithdrawnQuotation, 'already-rejected' | 'already-withdrawn'> {
	if (quotation.state === 'rejected') return refused('already-rejected');
	if (quotation.state === 'withdrawn') return refused('already-withdrawn');
	return accepted({ ...quotation, state: 'withdrawn', withdrawn });
}
