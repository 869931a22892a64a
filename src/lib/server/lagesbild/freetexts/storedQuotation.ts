import type { Quotation } from '#lib/freetext/quotation.ts';
import type { Application } from '../../application.ts';
import { openFreeText } from '../../responses/freeTextSealing.ts';
import type { StoredQuotation } from './quotationStore.ts';
import type { OpenableRound } from './roundTexts.ts';

type State = Pick<StoredQuotation, 'withdrawnAt' | 'isApproved'>;

export function quotationStateOf({ withdrawnAt, isApproved }: State): Quotation['state'] {
	if (withdrawnAt) return 'withdrawn';
	if (isApproved === null) return 'proposed';
	return isApproved ? 'approved' : 'rejected';
}

/** Opens a quotation's proposed words. */
export function wordingOf(
	{ keys }: Application,
	{ sealing }: OpenableRound,
	{ quotationId, sealed }: StoredQuotation
): string {
	return openFreeText(keys, sealing, { freeTextId: quotationId, sealed }).text;
}

/** @throws when the row breaks what the database promises: a state without its step. */
export function quotationOf(stored: StoredQuotation, wording: string): Quotation {
	const { quotationId, freeTextId, item, theme, proposedAt, proposedBy } = stored;
	const base = {
		quotationId,
		freeTextId,
		item,
		theme,
		wording,
		proposed: { by: proposedBy, at: proposedAt }
	};
	const { decidedAt, decidedBy, reason, withdrawnAt, withdrawnBy } = stored;
	const decided =
		decidedAt && decidedBy !== null && reason !== null ? { by: decidedBy, at: decidedAt, reason } : null;
	const state = quotationStateOf(stored);
	if (state === 'proposed') return { ...base, state };
	if (state === 'withdrawn' && withdrawnAt && withdrawnBy !== null) {
		const withdrawn = { by: withdrawnBy, at: withdrawnAt };
		return { ...base, state, withdrawn, ...(decided ? { decided } : {}) };
	}
	if (state === 'withdrawn' || !decided) throw new Error('A quotation without the step that its state says');
	return { ...base, state, decided };
}
