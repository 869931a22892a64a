import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { Sql } from '../db/connection.ts';

export interface NewInvitation {
	readonly invitationId: string;
	readonly roundId: string;
	readonly unitId: string;
	readonly tokenHash: Uint8Array;
	readonly issuedOn: CalendarDate;
}

/** What a valid link opens. */
export interface InvitedUnit {
	readonly municipalityId: string;
	readonly roundId: string;
	readonly seriesId: string;
	readonly seriesTitle: string;
	readonly unitId: string;
	readonly unitName: string;
	readonly organisationName: string;
	readonly sector: Sector;
	readonly isWithdrawn: boolean;
}

export async function insertInvitation(sql: Sql, invitation: NewInvitation): Promise<void> {
	await sql`
		insert into invitation (municipality_id, invitation_id, round_id, unit_id, token_hash, issued_on)
		values (current_municipality(), ${invitation.invitationId}, ${invitation.roundId}, ${invitation.unitId},
			${invitation.tokenHash}, ${invitation.issuedOn})`;
}

/** The unit that an invitation was sent to, and the round that it asks about. */
export async function findInvitedUnit(
	sql: Sql,
	invitationId: string
): Promise<{ readonly roundId: string; readonly seriesId: string; readonly unitId: string } | null> {
	const [row] = await sql<{ roundId: string; seriesId: string; unitId: string }[]>`
		select i.round_id as "roundId", r.series_id as "seriesId", i.unit_id as "unitId"
		from invitation i join round r using (municipality_id, round_id)
		where i.municipality_id = current_municipality() and i.invitation_id = ${invitationId}`;
	return row ?? null;
}

/** How a unit's links in a round stand. */
export interface LinkCount {
	readonly issued: number;
	/** Not withdrawn. */
	readonly valid: number;
}

export async function countLinks(
	sql: Sql,
	{ roundId, unitId }: { readonly roundId: string; readonly unitId: string }
): Promise<LinkCount> {
	const [row] = await sql<LinkCount[]>`
		select count(*)::int as issued, (count(*) filter (where withdrawn_on is null))::int as valid
		from invitation
		where municipality_id = current_municipality() and round_id = ${roundId} and unit_id = ${unitId}`;
	return row ?? { issued: 0, valid: 0 };
}

/** The units of a round that have a link which has not been withdrawn. */
export async function listUnitsWithLink(sql: Sql, roundId: string): Promise<ReadonlySet<string>> {
	const rows = await sql<{ unitId: string }[]>`
		select distinct unit_id as "unitId" from invitation
		where municipality_id = current_municipality() and round_id = ${roundId} and withdrawn_on is null`;
	return new Set(rows.map(({ unitId }) => unitId));
}

/** The units of a round that have been given a link, withdrawn or not. */
export async function listInvitedUnits(sql: Sql, roundId: string): Promise<ReadonlySet<string>> {
	const rows = await sql<{ unitId: string }[]>`
		select distinct unit_id as "unitId" from invitation
		where municipality_id = current_municipality() and round_id = ${roundId}`;
	return new Set(rows.map(({ unitId }) => unitId));
}

export async function withdrawInvitationsOfUnit(
	sql: Sql,
	withdrawal: { readonly roundId: string; readonly unitId: string; readonly on: CalendarDate }
): Promise<void> {
	await sql`
		update invitation set withdrawn_on = ${withdrawal.on}
		where municipality_id = current_municipality() and round_id = ${withdrawal.roundId}
			and unit_id = ${withdrawal.unitId} and withdrawn_on is null`;
}

export async function withdrawInvitations(sql: Sql, roundId: string, on: CalendarDate): Promise<void> {
	await sql`
		update invitation set withdrawn_on = ${on}
		where municipality_id = current_municipality() and round_id = ${roundId} and withdrawn_on is null`;
}
