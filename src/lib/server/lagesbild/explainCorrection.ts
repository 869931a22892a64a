import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality } from '../db/connection.ts';
import { findReplacedVersion, lockLagesbild, updateCorrectionReason } from './lagesbildStore.ts';

export type ExplanationRefusal = 'unknown-lagesbild' | 'not-allowed' | 'not-a-draft' | 'replaces-nothing';

/** Writes what a draft corrects in the published version that it is to replace. Readers of both are told. */
export async function explainCorrection(
	application: Application,
	actor: Actor,
	{ lagesbildId, reason }: { readonly lagesbildId: string; readonly reason: string }
): Promise<Result<null, ExplanationRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const now = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const stored = await lockLagesbild(sql, lagesbildId);
		if (!stored) return refused('unknown-lagesbild');
		if (stored.submittedAt) return refused('not-a-draft');
		if ((await findReplacedVersion(sql, stored)) === null) return refused('replaces-nothing');
		await updateCorrectionReason(sql, lagesbildId, { reason, accountId: actor.accountId });
		await insertAuditEvent(sql, actor, { action: 'correction-explained', subject: lagesbildId, at: now });
		return accepted(null);
	});
}
