import { randomUUID } from 'node:crypto';
import type { Decision } from '#lib/lagesbild/decision.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality } from '../db/connection.ts';
import { insertDecision, listDecisions } from './decisionStore.ts';
import { findLagesbild } from './lagesbildStore.ts';

export type DecisionRefusal =
	'unknown-lagesbild' | 'not-allowed' | 'not-published' | 'before-publication' | 'not-yet';

/** Notes what a body has decided of the published version. It is shown on its public page. */
export async function registerDecision(
	application: Application,
	actor: Actor,
	{ lagesbildId, decision }: { readonly lagesbildId: string; readonly decision: Decision }
): Promise<Result<null, DecisionRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const now = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const stored = await findLagesbild(sql, lagesbildId);
		if (!stored) return refused('unknown-lagesbild');
		if (!stored.publishedAt) return refused('not-published');
		if (decision.decidedOn < dayInSweden(stored.publishedAt)) return refused('before-publication');
		if (decision.decidedOn > dayInSweden(now)) return refused('not-yet');
		await insertDecision(sql, {
			...decision,
			lagesbildId,
			decisionId: randomUUID(),
			at: now,
			accountId: actor.accountId
		});
		await insertAuditEvent(sql, actor, {
			action: 'lagesbild-decision-registered',
			subject: lagesbildId,
			at: now
		});
		return accepted(null);
	});
}

export async function readDecisions(
	application: Application,
	actor: Actor,
	lagesbildId: string
): Promise<Decision[]> {
	return await withMunicipality(application.database, actor.municipalityId, (sql) =>
		listDecisions(sql, lagesbildId)
	);
}
