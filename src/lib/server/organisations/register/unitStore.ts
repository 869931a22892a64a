import type { RoundTime } from '#lib/rounds/roundName.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Sql } from '../../db/connection.ts';

export async function markMerged(
	sql: Sql,
	{ unitId, intoUnitId, lastDay }: { unitId: string; intoUnitId: string; lastDay: CalendarDate }
): Promise<void> {
	await sql`
		update unit set merged_into = ${intoUnitId}, active_to = ${lastDay}
		where municipality_id = current_municipality() and unit_id = ${unitId}`;
}

export interface UnitHistory {
	readonly formerNames: readonly { readonly name: string; readonly usedTo: CalendarDate }[];
	readonly mergedInto: { readonly unitId: string; readonly name: string } | null;
	readonly merged: readonly { readonly unitId: string; readonly name: string }[];
}

export async function findUnitHistory(sql: Sql, unitId: string): Promise<UnitHistory> {
	const formerNames = await sql<{ name: string; usedTo: CalendarDate }[]>`
		select name, used_to as "usedTo" from former_unit_name
		where municipality_id = current_municipality() and unit_id = ${unitId} order by used_to desc, name`;
	const [into] = await sql<{ unitId: string; name: string }[]>`
		select i.unit_id as "unitId", i.name from unit u
		join unit i on i.municipality_id = u.municipality_id and i.unit_id = u.merged_into
		where u.municipality_id = current_municipality() and u.unit_id = ${unitId}`;
	const merged = await sql<{ unitId: string; name: string }[]>`
		select unit_id as "unitId", name from unit
		where municipality_id = current_municipality() and merged_into = ${unitId} order by name`;
	return { formerNames, mergedInto: into ?? null, merged };
}

export interface UnitRound extends RoundTime {
	readonly roundId: string;
	readonly seriesTitle: string;
	readonly openedAt: Date | null;
	readonly closedAt: Date | null;
}

/** The rounds that the units have been asked in, the latest first. */
export async function listRoundsOfUnits(sql: Sql, unitIds: readonly string[]): Promise<UnitRound[]> {
	return await sql<UnitRound[]>`
		select distinct r.round_id as "roundId", r.year, r.part, r.place, s.title as "seriesTitle", r.opened_at as "openedAt",
			r.closed_at as "closedAt"
		from asked_unit a
		join round r using (municipality_id, round_id)
		join series s using (municipality_id, series_id)
		where a.municipality_id = current_municipality() and a.unit_id = any(${[...unitIds]}::uuid[])
		order by r.place desc, s.title`;
}

/** Units of a round that takes answers, or will: they need somebody who answers for them. */
export async function listUnitsInOpenRounds(sql: Sql): Promise<Set<string>> {
	const rows = await sql<{ unitId: string }[]>`
		select distinct a.unit_id as "unitId" from asked_unit a
		join round r using (municipality_id, round_id)
		where a.municipality_id = current_municipality() and r.opened_at is not null and r.closed_at is null`;
	return new Set(rows.map(({ unitId }) => unitId));
}
