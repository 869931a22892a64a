import { refused, type Result } from '#lib/shared/result.ts';
import type { Plan } from '#lib/lagesbild/atgardsplan/plan.ts';
import { dayInSweden, type CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { insertAuditEvent, type AuditAction } from '../../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../../db/connection.ts';
import { listRounds } from '../../rounds/roundStore.ts';
import { hasOneUnderReview } from '../hasOneUnderReview.ts';
import { lockPlan } from './planStore.ts';

interface Change<Value, Refusal extends string> {
	readonly planId: string;
	readonly action: AuditAction;
	readonly make: (sql: Sql, plan: Plan, today: CalendarDate) => Promise<Result<Value, Refusal>>;
}

export type PlanRefusal = 'not-allowed' | 'unknown-plan' | 'under-review';

/** What a granskare reads must be what is published: a lägesbild under review tells of this plan too. */
async function isBeingReviewed(sql: Sql, { seriesId }: Plan): Promise<boolean> {
	for (const { roundId } of await listRounds(sql, seriesId)) {
		if (await hasOneUnderReview(sql, roundId)) return true;
	}
	return false;
}

/** One change of a plan by the samordnare: one at a time, recorded when it was made. */
export async function changePlan<Value, Refusal extends string>(
	application: Application,
	by: Actor,
	{ planId, action, make }: Change<Value, Refusal>
): Promise<Result<Value, Refusal | PlanRefusal>> {
	if (by.role !== 'samordnare') return refused('not-allowed');
	const at = application.clock.now();
	return await withMunicipality(application.database, by.municipalityId, async (sql) => {
		const plan = await lockPlan(sql, planId);
		if (!plan) return refused('unknown-plan');
		if (await isBeingReviewed(sql, plan)) return refused('under-review');
		const outcome = await make(sql, plan, dayInSweden(at));
		if (outcome.ok) await insertAuditEvent(sql, by, { action, subject: planId, at });
		return outcome;
	});
}
