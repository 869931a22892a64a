import type { EarlierSurvey, EarlierSurveyFacts } from '#lib/reference/earlierSurvey.ts';
import type { Sql } from '../db/connection.ts';
import { jsonColumn } from '../db/jsonColumn.ts';

/** The oldest first. */
export async function listEarlierSurveys(sql: Sql): Promise<EarlierSurvey[]> {
	return await sql<EarlierSurvey[]>`
		select survey_id as "surveyId", kind, title, period, source, address, made_on as "madeOn", summary, lines,
			why_not_comparable as "whyNotComparable", is_shown as "isShown"
		from earlier_survey where municipality_id = current_municipality() order by made_on, title, survey_id`;
}

export async function findEarlierSurvey(sql: Sql, surveyId: string): Promise<EarlierSurvey | null> {
	return (await listEarlierSurveys(sql)).find((survey) => survey.surveyId === surveyId) ?? null;
}

export async function insertEarlierSurvey(
	sql: Sql,
	surveyId: string,
	facts: EarlierSurveyFacts
): Promise<void> {
	await sql`
		insert into earlier_survey (municipality_id, survey_id, kind, title, period, source, address, made_on, summary,
			lines, why_not_comparable, is_shown)
		values (current_municipality(), ${surveyId}, ${facts.kind}, ${facts.title}, ${facts.period}, ${facts.source},
			${facts.address}, ${facts.madeOn}, ${facts.summary}, ${jsonColumn(sql, facts.lines)},
			${facts.whyNotComparable}, ${facts.isShown})`;
}

/** @returns false when there is no such survey. */
export async function updateEarlierSurvey(
	sql: Sql,
	surveyId: string,
	facts: EarlierSurveyFacts
): Promise<boolean> {
	const { count } = await sql`
		update earlier_survey set kind = ${facts.kind}, title = ${facts.title}, period = ${facts.period},
			source = ${facts.source}, address = ${facts.address}, made_on = ${facts.madeOn}, summary = ${facts.summary},
			lines = ${jsonColumn(sql, facts.lines)}, why_not_comparable = ${facts.whyNotComparable},
			is_shown = ${facts.isShown}
		where municipality_id = current_municipality() and survey_id = ${surveyId}`;
	return count > 0;
}

/** @returns false when there is no such survey. */
export async function deleteEarlierSurvey(sql: Sql, surveyId: string): Promise<boolean> {
	const { count } = await sql`
		delete from earlier_survey where municipality_id = current_municipality() and survey_id = ${surveyId}`;
	return count > 0;
}
