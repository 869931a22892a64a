import { error } from '@sveltejs/kit';
import type { Measure } from '#lib/lagesbild/atgardsplan/measure.ts';
import type { Actor } from '#lib/server/access/actor.ts';
import { readPlan, type PlanView } from '#lib/server/lagesbild/atgardsplan/readPlans.ts';
import { idInAddress } from '../../idInAddress.server.ts';

interface PlanEvent {
	readonly locals: App.Locals;
	readonly params: { readonly planId: string };
}

export const planMissing = 'Planen finns inte';
export const measureMissing = 'Åtgärden finns inte';
export const underReviewText =
	'En lägesbild som berättar om planen granskas nu. Vänta tills den är publicerad eller tillbakaskickad.';

/** @throws a 404 page when the address holds no id. */
export function planIdOf({ params }: Pick<PlanEvent, 'params'>): string {
	return idInAddress(params.planId, planMissing);
}

/** @throws a 404 page when there is no such plan. */
export async function requirePlan(event: PlanEvent, actor: Actor): Promise<PlanView> {
	const view = await readPlan(event.locals.application, actor, planIdOf(event));
	if (!view.ok) error(404, planMissing);
	return view.value;
}

/** @throws a 404 page when the plan has no such measure. */
export function requireMeasure({ plan }: PlanView, measureId: string): Measure {
	const measure = plan.measures.find((each) => each.measureId === measureId);
	if (!measure) error(404, measureMissing);
	return measure;
}
