import type { Instrument } from '#lib/instruments/instrument.ts';
import type { SurveyJson } from '#lib/instruments/library/composeQuestionnaire.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { Sql } from '../db/connection.ts';
import { jsonColumn } from '../db/jsonColumn.ts';

export interface FrozenQuestionnaire {
	readonly sector: Sector;
	readonly version: number;
	/** The composed SurveyJS JSON, as any SurveyJS tool can open it. */
	readonly survey: unknown;
	readonly instrument: Instrument;
	readonly sha256: Uint8Array;
}

export async function insertQuestionnaire(
	sql: Sql,
	roundId: string,
	questionnaire: FrozenQuestionnaire
): Promise<void> {
	await sql`
		insert into round_questionnaire (municipality_id, round_id, sector, version, survey, instrument,
			variable_count, sha256)
		values (current_municipality(), ${roundId}, ${questionnaire.sector}, ${questionnaire.version},
			${jsonColumn(sql, questionnaire.survey)}, ${jsonColumn(sql, questionnaire.instrument)},
			${questionnaire.instrument.variables.length}, ${questionnaire.sha256})`;
}

/** Our own writing, frozen: the column is only ever filled by `insertQuestionnaire` with a compiled instrument. */
export async function findInstrument(sql: Sql, roundId: string, sector: Sector): Promise<Instrument | null> {
	const [row] = await sql<{ instrument: Instrument }[]>`
		select instrument from round_questionnaire
		where municipality_id = current_municipality() and round_id = ${roundId} and sector = ${sector}`;
	return row?.instrument ?? null;
}

/** What the sector was asked with the last time before the round, in the same series. */
export async function findInstrumentBefore(
	sql: Sql,
	roundId: string,
	sector: Sector
): Promise<Instrument | null> {
	const [row] = await sql<{ instrument: Instrument }[]>`
		select q.instrument
		from round r
		join round b on b.municipality_id = r.municipality_id and b.series_id = r.series_id and b.place < r.place
		join round_questionnaire q on q.municipality_id = b.municipality_id and q.round_id = b.round_id
		where r.municipality_id = current_municipality() and r.round_id = ${roundId} and q.sector = ${sector}
		order by b.place desc
		limit 1`;
	return row?.instrument ?? null;
}

export async function listInstruments(sql: Sql, roundId: string): Promise<Instrument[]> {
	const rows = await sql<{ instrument: Instrument }[]>`
		select instrument from round_questionnaire
		where municipality_id = current_municipality() and round_id = ${roundId}
		order by array_position(array['polis', 'socialtjanst', 'skola', 'civilsamhalle'], sector::text)`;
	return rows.map((row) => row.instrument);
}

/** The questionnaires that the series asks with instead of the program's own. */
export async function listTemplates(sql: Sql, seriesId: string): Promise<ReadonlyMap<Sector, SurveyJson>> {
	const rows = await sql<{ sector: Sector; template: SurveyJson }[]>`
		select sector, template from own_questionnaire
		where municipality_id = current_municipality() and series_id = ${seriesId}`;
	return new Map(rows.map(({ sector, template }) => [sector, template]));
}

export async function upsertTemplate(
	sql: Sql,
	seriesId: string,
	saved: {
		readonly sector: Sector;
		readonly template: SurveyJson;
		readonly at: Date;
		readonly accountId: string;
	}
): Promise<void> {
	await sql`
		insert into own_questionnaire (municipality_id, series_id, sector, template, saved_at, saved_by)
		values (current_municipality(), ${seriesId}, ${saved.sector}, ${jsonColumn(sql, saved.template)}, ${saved.at},
			${saved.accountId})
		on conflict (municipality_id, series_id, sector) do update
			set template = excluded.template, saved_at = excluded.saved_at, saved_by = excluded.saved_by`;
}

export async function deleteTemplate(sql: Sql, seriesId: string, sector: Sector): Promise<void> {
	await sql`
		delete from own_questionnaire
		where municipality_id = current_municipality() and series_id = ${seriesId} and sector = ${sector}`;
}

/** Of a round that is only a proposal: nobody has been asked with it. */
export async function deleteQuestionnaires(sql: Sql, roundId: string): Promise<void> {
	await sql`
		delete from round_questionnaire
		where municipality_id = current_municipality() and round_id = ${roundId}`;
}
