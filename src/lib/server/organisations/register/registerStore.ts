import type { Contact, UnitContact } from '#lib/organisations/contact.ts';
import type {
	Register,
	RegisteredAgreement,
	RegisteredOrganisation,
	RegisteredUnit,
	UnitSize
} from '#lib/organisations/register/register.ts';
import type { Sql } from '../../db/connection.ts';
import { listPeople, listUnitContacts } from '../contactStore.ts';
import { listAreas } from '../municipalityStore.ts';

/** Holds the register, so that what is written is what was shown. Every change of it waits for the one before. */
export async function lockRegister(sql: Sql): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended('register/' || current_municipality(), 0))`;
}

/**
 * For the rest of the transaction. The keys of rows that others refer to may be looked up with a plan that was made while
 * their tables were small, and that reads them whole for each of thousands of rows (as in migration 0013).
 */
export async function lookUpByIndex(sql: Sql): Promise<void> {
	await sql`set local enable_seqscan = off`;
}

export async function listOrganisations(sql: Sql): Promise<RegisteredOrganisation[]> {
	return await sql<RegisteredOrganisation[]>`
		select organisation_id as "organisationId", name, kind from organisation
		where municipality_id = current_municipality() order by name`;
}

export async function listUnits(sql: Sql): Promise<RegisteredUnit[]> {
	return await sql<RegisteredUnit[]>`
		select unit_id as "unitId", organisation_id as "organisationId", name, sector, area_id as "areaId",
			active_from as "activeFrom", active_to as "activeTo"
		from unit where municipality_id = current_municipality() order by name, unit_id`;
}

export async function listSizes(sql: Sql): Promise<UnitSize[]> {
	return await sql<UnitSize[]>`
		select unit_id as "unitId", holds_from as "holdsFrom", size, measure from unit_size
		where municipality_id = current_municipality() order by unit_id, holds_from`;
}

export async function listAgreements(sql: Sql): Promise<RegisteredAgreement[]> {
	return await sql<RegisteredAgreement[]>`
		select agreement_id as "agreementId", organisation_id as "organisationId", title, kind, reference, purposes,
			areas, valid_from as "validFrom", valid_to as "validTo"
		from agreement where municipality_id = current_municipality() order by valid_from, title`;
}

/** What a person does for units. */
export async function listUnitDuties(sql: Sql, contactId: string): Promise<UnitContact[]> {
	const all = await listUnitContacts(sql);
	return all.filter((duty) => duty.contactId === contactId);
}

async function listAskedUnitIds(sql: Sql): Promise<string[]> {
	const rows = await sql<{ unitId: string }[]>`
		select distinct unit_id as "unitId" from asked_unit where municipality_id = current_municipality()`;
	return rows.map(({ unitId }) => unitId);
}

/** Everything of the register but those who have been erased. */
export async function readRegister(sql: Sql): Promise<Register> {
	return {
		areas: await listAreas(sql),
		organisations: await listOrganisations(sql),
		units: await listUnits(sql),
		sizes: await listSizes(sql),
		contacts: await listPeople(sql),
		duties: await listUnitContacts(sql),
		agreements: await listAgreements(sql),
		askedUnitIds: new Set(await listAskedUnitIds(sql))
	};
}

/** As jsonb: thousands of rows in one statement. */
function rowsOf(sql: Sql, rows: readonly object[]) {
	return sql.json(rows as unknown as Parameters<Sql['json']>[0]);
}

export async function upsertOrganisations(sql: Sql, rows: readonly RegisteredOrganisation[]): Promise<void> {
	await sql`
		insert into organisation (municipality_id, organisation_id, name, kind)
		select current_municipality(), r."organisationId", r.name, r.kind
		from jsonb_to_recordset(${rowsOf(sql, rows)}) as r ("organisationId" uuid, name text, kind text)
		on conflict (municipality_id, organisation_id) do update set name = excluded.name, kind = excluded.kind`;
}

/** Keeps the names that units are about to give up. */
export async function keepFormerNames(
	sql: Sql,
	{ units, usedTo }: { readonly units: readonly RegisteredUnit[]; readonly usedTo: string }
): Promise<void> {
	await sql`
		insert into former_unit_name (municipality_id, unit_id, name, used_to)
		select u.municipality_id, u.unit_id, u.name, ${usedTo}
		from unit u join jsonb_to_recordset(${rowsOf(sql, units)}) as r ("unitId" uuid, name text) on r."unitId" = u.unit_id
		where u.municipality_id = current_municipality() and u.name <> r.name
		on conflict (municipality_id, unit_id, name) do update set used_to = excluded.used_to`;
}

export async function upsertUnits(sql: Sql, rows: readonly RegisteredUnit[]): Promise<void> {
	await sql`
		insert into unit (municipality_id, unit_id, organisation_id, name, sector, area_id, active_from, active_to)
		select current_municipality(), r."unitId", r."organisationId", r.name, r.sector, r."areaId", r."activeFrom",
			r."activeTo"
		from jsonb_to_recordset(${rowsOf(sql, rows)}) as r ("unitId" uuid, "organisationId" uuid, name text,
			sector text, "areaId" text, "activeFrom" date, "activeTo" date)
		on conflict (municipality_id, unit_id) do update set name = excluded.name, sector = excluded.sector,
			area_id = excluded.area_id, active_from = excluded.active_from, active_to = excluded.active_to,
			merged_into = case when excluded.active_to is null then null else unit.merged_into end`;
}

export async function upsertSizes(sql: Sql, rows: readonly UnitSize[]): Promise<void> {
	await sql`
		insert into unit_size (municipality_id, unit_id, holds_from, size, measure)
		select current_municipality(), r."unitId", r."holdsFrom", r.size, r.measure
		from jsonb_to_recordset(${rowsOf(sql, rows)}) as r ("unitId" uuid, "holdsFrom" date, size integer, measure text)
		on conflict (municipality_id, unit_id, holds_from) do update set size = excluded.size,
			measure = excluded.measure`;
}

/** A new address has not bounced. */
export async function upsertContacts(sql: Sql, rows: readonly Contact[]): Promise<void> {
	await sql`
		insert into contact (municipality_id, contact_id, organisation_id, name, language, email, phone,
			council_position, council_from, council_to)
		select current_municipality(), r."contactId", r."organisationId", r.name, r.language, r.email, r.phone,
			r."councilPosition", r."councilFrom", r."councilTo"
		from jsonb_to_recordset(${rowsOf(sql, rows)}) as r ("contactId" uuid, "organisationId" uuid, name text,
			language text, email text, phone text, "councilPosition" text, "councilFrom" date, "councilTo" date)
		on conflict (municipality_id, contact_id) do update set name = excluded.name, language = excluded.language,
			email = excluded.email, phone = excluded.phone, council_position = excluded.council_position,
			council_from = excluded.council_from, council_to = excluded.council_to,
			bounced_on = case when contact.email = excluded.email then contact.bounced_on end,
			bounce_reason = case when contact.email = excluded.email then contact.bounce_reason end`;
}

export async function upsertDuties(sql: Sql, rows: readonly UnitContact[]): Promise<void> {
	await sql`
		insert into unit_contact (municipality_id, unit_id, contact_id, role, is_main, active_from, active_to)
		select current_municipality(), r."unitId", r."contactId", r.role, r."isMain", r."activeFrom", r."activeTo"
		from jsonb_to_recordset(${rowsOf(sql, rows)}) as r ("unitId" uuid, "contactId" uuid, role text,
			"isMain" boolean, "activeFrom" date, "activeTo" date)
		on conflict (municipality_id, unit_id, contact_id) do update set role = excluded.role,
			is_main = excluded.is_main, active_from = excluded.active_from, active_to = excluded.active_to,
			successor_id = case when excluded.active_to is null then null else unit_contact.successor_id end`;
}

export async function upsertAgreements(sql: Sql, rows: readonly RegisteredAgreement[]): Promise<void> {
	await sql`
		insert into agreement (municipality_id, agreement_id, organisation_id, title, kind, reference, purposes, areas,
			valid_from, valid_to)
		select current_municipality(), r."agreementId", r."organisationId", r.title, r.kind, r.reference, r.purposes,
			r.areas, r."validFrom", r."validTo"
		from jsonb_to_recordset(${rowsOf(sql, rows)}) as r ("agreementId" uuid, "organisationId" uuid, title text,
			kind text, reference text, purposes text, areas text, "validFrom" date, "validTo" date)
		on conflict (municipality_id, agreement_id) do update set title = excluded.title, kind = excluded.kind,
			reference = excluded.reference, purposes = excluded.purposes, areas = excluded.areas,
			valid_from = excluded.valid_from, valid_to = excluded.valid_to`;
}
