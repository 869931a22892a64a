import type { PlanChange } from '#lib/statistics/planChange.ts';
import type { Sql } from '../db/connection.ts';
import { jsonColumn } from '../db/jsonColumn.ts';

export interface PlacedChange {
	readonly place: number;
	readonly change: PlanChange;
}

/** In the order that they are made: a later one may be of what an earlier one merged. */
export async function listDesignChanges(sql: Sql, roundId: string): Promise<PlacedChange[]> {
	return await sql<PlacedChange[]>`
		select place, change from design_change
		where municipality_id = current_municipality() and round_id = ${roundId} order by place`;
}

export async function insertDesignChange(
	sql: Sql,
	roundId: string,
	placed: { readonly change: PlanChange; readonly at: Date; readonly accountId: string }
): Promise<void> {
	await sql`
		insert into design_change (municipality_id, round_id, place, change, placed_at, placed_by)
		select current_municipality(), ${roundId}, coalesce(max(place), 0) + 1, ${jsonColumn(sql, placed.change)},
			${placed.at}, ${placed.accountId}
		from design_change where municipality_id = current_municipality() and round_id = ${roundId}`;
}

export async function deleteDesignChange(sql: Sql, roundId: string, place: number): Promise<void> {
	await sql`
		delete from design_change
		where municipality_id = current_municipality() and round_id = ${roundId} and place = ${place}`;
}
