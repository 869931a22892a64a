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

export async function findInvitedUnit(sql: Sql, tokenHash: Uint8Array): Promise<InvitedUnit | null> {
	const [row] = await sql<InvitedUnit[]>`
		select i.municipality_id as "municipalityId", i.round_id as "roundId", r.series_id as "seriesId", s.title as "seriesTitle", u.unit_id as "unitId", u.name as "unitName",
			o.name as "organisationName", u.sector, i.withdrawn_on is not null as "isWithdrawn"
		from invitation i
		join round r using (municipality_id, round_id)
		join series s using (municipality_id, series_id)
		join unit u using (municipality_id, unit_id)
		join organisation o using (municipality_id, organisation_id)
		where i.municipality_id = current_municipality() and i.token_hash = ${tokenHash}`;
	return row ?? null;
}
