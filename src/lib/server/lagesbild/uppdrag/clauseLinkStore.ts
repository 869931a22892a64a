import type { LinkedFinding, LinkedMeasure, LinkedRound, Linkable } from '#lib/lagesbild/uppdrag/motion.ts';
import type { Sql } from '../../db/connection.ts';
import { jsonColumn } from '../../db/jsonColumn.ts';

/** Rounds, findings and measures with the att-sats that each is linked to. */
export interface ClauseLinks {
	readonly rounds: readonly (LinkedRound & { readonly clauseId: string })[];
	readonly findings: readonly (LinkedFinding & { readonly clauseId: string })[];
	readonly measures: readonly (LinkedMeasure & { readonly clauseId: string })[];
}

/** Every round that was not called off, the latest first. */
async function listLinkableRounds(sql: Sql): Promise<LinkedRound[]> {
	return await sql<LinkedRound[]>`
		select round_id as "roundId", year, part from round
		where municipality_id = current_municipality() and cancelled_at is null order by place desc`;
}

/** Every finding as the latest version that has it says it. */
async function listLinkableFindings(sql: Sql): Promise<LinkedFinding[]> {
	return await sql<LinkedFinding[]>`
		select "findingId", statement, year, part from (
			select distinct on (f.finding_id) f.finding_id as "findingId", f.content ->> 'statement' as statement, r.year, r.part, r.place
			from lagesbild_finding f
			join lagesbild l using (municipality_id, lagesbild_id) join round r using (municipality_id, round_id)
			where f.municipality_id = current_municipality()
			order by f.finding_id, l.version desc
		) as latest order by place desc, statement`;
}

async function listLinkableMeasures(sql: Sql): Promise<LinkedMeasure[]> {
	return await sql<LinkedMeasure[]>`
		select m.measure_id as "measureId", m.content ->> 'text' as text, p.plan_id as "planId", r.year, r.part
		from measure m join measure_plan p using (municipality_id, plan_id) join round r using (municipality_id, round_id)
		where m.municipality_id = current_municipality() order by r.place desc, m.place`;
}

/** What an att-sats of the municipality can be linked to. */
export async function listLinkable(sql: Sql): Promise<Linkable> {
	return {
		rounds: await listLinkableRounds(sql),
		findings: await listLinkableFindings(sql),
		measures: await listLinkableMeasures(sql)
	};
}

interface LinkRow {
	readonly clauseId: string;
	readonly id: string;
}

/** The links of every att-sats. */
export async function listClauseLinks(sql: Sql): Promise<ClauseLinks> {
	const linkable = await listLinkable(sql);
	const rounds = await sql<LinkRow[]>`
		select clause_id as "clauseId", round_id as id from motion_clause_round
		where municipality_id = current_municipality()`;
	const findings = await sql<LinkRow[]>`
		select clause_id as "clauseId", finding_id as id from motion_clause_finding
		where municipality_id = current_municipality()`;
	const measures = await sql<LinkRow[]>`
		select clause_id as "clauseId", measure_id as id from motion_clause_measure
		where municipality_id = current_municipality()`;
	return {
		rounds: linkable.rounds.flatMap((round) =>
			rounds.filter(({ id }) => id === round.roundId).map(({ clauseId }) => ({ ...round, clauseId }))
		),
		findings: linkable.findings.flatMap((finding) =>
			findings.filter(({ id }) => id === finding.findingId).map(({ clauseId }) => ({ ...finding, clauseId }))
		),
		measures: linkable.measures.flatMap((measure) =>
			measures.filter(({ id }) => id === measure.measureId).map(({ clauseId }) => ({ ...measure, clauseId }))
		)
	};
}

/** The links of one att-sats; its rounds in the order of their years. */
export function linksOf({ rounds, findings, measures }: ClauseLinks, sought: string): Linkable {
	const isOwn = ({ clauseId }: { readonly clauseId: string }) => clauseId === sought;
	return {
		rounds: rounds
			.filter(isOwn)
			.map(({ roundId, year, part }) => ({ roundId, year, part }))
			.toReversed(),
		findings: findings
			.filter(isOwn)
			.map(({ findingId, statement, year, part }) => ({ findingId, statement, year, part })),
		measures: measures
			.filter(isOwn)
			.map(({ measureId, text, planId, year, part }) => ({ measureId, text, planId, year, part }))
	};
}

export interface ChosenLinks {
	readonly roundIds: readonly string[];
	readonly findingIds: readonly string[];
	readonly measureIds: readonly string[];
}

/** Puts the links of an att-sats in the place of those it had. */
export async function replaceClauseLinks(
	sql: Sql,
	clauseId: string,
	{ roundIds, findingIds, measureIds }: ChosenLinks
): Promise<void> {
	await sql`
		delete from motion_clause_round where municipality_id = current_municipality() and clause_id = ${clauseId}`;
	await sql`
		delete from motion_clause_finding where municipality_id = current_municipality() and clause_id = ${clauseId}`;
	await sql`
		delete from motion_clause_measure where municipality_id = current_municipality() and clause_id = ${clauseId}`;
	await sql`
		insert into motion_clause_round (municipality_id, clause_id, round_id)
		select current_municipality(), ${clauseId}, id::uuid
		from jsonb_array_elements_text(${jsonColumn(sql, roundIds)}) as id`;
	await sql`
		insert into motion_clause_finding (municipality_id, clause_id, finding_id)
		select current_municipality(), ${clauseId}, id::uuid
		from jsonb_array_elements_text(${jsonColumn(sql, findingIds)}) as id`;
	await sql`
		insert into motion_clause_measure (municipality_id, clause_id, measure_id)
		select current_municipality(), ${clauseId}, id::uuid
		from jsonb_array_elements_text(${jsonColumn(sql, measureIds)}) as id`;
}
