import { randomUUID } from 'node:crypto';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { insertAuditEvent } from '../../audit/auditStore.ts';
import { withMunicipality } from '../../db/connection.ts';
import { lockRound } from '../../rounds/roundStore.ts';
import { findPlanBasis } from './planBasis.ts';
import { insertPlan, listPlans } from './planStore.ts';

export type BeginRefusal = 'not-allowed' | 'unknown-round' | 'no-lagesbild';

/** Begins the plan of a round whose lägesbild has been compiled, or gives the one that there is. @returns its id. */
export async function beginPlan(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<Result<string, BeginRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await lockRound(sql, roundId, 'for update');
		if (!round) return refused('unknown-round');
		const existing = (await listPlans(sql)).find((plan) => plan.roundId === roundId);
		if (existing) return accepted(existing.planId);
		if (!(await findPlanBasis(sql, roundId))) return refused('no-lagesbild');
		const planId = randomUUID();
		await insertPlan(sql, { planId, roundId });
		await insertAuditEvent(sql, actor, { action: 'plan-begun', subject: planId, at });
		return accepted(planId);
	});
}
