import { missingForPublication } from '#lib/lagesbild/missingForPublication.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality } from '../db/connection.ts';
import { findRound } from '../rounds/roundStore.ts';
import { listFindings } from './findings/findingStore.ts';
import { areStillApproved } from './freetexts/placeQuotations.ts';
import { lagesbildContent } from './lagesbildContent.ts';
import { lockLagesbild, markReturned, markSubmitted } from './lagesbildStore.ts';
import { quotesOf } from './quotesOf.ts';
import { isOfOtherProtection, lagesbildState } from './readLagesbild.ts';
import { areStillWaived } from './waiversInForce.ts';

export type SubmissionRefusal =
	| 'unknown-lagesbild'
	| 'not-allowed'
	| 'not-a-draft'
	| 'parts-missing'
	| 'threshold-changed'
	| 'quotation-withdrawn'
	| 'waiver-ended';

/** Hands the lägesbild to a second person. Refused while a part that the law or the method demands is empty. */
export async function submitForReview(
	application: Application,
	actor: Actor,
	lagesbildId: string
): Promise<Result<null, SubmissionRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const now = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const stored = await lockLagesbild(sql, lagesbildId);
		const round = stored ? await findRound(sql, stored.roundId) : null;
		if (!stored || !round) return refused('unknown-lagesbild');
		if (stored.submittedAt) return refused('not-a-draft');
		if (isOfOtherProtection(stored, round)) return refused('threshold-changed');
		if (!(await areStillApproved(sql, stored))) return refused('quotation-withdrawn');
		if (!(await areStillWaived(sql, stored, { seriesId: round.seriesId, now })))
			return refused('waiver-ended');
		const lagesbild = await lagesbildContent(sql, stored);
		const findings = await listFindings(sql, lagesbildId);
		const { texts, released } = stored;
		const quotes = quotesOf(stored);
		const { method } = round;
		const missing = missingForPublication({ texts, method, findings, quotes, released, lagesbild });
		if (missing.length > 0) return refused('parts-missing');
		await markSubmitted(sql, lagesbildId, { at: now, accountId: actor.accountId });
		await insertAuditEvent(sql, actor, { action: 'lagesbild-submitted', subject: lagesbildId, at: now });
		return accepted(null);
	});
}

export type ReturnRefusal = 'unknown-lagesbild' | 'not-allowed' | 'not-under-review';

/** The granskare sends it back with a reason; it is a draft again. */
export async function returnForChanges(
	application: Application,
	actor: Actor,
	{ lagesbildId, reason }: { readonly lagesbildId: string; readonly reason: string }
): Promise<Result<null, ReturnRefusal>> {
	if (actor.role !== 'granskare') return refused('not-allowed');
	const now = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const stored = await lockLagesbild(sql, lagesbildId);
		if (!stored) return refused('unknown-lagesbild');
		if (lagesbildState(stored) !== 'under-review') return refused('not-under-review');
		await markReturned(sql, lagesbildId, reason);
		await insertAuditEvent(sql, actor, { action: 'lagesbild-returned', subject: lagesbildId, at: now });
		return accepted(null);
	});
}
