import { createHash } from 'node:crypto';
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

export async function upsertJudgement(sql: Sql, seriesId: string, judgement: KeptJudgement): Promise<void> {
	const hash = createHash('sha256').update(judgement.change).digest();
	await sql`
		insert into series_judgement (municipality_id, series_id, sector, code, change_hash, change, verdict, reason,
			broken_codes, round_id, judged_at, judged_by)
		values (current_municipality(), ${seriesId}, ${judgement.sector}, ${judgement.code}, ${hash},
			${judgement.change}, ${judgement.verdict}, ${judgement.reason}, ${[...judgement.codes]}::text[],
			${judgement.roundId}, ${judgement.judgedAt}, ${judgement.judgedBy})
		on conflict (municipality_id, series_id, sector, code, change_hash) do update
			set verdict = excluded.verdict, reason = excluded.reason, broken_codes = excluded.broken_codes,
				round_id = excluded.round_id, judged_at = excluded.judged_at, judged_by = excluded.judged_by`;
}
