import type { Decision } from '#lib/lagesbild/decision.ts';
import type { Sql } from '../db/connection.ts';

export async function insertDecision(
	sql: Sql,
	decision: Decision & {
		readonly lagesbildId: string;
		readonly decisionId: string;
		readonly at: Date;
		readonly accountId: string;
	}
): Promise<void> {
	await sql`
		insert into lagesbild_decision (municipality_id, lagesbild_id, decision_id, body, decided_on, paragraph,
			diarienummer, outcome, registered_at, registered_by)
		values (current_municipality(), ${decision.lagesbildId}, ${decision.decisionId}, ${decision.body},
			${decision.decidedOn}, ${decision.paragraph}, ${decision.diarienummer}, ${decision.outcome},
			${decision.at}, ${decision.accountId})`;
}

/** In the order that they were taken. */
export async function listDecisions(sql: Sql, lagesbildId: string): Promise<Decision[]> {
	return await sql<Decision[]>`
		select body, decided_on as "decidedOn", paragraph, diarienummer, outcome from lagesbild_decision
		where municipality_id = current_municipality() and lagesbild_id = ${lagesbildId}
		order by decided_on, registered_at, decision_id`;
}
