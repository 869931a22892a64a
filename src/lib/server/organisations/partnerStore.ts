import type { Sector } from '#lib/organisations/sector.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Sql } from '../db/connection.ts';

export interface Organisation {
	readonly organisationId: string;
	readonly name: string;
	readonly kind: string;
}

export interface Unit {
	readonly unitId: string;
	readonly organisationId: string;
	readonly organisationName: string;
	readonly name: string;
	readonly sector: Sector;
	readonly areaName: string | null;
	readonly contactName: string;
	readonly contactEmail: string | null;
	readonly activeFrom: CalendarDate;
	readonly activeTo: CalendarDate | null;
}

export type NewUnit = Omit<Unit, 'organisationName' | 'areaName'> & { readonly areaId: string | null };

export async function insertOrganisation(sql: Sql, organisation: Organisation): Promise<void> {
	await sql`
		insert into organisation (municipality_id, organisation_id, name, kind)
		values (current_municipality(), ${organisation.organisationId}, ${organisation.name}, ${organisation.kind})`;
}

export async function insertUnit(sql: Sql, unit: NewUnit): Promise<void> {
	await sql`
		insert into unit (municipality_id, unit_id, organisation_id, name, sector, area_id, contact_name,
			contact_email, active_from, active_to)
		values (current_municipality(), ${unit.unitId}, ${unit.organisationId}, ${unit.name}, ${unit.sector},
			${unit.areaId}, ${unit.contactName}, ${unit.contactEmail}, ${unit.activeFrom}, ${unit.activeTo})`;
}

/** The units that are active on a day, in the order of sector, organisation and name. */
export async function listActiveUnits(sql: Sql, day: CalendarDate): Promise<Unit[]> {
	return await sql<Unit[]>`
		select u.unit_id as "unitId", u.organisation_id as "organisationId", o.name as "organisationName",
			u.name, u.sector, a.name as "areaName", u.contact_name as "contactName",
			u.contact_email as "contactEmail", u.active_from as "activeFrom", u.active_to as "activeTo"
		from unit u
		join organisation o using (municipality_id, organisation_id)
		left join area a using (municipality_id, area_id)
		where u.municipality_id = current_municipality()
			and u.active_from <= ${day} and (u.active_to is null or u.active_to >= ${day})
		order by array_position(array['polis', 'socialtjanst', 'skola', 'civilsamhalle'], u.sector::text), o.name, u.name`;
}
