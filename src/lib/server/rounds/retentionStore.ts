import { z } from 'zod';
import type { RetentionRule } from '#lib/rounds/retention.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Sql } from '../db/connection.ts';

/** The round's own rule, else its series'. */
export async function findRetentionRule(sql: Sql, roundId: string): Promise<RetentionRule | null> {
	const [row] = await sql<RetentionRule[]>`
		select coalesce(e.months, s.retention_months) as months, coalesce(e.counted_from, s.retention_from) as "countedFrom",
			coalesce(e.decision, s.retention_decision) as decision
		from round r
		join series s using (municipality_id, series_id)
		left join retention_rule e using (municipality_id, round_id)
		where r.municipality_id = current_municipality() and r.round_id = ${roundId}
			and coalesce(e.months, s.retention_months) is not null`;
	return row ?? null;
}

export async function hasOwnRule(sql: Sql, roundId: string): Promise<boolean> {
	const rows = await sql`
		select 1 from retention_rule where municipality_id = current_municipality() and round_id = ${roundId}`;
	return rows.length > 0;
}

/** What was last said of a round of the series: proposed where neither the round nor the series has a rule. */
export async function findLatestRule(sql: Sql, seriesId: string): Promise<RetentionRule | null> {
	const [row] = await sql<RetentionRule[]>`
		select e.months, e.counted_from as "countedFrom", e.decision
		from retention_rule e join round r using (municipality_id, round_id)
		where e.municipality_id = current_municipality() and r.series_id = ${seriesId}
		order by e.saved_at desc limit 1`;
	return row ?? null;
}

export async function upsertRetentionRule(
	sql: Sql,
	rule: RetentionRule & { readonly roundId: string; readonly at: Date; readonly accountId: string }
): Promise<void> {
	await sql`
		insert into retention_rule (municipality_id, round_id, months, counted_from, decision, saved_at, saved_by)
		values (current_municipality(), ${rule.roundId}, ${rule.months}, ${rule.countedFrom}, ${rule.decision}, ${rule.at},
			${rule.accountId})
		on conflict (municipality_id, round_id) do update
			set months = excluded.months, counted_from = excluded.counted_from, decision = excluded.decision,
				saved_at = excluded.saved_at, saved_by = excluded.saved_by`;
}

/** What is erased of a round, in numbers. */
export const erasedCountsSchema = z.object({
	answers: z.number(),
	opinions: z.number(),
	texts: z.number(),
	quotations: z.number(),
	drafts: z.number(),
	links: z.number(),
	messages: z.number(),
	/** Not counted in the protocols of earlier programs, which left them. */
	comments: z.number().default(0),
	marks: z.number().default(0)
});
export type ErasedCounts = z.infer<typeof erasedCountsSchema>;

export interface Erasure {
	readonly erasureId: string;
	readonly decision: string;
	readonly dueOn: CalendarDate;
	readonly proposedAt: Date;
	readonly proposedBy: string;
	readonly proposerName: string;
	readonly decidedAt: Date | null;
	readonly deciderName: string | null;
	readonly isApproved: boolean | null;
	readonly erased: ErasedCounts | null;
}

/** In the order that they were proposed. */
export async function listErasures(sql: Sql, roundId: string): Promise<Erasure[]> {
	const rows = await sql<(Omit<Erasure, 'erased'> & { erased: unknown })[]>`
		select e.erasure_id as "erasureId", e.decision, e.due_on as "dueOn", e.proposed_at as "proposedAt",
			e.proposed_by as "proposedBy", p.name as "proposerName", e.decided_at as "decidedAt",
			d.name as "deciderName", e.is_approved as "isApproved", e.erased
		from round_erasure e
		join staff_account p on p.municipality_id = e.municipality_id and p.account_id = e.proposed_by
		left join staff_account d on d.municipality_id = e.municipality_id and d.account_id = e.decided_by
		where e.municipality_id = current_municipality() and e.round_id = ${roundId}
		order by e.proposed_at, e.erasure_id`;
	return rows.map((row) => ({
		...row,
		erased: row.erased === null ? null : erasedCountsSchema.parse(row.erased)
	}));
}

export async function insertErasure(
	sql: Sql,
	erasure: {
		readonly erasureId: string;
		readonly roundId: string;
		readonly decision: string;
		readonly dueOn: CalendarDate;
		readonly at: Date;
		readonly accountId: string;
	}
): Promise<void> {
	await sql`
		insert into round_erasure (municipality_id, erasure_id, round_id, decision, due_on, proposed_at, proposed_by)
		values (current_municipality(), ${erasure.erasureId}, ${erasure.roundId}, ${erasure.decision}, ${erasure.dueOn},
			${erasure.at}, ${erasure.accountId})`;
}

export async function markErasureDecided(
	sql: Sql,
	erasureId: string,
	decision: { readonly at: Date; readonly accountId: string; readonly isApproved: boolean }
): Promise<void> {
	await sql`
		update round_erasure set decided_at = ${decision.at}, decided_by = ${decision.accountId},
			is_approved = ${decision.isApproved}
		where municipality_id = current_municipality() and erasure_id = ${erasureId}`;
}

/** All of it at once, by the door that asks for two persons' decision (migrations/0038). */
export async function eraseRoundContent(sql: Sql, roundId: string, at: Date): Promise<void> {
	await sql`select erase_round(${roundId}, ${at})`;
}

/** What there is to erase. */
export async function countErasable(sql: Sql, roundId: string): Promise<ErasedCounts> {
	const [row] = await sql<ErasedCounts[]>`
		select
			(select count(*) from unit_response where municipality_id = m and round_id = ${roundId})::int as answers,
			(select count(*) from opinion_tally where municipality_id = m and round_id = ${roundId})::int as opinions,
			(select count(*) from free_text_answer where municipality_id = m and round_id = ${roundId})::int as texts,
			(select count(*) from quotation where municipality_id = m and round_id = ${roundId})::int as quotations,
			((select count(*) from draft where municipality_id = m and round_id = ${roundId})
				+ (select count(*) from sent_copy where municipality_id = m and round_id = ${roundId}))::int as drafts,
			((select count(*) from invitation where municipality_id = m and round_id = ${roundId})
				+ (select count(*) from shared_link where municipality_id = m and round_id = ${roundId}))::int as links,
			(select count(*) from outbox_message where municipality_id = m and round_id = ${roundId})::int as messages,
			((select count(*) from round_comment where municipality_id = m and round_id = ${roundId})
				+ (select count(*) from reopening where municipality_id = m and round_id = ${roundId}))::int as comments,
			(select count(*) from answering_mark where municipality_id = m and round_id = ${roundId})::int as marks
		from current_municipality() as m`;
	return erasedCountsSchema.parse(row);
}
