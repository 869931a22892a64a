import { randomUUID } from 'node:crypto';
import type { FollowUpForm } from '#lib/lagesbild/atgardsplan/planForms.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { changePlan, type PlanRefusal } from './changePlan.ts';
import { insertFollowUp } from './planStore.ts';

export type FollowUpRefusal =
	PlanRefusal | 'unknown-measure' | 'not-decided' | 'before-decision' | 'in-the-future';

/** Writes what a follow-up showed of a measure in a decided plan. Follow-ups are only added: the latest is its state. */
export async function followUpMeasure(
	application: Application,
	actor: Actor,
	{
		planId,
		measureId,
		form
	}: { readonly planId: string; readonly measureId: string; readonly form: FollowUpForm }
): Promise<Result<null, FollowUpRefusal>> {
	return await changePlan<null, FollowUpRefusal>(application, actor, {
		planId,
		action: 'measure-followed-up',
		make: async (sql, plan, today) => {
			if (!plan.measures.some((measure) => measure.measureId === measureId)) {
				return refused('unknown-measure');
			}
			if (!plan.decision) return refused('not-decided');
			if (form.on < plan.decision.on) return refused('before-decision');
			if (form.on > today) return refused('in-the-future');
			await insertFollowUp(sql, {
				followUpId: randomUUID(),
				measureId,
				...form,
				writtenAt: application.clock.now(),
				writtenBy: actor.accountId
			});
			return accepted(null);
		}
	});
}
