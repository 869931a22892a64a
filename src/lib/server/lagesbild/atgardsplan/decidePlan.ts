import type { PlanDecisionForm } from '#lib/lagesbild/atgardsplan/planForms.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { changePlan, type PlanRefusal } from './changePlan.ts';
import { findPlanBasis } from './planBasis.ts';
import { markPlanDecided } from './planStore.ts';

export type PlanDecisionRefusal =
	PlanRefusal | 'no-measures' | 'lagesbild-not-published' | 'finding-gone' | 'in-the-future';

/**
 * Records that the plan has been decided with the round's published lägesbild as its basis (lag 2023:196, 5 §). After
 * that its measures stand; the facts of the decision may be corrected, for what counts is the minutes.
 */
export async function decidePlan(
	application: Application,
	actor: Actor,
	{ planId, form }: { readonly planId: string; readonly form: PlanDecisionForm }
): Promise<Result<null, PlanDecisionRefusal>> {
	return await changePlan<null, PlanDecisionRefusal>(application, actor, {
		planId,
		action: 'plan-decided',
		make: async (sql, plan, today) => {
			if (form.on > today) return refused('in-the-future');
			if (plan.measures.length === 0) return refused('no-measures');
			if (plan.decision) {
				await markPlanDecided(sql, planId, { ...form, lagesbildId: plan.decision.lagesbildId });
				return accepted(null);
			}
			const basis = await findPlanBasis(sql, plan.roundId);
			if (!basis?.isPublished) return refused('lagesbild-not-published');
			const found = new Set(basis.findings.map(({ findingId }) => findingId));
			const answersOne = plan.measures.every(({ findingIds }) => findingIds.some((id) => found.has(id)));
			if (!answersOne) return refused('finding-gone');
			await markPlanDecided(sql, planId, { ...form, lagesbildId: basis.lagesbildId });
			return accepted(null);
		}
	});
}
