import { placeOf, type RoundTime } from '#lib/rounds/roundName.ts';
import type { ThresholdChange } from '#lib/rounds/threshold.ts';
import type { Sql } from '../db/connection.ts';

/** A change with the names of those who made it. */
export interface RecordedChange extends ThresholdChange {
	readonly proposedAt: Date;
	readonly proposerName: string;
	readonly decidedAt: Date | null;
	readonly deciderName: string | null;
}

interface ChangeRow extends Omit<RecordedChange, 'decision'> {
	readonly decidedBy: string | null;
	readonly isApproved: boolean | null;
}

/** In the order that they were proposed. */
export async function listThresholdChanges(sql: Sql, roundId: string): Promise<RecordedChange[]> {
	const rows = await sql<ChangeRow[]>`
		select c.change_id as "changeId", c.from_threshold as "from", c.to_threshold as "to", c.reason,
			c.proposed_by as "proposedBy", c.proposed_at as "proposedAt", p.name as "proposerName",
			c.decided_by as "decidedBy", c.decided_at as "decidedAt", d.name as "deciderName",
			c.is_approved as "isApproved"
		from threshold_change c
		join staff_account p on p.municipality_id = c.municipality_id and p.account_id = c.proposed_by
		left join staff_account d on d.municipality_id = c.municipality_id and d.account_id = c.decided_by
		where c.municipality_id = current_municipality() and c.round_id = ${roundId}
		order by c.proposed_at, c.change_id`;
	return rows.map(({ decidedBy, isApproved, ...row }) => ({
		...row,
		decision: decidedBy === null || isApproved === null ? null : { by: decidedBy, isApproved }
	}));
}

export async function insertThresholdChange(
	sql: Sql,
	roundId: string,
	change: ThresholdChange & { readonly at: Date }
): Promise<void> {
	const decided = change.decision;
	await sql`
		insert into threshold_change (municipality_id, change_id, round_id, from_threshold, to_threshold, reason,
			proposed_at, proposed_by, decided_at, decided_by, is_approved)
		values (current_municipality(), ${change.changeId}, ${roundId}, ${change.from}, ${change.to}, ${change.reason},
			${change.at}, ${change.proposedBy}, ${decided ? change.at : null}, ${decided?.by ?? null},
			${decided?.isApproved ?? null})`;
}

export async function markThresholdDecided(
	sql: Sql,
	changeId: string,
	decision: { readonly at: Date; readonly accountId: string; readonly isApproved: boolean }
): Promise<void> {
	await sql`
		update threshold_change set decided_at = ${decision.at}, decided_by = ${decision.accountId},
			is_approved = ${decision.isApproved}
		where municipality_id = current_municipality() and change_id = ${changeId}`;
}

/** Raises the round and every later one of its series that is lower: a raise holds for what comes. */
export async function raiseThreshold(
	sql: Sql,
	round: RoundTime & { readonly seriesId: string },
	threshold: number
): Promise<void> {
	await sql`
		update round set threshold = ${threshold}
		where municipality_id = current_municipality() and series_id = ${round.seriesId} and place >= ${placeOf(round)}
			and threshold < ${threshold}`;
}

export async function updateThreshold(sql: Sql, roundId: string, threshold: number): Promise<void> {
	await sql`
		update round set threshold = ${threshold}
		where municipality_id = current_municipality() and round_id = ${roundId}`;
}
