import { placeOf, type RoundTime } from '#lib/rounds/roundName.ts';
import type { RoundProtection, ThresholdChange } from '#lib/rounds/threshold.ts';
import type { Sql } from '../db/connection.ts';

/** A change with the names of those who made it. */
export interface RecordedChange extends ThresholdChange {
	readonly proposedAt: Date;
	readonly proposerName: string;
	readonly decidedAt: Date | null;
	readonly deciderName: string | null;
}

interface ChangeRow extends Omit<RecordedChange, 'decision' | 'from' | 'to'> {
	readonly fromThreshold: number;
	readonly fromKept: boolean;
	readonly toThreshold: number;
	readonly toKept: boolean;
	readonly decidedBy: string | null;
	readonly isApproved: boolean | null;
}

/** In the order that they were proposed. */
export async function listThresholdChanges(sql: Sql, roundId: string): Promise<RecordedChange[]> {
	const rows = await sql<ChangeRow[]>`
		select c.change_id as "changeId", c.from_threshold as "fromThreshold", c.from_kept as "fromKept",
			c.to_threshold as "toThreshold", c.to_kept as "toKept", c.reason,
			c.proposed_by as "proposedBy", c.proposed_at as "proposedAt", p.name as "proposerName",
			c.decided_by as "decidedBy", c.decided_at as "decidedAt", d.name as "deciderName",
			c.is_approved as "isApproved"
		from threshold_change c
		join staff_account p on p.municipality_id = c.municipality_id and p.account_id = c.proposed_by
		left join staff_account d on d.municipality_id = c.municipality_id and d.account_id = c.decided_by
		where c.municipality_id = current_municipality() and c.round_id = ${roundId}
		order by c.proposed_at, c.change_id`;
	return rows.map(({ decidedBy, isApproved, fromThreshold, fromKept, toThreshold, toKept, ...row }) => ({
		...row,
		from: { threshold: fromThreshold, keepsOrganisations: fromKept },
		to: { threshold: toThreshold, keepsOrganisations: toKept },
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
		insert into threshold_change (municipality_id, change_id, round_id, from_threshold, from_kept, to_threshold, to_kept,
			reason, proposed_at, proposed_by, decided_at, decided_by, is_approved)
		values (current_municipality(), ${change.changeId}, ${roundId}, ${change.from.threshold},
			${change.from.keepsOrganisations}, ${change.to.threshold}, ${change.to.keepsOrganisations}, ${change.reason},
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

/**
 * Raises the round and every later one of its series that keeps less: a raise holds for what comes. A later round that is
 * published goes on as it was.
 */
export async function raiseProtection(
	sql: Sql,
	round: RoundTime & { readonly seriesId: string },
	{ threshold, keepsOrganisations }: RoundProtection
): Promise<void> {
	await sql`
		update round set threshold = greatest(threshold, ${threshold}::integer),
			keeps_organisations = keeps_organisations or (${keepsOrganisations} and not exists (
				select from lagesbild l
				where l.municipality_id = round.municipality_id and l.round_id = round.round_id and l.published_at is not null
			))
		where municipality_id = current_municipality() and series_id = ${round.seriesId} and place >= ${placeOf(round)}`;
}

export async function updateProtection(
	sql: Sql,
	roundId: string,
	{ threshold, keepsOrganisations }: RoundProtection
): Promise<void> {
	await sql`
		update round set threshold = ${threshold}, keeps_organisations = ${keepsOrganisations}
		where municipality_id = current_municipality() and round_id = ${roundId}`;
}
