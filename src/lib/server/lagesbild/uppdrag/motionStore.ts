import type { Clause, Linkable, Motion, Mover } from '#lib/lagesbild/uppdrag/motion.ts';
import type { MotionTexts } from '#lib/lagesbild/uppdrag/motionTexts.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Sql } from '../../db/connection.ts';
import { jsonColumn } from '../../db/jsonColumn.ts';
import { linksOf, listClauseLinks, type ClauseLinks } from './clauseLinkStore.ts';

export interface StoredMotion extends Motion {
	readonly texts: MotionTexts;
	readonly revision: number;
}

interface MotionRow {
	readonly motionId: string;
	readonly title: string;
	readonly receivedOn: CalendarDate;
	readonly reportedOn: CalendarDate | null;
	readonly decidedOn: CalendarDate | null;
	readonly decisionReference: string | null;
	readonly movers: readonly Mover[];
	readonly diarienummer: readonly string[];
	readonly texts: MotionTexts;
	readonly revision: number;
}

interface ClauseRow extends Omit<Clause, 'watch' | keyof Linkable> {
	readonly motionId: string;
	readonly watchOn: CalendarDate | null;
	readonly watchFor: string | null;
}

async function listMotionRows(sql: Sql): Promise<MotionRow[]> {
	return await sql<MotionRow[]>`
		select m.motion_id as "motionId", m.title, m.received_on as "receivedOn", m.reported_on as "reportedOn",
			m.decided_on as "decidedOn", m.decision_reference as "decisionReference", m.texts, m.revision,
			(select coalesce(jsonb_agg(jsonb_build_object('name', v.name, 'party', v.party) order by v.place), '[]')
				from motion_mover v where v.municipality_id = m.municipality_id and v.motion_id = m.motion_id) as movers,
			array(select d.diarienummer::text from motion_diarienummer d
				where d.municipality_id = m.municipality_id and d.motion_id = m.motion_id order by d.place) as diarienummer
		from motion m where m.municipality_id = current_municipality() order by m.received_on desc, m.title`;
}

async function listClauseRows(sql: Sql): Promise<ClauseRow[]> {
	return await sql<ClauseRow[]>`
		select c.clause_id as "clauseId", c.motion_id as "motionId", c.place, c.wording,
			c.proposed_answer as "proposedAnswer", c.reason, c.legal_basis as "legalBasis", c.watch_on as "watchOn",
			c.watch_for as "watchFor", c.outcome
		from motion_clause c where c.municipality_id = current_municipality() order by c.place`;
}

function clauseOf(row: ClauseRow, links: ClauseLinks): Clause {
	const { clauseId, place, wording, proposedAnswer, reason, legalBasis, outcome } = row;
	const watch = row.watchOn && row.watchFor ? { on: row.watchOn, for: row.watchFor } : null;
	const ofClause = linksOf(links, clauseId);
	return { clauseId, place, wording, proposedAnswer, reason, legalBasis, watch, outcome, ...ofClause };
}

/** The latest first. A municipality has tens of motions, not thousands: all are read. */
export async function listMotions(sql: Sql): Promise<StoredMotion[]> {
	const motions = await listMotionRows(sql);
	const clauses = await listClauseRows(sql);
	const links = await listClauseLinks(sql);
	return motions.map(({ decidedOn, decisionReference, ...motion }) => ({
		...motion,
		clauses: clauses
			.filter(({ motionId }) => motionId === motion.motionId)
			.map((row) => clauseOf(row, links)),
		decision: decidedOn && decisionReference ? { on: decidedOn, reference: decisionReference } : null
	}));
}

export async function findMotion(sql: Sql, motionId: string): Promise<StoredMotion | null> {
	return (await listMotions(sql)).find((motion) => motion.motionId === motionId) ?? null;
}

/** Holds the motion to the end of the transaction, so that one change of it waits for another. */
export async function lockMotion(sql: Sql, motionId: string): Promise<StoredMotion | null> {
	await sql`
		select 1 from motion where municipality_id = current_municipality() and motion_id = ${motionId} for update`;
	return await findMotion(sql, motionId);
}

type MotionFacts = Pick<Motion, 'motionId' | 'title' | 'receivedOn' | 'reportedOn'>;

export async function insertMotion(
	sql: Sql,
	{ motionId, title, receivedOn, reportedOn }: MotionFacts,
	texts: MotionTexts
): Promise<void> {
	await sql`
		insert into motion (municipality_id, motion_id, title, received_on, reported_on, texts)
		values (current_municipality(), ${motionId}, ${title}, ${receivedOn}, ${reportedOn}, ${jsonColumn(sql, texts)})`;
}

export async function updateMotion(
	sql: Sql,
	{ motionId, title, receivedOn, reportedOn }: MotionFacts
): Promise<void> {
	await sql`
		update motion set title = ${title}, received_on = ${receivedOn}, reported_on = ${reportedOn}
		where municipality_id = current_municipality() and motion_id = ${motionId}`;
}

export async function replaceMovers(sql: Sql, motionId: string, movers: readonly Mover[]): Promise<void> {
	await sql`
		delete from motion_mover where municipality_id = current_municipality() and motion_id = ${motionId}`;
	await sql`
		insert into motion_mover (municipality_id, motion_id, place, name, party)
		select current_municipality(), ${motionId}, m.place, m.row->>'name', m.row->>'party'
		from jsonb_array_elements(${jsonColumn(sql, movers)}) with ordinality as m (row, place)`;
}

export async function replaceDiarienummer(
	sql: Sql,
	motionId: string,
	diarienummer: readonly string[]
): Promise<void> {
	await sql`
		delete from motion_diarienummer where municipality_id = current_municipality() and motion_id = ${motionId}`;
	await sql`
		insert into motion_diarienummer (municipality_id, motion_id, place, diarienummer)
		select current_municipality(), ${motionId}, d.place, d.text
		from jsonb_array_elements_text(${jsonColumn(sql, diarienummer)}) with ordinality as d (text, place)`;
}

export async function insertClause(
	sql: Sql,
	motionId: string,
	clause: Pick<Clause, 'clauseId' | 'place' | 'wording'>
): Promise<void> {
	await sql`
		insert into motion_clause (municipality_id, clause_id, motion_id, place, wording)
		values (current_municipality(), ${clause.clauseId}, ${motionId}, ${clause.place}, ${clause.wording})`;
}

export async function updateClause(
	sql: Sql,
	clause: Omit<Clause, 'place' | 'outcome' | keyof Linkable>
): Promise<void> {
	await sql`
		update motion_clause set wording = ${clause.wording}, proposed_answer = ${clause.proposedAnswer},
			reason = ${clause.reason}, legal_basis = ${clause.legalBasis}, watch_on = ${clause.watch?.on ?? null},
			watch_for = ${clause.watch?.for ?? null}
		where municipality_id = current_municipality() and clause_id = ${clause.clauseId}`;
}

/** Takes an att-sats out; those after it move up. */
export async function deleteClause(
	sql: Sql,
	{ motionId, clauseId, place }: Pick<Clause, 'clauseId' | 'place'> & { readonly motionId: string }
): Promise<void> {
	await sql`
		delete from motion_clause where municipality_id = current_municipality() and clause_id = ${clauseId}`;
	await sql`
		update motion_clause set place = place - 1
		where municipality_id = current_municipality() and motion_id = ${motionId} and place > ${place}`;
}

export async function markMotionDecided(
	sql: Sql,
	motionId: string,
	decision: NonNullable<Motion['decision']>
): Promise<void> {
	await sql`
		update motion set decided_on = ${decision.on}, decision_reference = ${decision.reference}
		where municipality_id = current_municipality() and motion_id = ${motionId}`;
}

export async function setClauseOutcome(
	sql: Sql,
	{ clauseId, outcome }: { readonly clauseId: string; readonly outcome: NonNullable<Clause['outcome']> }
): Promise<void> {
	await sql`
		update motion_clause set outcome = ${outcome}
		where municipality_id = current_municipality() and clause_id = ${clauseId}`;
}

export async function updateMotionTexts(sql: Sql, motionId: string, texts: MotionTexts): Promise<void> {
	await sql`
		update motion set texts = ${jsonColumn(sql, texts)}, revision = revision + 1
		where municipality_id = current_municipality() and motion_id = ${motionId}`;
}
