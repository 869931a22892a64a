import type { OrganisationKind } from '#lib/organisations/organisationKind.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Sql } from '../db/connection.ts';

export interface Organisation {
	readonly organisationId: string;
	readonly name: string;
	readonly kind: OrganisationKind;
}

export interface Unit {
	readonly unitId: string;
	readonly organisationId: string;
	readonly organisationName: string;
	readonly name: string;
	readonly sector: Sector;
	readonly areaName: string | null;
	readonly activeFrom: CalendarDate;
	readonly activeTo: CalendarDate | null;
}

/** A unit that gets no questionnaire has no sector. */
export type NewUnit = Omit<Unit, 'organisationName' | 'areaName' | 'sector'> & {
	readonly sector: Sector | null;
	readonly areaId: string | null;
};

export async function insertOrganisation(sql: Sql, organisation: Organisation): Promise<void> {
	await sql`
		insert into organisation (municipality_id, organisation_id, name, kind)
		values (current_municipality(), ${organisation.organisationId}, ${organisation.name}, ${organisation.kind})`;
}

export async function insertUnit(sql: Sql, unit: NewUnit): Promise<void> {
	await sql`
		insert into unit (municipality_id, unit_id, organisation_id, name, sector, area_id, active_from, active_to)
		values (current_municipality(), ${unit.unitId}, ${unit.organisationId}, ${unit.name}, ${unit.sector},
			${unit.areaId}, ${unit.activeFrom}, ${unit.activeTo})`;
}

/** The units that are active on a day and can be asked, in the order of sector, organisation and name. */
export async function listActiveUnits(sql: Sql, day: CalendarDate): Promise<Unit[]> {
	return await sql<Unit[]>`
		select u.unit_id as "unitId", u.organisation_id as "organisationId", o.name as "organisationName",
			u.name, u.sector, a.name as "areaName", u.active_from as "activeFrom",
			u.active_to as "activeTo"
		from unit u
		join organisation o using (municipality_id, organisation_id)
		left join area a using (municipality_id, area_id)
		where u.municipality_id = current_municipality() and u.sector is not null
			and u.active_from <= ${day} and (u.active_to is null or u.active_to >= ${day})
		order by array_position(array['polis', 'socialtjanst', 'skola', 'civilsamhalle'], u.sector::text), o.name, u.name`;
}
