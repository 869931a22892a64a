import type { PlansInReport } from '#lib/lagesbild/atgardsplan/planReport.ts';
import type { Sql } from '../../db/connection.ts';
import type { Round } from '#lib/rounds/round.ts';
import { findPlanBasis } from './planBasis.ts';
import { listPlans } from './planStore.ts';

/** The plan of the round's own lägesbild, and the latest decided one of an earlier round of the series. */
export async function plansInReport(
	sql: Sql,
	{ roundId, seriesId, year }: Pick<Round, 'roundId' | 'seriesId' | 'year'>
): Promise<PlansInReport> {
	const plans = (await listPlans(sql)).filter((plan) => plan.seriesId === seriesId);
	const last = plans.find((plan) => plan.year < year && plan.decision !== null) ?? null;
	const basis = last ? await findPlanBasis(sql, last.roundId) : null;
	return {
		own: plans.find((plan) => plan.roundId === roundId) ?? null,
		last: last ? { plan: last, findings: basis?.findings ?? [] } : null
	};
}
