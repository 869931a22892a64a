import { decidedQuotation, withdrawnQuotation } from '#lib/freetext/quotation.ts';
import type { RewordingRefusal } from '#lib/freetext/rewording.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { insertAuditEvent } from '../../audit/auditStore.ts';
import { withMunicipality } from '../../db/connection.ts';
import { openFreeText } from '../../responses/freeTextSealing.ts';
import { findFreeText } from '../../responses/responseStore.ts';
import { lockQuotation, markQuotationDecided, markQuotationWithdrawn } from './quotationStore.ts';
import { findOpenableRound, type TextsRefusal } from './roundTexts.ts';
import { quotationOf, wordingOf } from './storedQuotation.ts';

interface QuotationPlace {
	readonly roundId: string;
	readonly quotationId: string;
}

export type QuotationDecisionRefusal =
	TextsRefusal | RewordingRefusal | 'not-allowed' | 'unknown-quotation' | 'already-decided' | 'same-person';

/** The second person approves a quotation or rejects it, with a reason. */
export async function decideQuotation(
	application: Application,
	actor: Actor,
	decision: QuotationPlace & { readonly isApproved: boolean; readonly reason: string }
): Promise<Result<null, QuotationDecisionRefusal>> {
	if (actor.role !== 'granskare') return refused('not-allowed');
	const { roundId, quotationId, isApproved, reason } = decision;
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const openable = await findOpenableRound(sql, roundId);
		if (!openable.ok) return openable;
		const stored = await lockQuotation(sql, quotationId);
		if (stored?.roundId !== roundId) return refused('unknown-quotation');
		const text = await findFreeText(sql, stored);
		if (!text) return refused('texts-erased');
		const decided = decidedQuotation(quotationOf(stored, wordingOf(application, openable.value, stored)), {
			by: actor.accountId,
			at,
			reason,
			isApproved,
			original: openFreeText(application.keys, openable.value.sealing, text).text
		});
		if (!decided.ok) return decided;
		await markQuotationDecided(sql, decided.value);
		const action = isApproved ? 'quotation-approved' : 'quotation-rejected';
		await insertAuditEvent(sql, actor, { action, subject: quotationId, at });
		return accepted(null);
	});
}

export type WithdrawalRefusal =
	'not-allowed' | 'unknown-quotation' | 'already-rejected' | 'already-withdrawn';

/** The samordnare takes a quotation back. It stands in no version that is compiled from now on. */
export async function withdrawQuotation(
	application: Application,
	actor: Actor,
	{ roundId, quotationId }: QuotationPlace
): Promise<Result<null, WithdrawalRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const stored = await lockQuotation(sql, quotationId);
		if (stored?.roundId !== roundId) return refused('unknown-quotation');
		// Taking back needs none of its words, which may be erased.
		const withdrawn = withdrawnQuotation(quotationOf(stored, stored.wording ?? ''), {
			by: actor.accountId,
			at
		});
		if (!withdrawn.ok) return withdrawn;
		await markQuotationWithdrawn(sql, withdrawn.value);
		await insertAuditEvent(sql, actor, { action: 'quotation-withdrawn', subject: quotationId, at });
		return accepted(null);
	});
}
