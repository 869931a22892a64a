import type { PlansInReport } from '#lib/lagesbild/atgardsplan/planReport.ts';
import type { Sql } from '../../db/connection.ts';
import type { Round } from '#lib/rounds/round.ts';
import { placeOf } from '#lib/rounds/roundName.ts';
import { findPlanBasis } from './planBasis.ts';
import { listPlans } from './planStore.ts';

/** The plan of the round's own lägesbild, and the latest decided one of an earlier round of the series. */
export async function plansInReport(
	sql: Sql,
	round: Pick<Round, 'roundId' | 'seriesId' | 'year' | 'part'>
): Promise<PlansInReport> {
	const plans = (await listPlans(sql)).filter((plan) => plan.seriesId === round.seriesId);
	const last = plans.find((plan) => placeOf(plan) < placeOf(round) && plan.decision !== null) ?? null;
	const basis = last ? await findPlanBasis(sql, last.roundId) : null;
	return {
		own: plans.find((plan) => plan.roundId === round.roundId) ?? null,
		last: last ? { plan: last, findings: basis?.findings ?? [] } : null
	};
}
