import type { ChangeJudgement } from '#lib/instruments/comparability/changeJudgement.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { Sql } from '../db/connection.ts';

export interface KeptJudgement extends ChangeJudgement {
	readonly sector: Sector;
	/** The round whose questionnaire asked. */
	readonly roundId: string;
	readonly judgedAt: Date;
	readonly judgedBy: string;
}

/** What has been judged of the changes in the series' questionnaires. */
export async function listJudgements(sql: Sql, seriesId: string): Promise<KeptJudgement[]> {
	return await sql<KeptJudgement[]>`
		select sector, code, change, verdict, reason, broken_codes as codes, round_id as "roundId",
			judged_at as "judgedAt", judged_by as "judgedBy"
		from series_judgement
		where municipality_id = current_municipality() and series_id = ${seriesId}
		order by judged_at, code`;
}
