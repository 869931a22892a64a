import type { FollowUp, Measure, MeasureContent } from '#lib/lagesbild/atgardsplan/measure.ts';
import type { Plan, PlanDecision } from '#lib/lagesbild/atgardsplan/plan.ts';
import { periodName, type YearPart } from '#lib/rounds/roundName.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Sql } from '../../db/connection.ts';
import { jsonColumn } from '../../db/jsonColumn.ts';

interface PlanRow {
	readonly planId: string;
	readonly roundId: string;
	readonly seriesId: string;
	readonly year: number;
	readonly part: YearPart | null;
	readonly periodFrom: CalendarDate;
	readonly body: string | null;
	readonly decidedOn: CalendarDate | null;
	readonly reference: string | null;
	readonly lagesbildId: string | null;
	readonly version: number | null;
}

interface MeasureRow {
	readonly planId: string;
	readonly measureId: string;
	readonly content: MeasureContent;
	readonly findingIds: readonly string[];
}

async function listPlanRows(sql: Sql): Promise<PlanRow[]> {
	return await sql<PlanRow[]>`
		select p.plan_id as "planId", p.round_id as "roundId", r.series_id as "seriesId", r.year, r.part,
			r.period_from as "periodFrom",
			p.decided_by_body as body, p.decided_on as "decidedOn", p.decision_reference as reference,
			p.lagesbild_id as "lagesbildId", l.version
		from measure_plan p join round r using (municipality_id, round_id)
		left join lagesbild l on l.municipality_id = p.municipality_id and l.lagesbild_id = p.lagesbild_id
		where p.municipality_id = current_municipality() order by r.place desc`;
}

async function listMeasureRows(sql: Sql): Promise<MeasureRow[]> {
	return await sql<MeasureRow[]>`
		select m.plan_id as "planId", m.measure_id as "measureId", m.content,
			array(select f.finding_id::text from measure_finding f
				where f.municipality_id = m.municipality_id and f.measure_id = m.measure_id
				order by f.finding_id) as "findingIds"
		from measure m where m.municipality_id = current_municipality() order by m.place`;
}

async function listFollowUps(sql: Sql): Promise<(FollowUp & { readonly measureId: string })[]> {
	return await sql<(FollowUp & { readonly measureId: string })[]>`
		select f.measure_id as "measureId", f.follows_up_on as "on", a.name as "by", f.status, f.note as text
		from measure_follow_up f
		join staff_account a on a.municipality_id = f.municipality_id and a.account_id = f.written_by
		where f.municipality_id = current_municipality() order by f.follows_up_on desc, f.written_at desc`;
}

function decisionOf({ body, decidedOn, reference, lagesbildId, version }: PlanRow): PlanDecision | null {
	if (body === null || decidedOn === null || reference === null) return null;
	if (lagesbildId === null || version === null) return null;
	return { body, on: decidedOn, reference, lagesbildId, version };
}

/** Every plan of the municipality, the latest first. They are few: one a round. */
export async function listPlans(sql: Sql): Promise<Plan[]> {
	const plans = await listPlanRows(sql);
	const measures = await listMeasureRows(sql);
	const followUps = await listFollowUps(sql);
	const ofPlan = (planId: string): Measure[] =>
		measures
			.filter((measure) => measure.planId === planId)
			.map(({ measureId, content, findingIds }) => ({
				measureId,
				content,
				findingIds,
				followUps: followUps
					.filter((each) => each.measureId === measureId)
					.map(({ on, by, status, text }) => ({ on, by, status, text }))
			}));
	return plans.map((row) => ({
		planId: row.planId,
		roundId: row.roundId,
		seriesId: row.seriesId,
		year: row.year,
		part: row.part,
		period: periodName({ ...row, period: { from: row.periodFrom } }),
		decision: decisionOf(row),
		measures: ofPlan(row.planId)
	}));
}

export async function findPlan(sql: Sql, planId: string): Promise<Plan | null> {
	return (await listPlans(sql)).find((plan) => plan.planId === planId) ?? null;
}

/** Holds the plan to the end of the transaction, so that one change of it waits for another. */
export async function lockPlan(sql: Sql, planId: string): Promise<Plan | null> {
	await sql`
		select 1 from measure_plan where municipality_id = current_municipality() and plan_id = ${planId} for update`;
	return await findPlan(sql, planId);
}

export async function insertPlan(
	sql: Sql,
	{ planId, roundId }: Pick<Plan, 'planId' | 'roundId'>
): Promise<void> {
	await sql`
		insert into measure_plan (municipality_id, plan_id, round_id)
		values (current_municipality(), ${planId}, ${roundId})`;
}

/** Puts it after the others, or changes what it says. */
export async function upsertMeasure(
	sql: Sql,
	{ planId, measureId, content }: Pick<Measure, 'measureId' | 'content'> & { readonly planId: string }
): Promise<void> {
	const changed = await sql`
		update measure set content = ${jsonColumn(sql, content)}
		where municipality_id = current_municipality() and measure_id = ${measureId}`;
	if (changed.count > 0) return;
	await sql`
		insert into measure (municipality_id, measure_id, plan_id, place, content)
		select current_municipality(), ${measureId}, ${planId}, coalesce(max(place), 0) + 1, ${jsonColumn(sql, content)}
		from measure where municipality_id = current_municipality() and plan_id = ${planId}`;
}

export async function replaceMeasureFindings(
	sql: Sql,
	measureId: string,
	findingIds: readonly string[]
): Promise<void> {
	await sql`
		delete from measure_finding where municipality_id = current_municipality() and measure_id = ${measureId}`;
	await sql`
		insert into measure_finding (municipality_id, measure_id, finding_id)
		select current_municipality(), ${measureId}, id::uuid
		from jsonb_array_elements_text(${jsonColumn(sql, findingIds)}) as id`;
}

export async function deleteMeasure(sql: Sql, measureId: string): Promise<void> {
	await sql`delete from measure where municipality_id = current_municipality() and measure_id = ${measureId}`;
}

export async function markPlanDecided(
	sql: Sql,
	planId: string,
	{ body, on, reference, lagesbildId }: Omit<PlanDecision, 'version'>
): Promise<void> {
	await sql`
		update measure_plan set decided_by_body = ${body}, decided_on = ${on}, decision_reference = ${reference},
			lagesbild_id = ${lagesbildId}
		where municipality_id = current_municipality() and plan_id = ${planId}`;
}

export async function insertFollowUp(
	sql: Sql,
	followUp: Omit<FollowUp, 'by'> & {
		readonly followUpId: string;
		readonly measureId: string;
		readonly writtenAt: Date;
		readonly writtenBy: string;
	}
): Promise<void> {
	await sql`
		insert into measure_follow_up (municipality_id, follow_up_id, measure_id, follows_up_on, written_at, written_by,
			status, note)
		values (current_municipality(), ${followUp.followUpId}, ${followUp.measureId}, ${followUp.on},
			${followUp.writtenAt}, ${followUp.writtenBy}, ${followUp.status}, ${followUp.text})`;
}
