import type { Quotation, Step } from '#lib/freetext/quotation.ts';
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

function stepOf(by: string | null, at: Date | null): Step | null {
	return by !== null && at ? { by, at } : null;
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
	const { reason } = stored;
	const deciding = stepOf(stored.decidedBy, stored.decidedAt);
	const decided = deciding && reason !== null ? { ...deciding, reason } : null;
	const withdrawn = stepOf(stored.withdrawnBy, stored.withdrawnAt);
	const state = quotationStateOf(stored);
	if (state === 'proposed') return { ...base, state };
	if (withdrawn) return { ...base, state: 'withdrawn', withdrawn, ...(decided ? { decided } : {}) };
	if (state === 'withdrawn' || !decided) throw new Error('A quotation without the step that its state says');
	return { ...base, state, decided };
}
