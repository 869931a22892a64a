import { followUpSchema, measureSchema, planDecisionSchema } from '#lib/lagesbild/atgardsplan/planForms.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { beginPlan } from '../lagesbild/atgardsplan/beginPlan.ts';
import { decidePlan } from '../lagesbild/atgardsplan/decidePlan.ts';
import { followUpMeasure } from '../lagesbild/atgardsplan/followUpMeasure.ts';
import { readPlan } from '../lagesbild/atgardsplan/readPlans.ts';
import { saveMeasure } from '../lagesbild/atgardsplan/saveMeasure.ts';
import { done } from './demonstrationSteps.ts';
import { sjovallaPlans, type DemonstrationMeasure } from './sjovallaPlans.ts';

/**
 * Proposes the measures of a round's plan, before its lägesbild is reviewed. An indicator that the version lacks is left
 * out.
 */
export async function proposePlan(
	application: Application,
	samordnare: Actor,
	{ roundId, year }: { readonly roundId: string; readonly year: number }
): Promise<void> {
	const planned = sjovallaPlans[year];
	if (!planned) return;
	const planId = done(await beginPlan(application, samordnare, roundId), 'plan');
	const { findings, indicators } = done(await readPlan(application, samordnare, planId), 'plan');
	const places = new Set(indicators.flatMap(({ options }) => options.map(({ place }) => place)));
	for (const measure of planned.measures) {
		const answered = measure.findings.map((place) => findings[place]?.findingId ?? '');
		const form = measureSchema.parse({
			...measure,
			partners: measure.partners.join('\n'),
			findingIds: answered.join(','),
			indicator: places.has(measure.indicator) ? measure.indicator : ''
		});
		done(await saveMeasure(application, samordnare, { planId, measureId: null, form }), 'measure');
	}
}

async function followUp(
	application: Application,
	samordnare: Actor,
	place: { readonly planId: string; readonly measureId: string; readonly measure: DemonstrationMeasure }
): Promise<void> {
	const { planId, measureId, measure } = place;
	for (const written of measure.followUps) {
		const at = { ...application, clock: { now: () => new Date(`${calendarDate(written.on)}T09:00:00Z`) } };
		const form = followUpSchema.parse(written);
		done(await followUpMeasure(at, samordnare, { planId, measureId, form }), 'follow-up');
	}
}

/** Records that the plan was decided, and what came of its measures. Its lägesbild has been published. */
export async function decideAndFollowUp(
	application: Application,
	samordnare: Actor,
	{ roundId, year }: { readonly roundId: string; readonly year: number }
): Promise<void> {
	const planned = sjovallaPlans[year];
	if (!planned) return;
	const planId = done(await beginPlan(application, samordnare, roundId), 'plan');
	const form = planDecisionSchema.parse(planned.decision);
	const at = { ...application, clock: { now: () => new Date(`${form.on}T15:00:00Z`) } };
	done(await decidePlan(at, samordnare, { planId, form }), 'decision of the plan');
	const { plan } = done(await readPlan(application, samordnare, planId), 'plan');
	for (const { measureId, content } of plan.measures) {
		const measure = planned.measures.find(({ text }) => text === content.text);
		if (measure) await followUp(application, samordnare, { planId, measureId, measure });
	}
}
