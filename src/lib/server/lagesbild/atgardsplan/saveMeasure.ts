import { randomUUID } from 'node:crypto';
import { indicatorAt } from '#lib/lagesbild/atgardsplan/indicators.ts';
import type { MeasureContent } from '#lib/lagesbild/atgardsplan/measure.ts';
import type { Plan } from '#lib/lagesbild/atgardsplan/plan.ts';
import type { MeasureForm } from '#lib/lagesbild/atgardsplan/planForms.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { changePlan, type PlanRefusal } from './changePlan.ts';
import { findPlanBasis, type PlanBasis } from './planBasis.ts';
import { deleteMeasure, replaceMeasureFindings, upsertMeasure } from './planStore.ts';

export type MeasureRefusal =
	PlanRefusal | 'unknown-measure' | 'unknown-finding' | 'unknown-indicator' | 'already-decided' | 'too-many';

const mostMeasures = 100;

/** Adds a measure to a plan (without an id) or changes one. It answers findings of the plan's own lägesbild. @returns its id. */
export async function saveMeasure(
	application: Application,
	actor: Actor,
	{
		planId,
		measureId,
		form
	}: { readonly planId: string; readonly measureId: string | null; readonly form: MeasureForm }
): Promise<Result<string, MeasureRefusal>> {
	return await changePlan<string, MeasureRefusal>(application, actor, {
		planId,
		action: 'measure-saved',
		make: async (sql, plan) => {
			const refusal = refusalOf(plan, measureId);
			if (refusal) return refused(refusal);
			const content = contentOf(form, await findPlanBasis(sql, plan.roundId));
			if (!content.ok) return content;
			const id = measureId ?? randomUUID();
			await upsertMeasure(sql, { planId, measureId: id, content: content.value });
			await replaceMeasureFindings(sql, id, [...new Set(form.findingIds)]);
			return accepted(id);
		}
	});
}

function refusalOf({ decision, measures }: Plan, measureId: string | null): MeasureRefusal | null {
	if (decision) return 'already-decided';
	if (measureId === null) return measures.length >= mostMeasures ? 'too-many' : null;
	return measures.some((measure) => measure.measureId === measureId) ? null : 'unknown-measure';
}

/** What the form says, when the lägesbild has the findings and the indicator that it names. */
function contentOf(
	form: MeasureForm,
	basis: PlanBasis | null
): Result<MeasureContent, 'unknown-finding' | 'unknown-indicator'> {
	const known = new Set(basis?.findings.map(({ findingId }) => findingId));
	if (!form.findingIds.every((id) => known.has(id))) return refused('unknown-finding');
	const indicator = indicatorAt(basis?.tables ?? [], form.indicatorPlace);
	if (form.indicatorPlace !== '' && !indicator) return refused('unknown-indicator');
	return accepted({ ...form.content, indicator });
}

/** Takes a measure out of a plan that has not been decided. */
export async function removeMeasure(
	application: Application,
	actor: Actor,
	{ planId, measureId }: { readonly planId: string; readonly measureId: string }
): Promise<Result<null, MeasureRefusal>> {
	return await changePlan<null, MeasureRefusal>(application, actor, {
		planId,
		action: 'measure-removed',
		make: async (sql, plan) => {
			if (plan.decision) return refused('already-decided');
			if (!plan.measures.some((measure) => measure.measureId === measureId)) {
				return refused('unknown-measure');
			}
			await deleteMeasure(sql, measureId);
			return accepted(null);
		}
	});
}
