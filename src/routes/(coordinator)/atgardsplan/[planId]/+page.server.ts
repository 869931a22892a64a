import { measureFacts, statusWords } from '#lib/lagesbild/atgardsplan/planSections.ts';
import { isUnderWay } from '#lib/lagesbild/atgardsplan/measure.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import { requireActor } from '../../requireActor.server.ts';
import { requirePlan } from './planEvent.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireActor(event);
	const { plan, clock, findings, isPublished } = await requirePlan(event, actor);
	const answered = new Set(plan.measures.flatMap(({ findingIds }) => findingIds));
	const costs = plan.measures.map(({ content }) => content.cost ?? 0);
	return {
		plan: { planId: plan.planId, roundName: roundName(plan), roundId: plan.roundId, decision: plan.decision },
		clock,
		isPublished,
		cost: costs.reduce((sum, cost) => sum + cost, 0),
		measures: plan.measures.map((measure) => ({
			measureId: measure.measureId,
			text: measure.content.text,
			facts: measureFacts(measure, findings),
			status: statusWords(measure),
			isUnderWay: isUnderWay(measure),
			followUps: measure.followUps
		})),
		unanswered: findings
			.filter(({ findingId }) => !answered.has(findingId))
			.map(({ findingId, content }) => ({ findingId, statement: content.statement })),
		hasFindings: findings.length > 0,
		mayChange: actor.role === 'samordnare'
	};
};
