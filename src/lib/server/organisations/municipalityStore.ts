import type { Sql } from '../db/connection.ts';

export interface Municipality {
	readonly municipalityId: string;
	readonly name: string;
	readonly slug: string;
	readonly population: number;
	/** The administration that writes to the council: "Kommunledningsförvaltningen". */
	readonly administration: string;
	readonly responsibleBoard: string;
	readonly coordinatorName: string;
	readonly coordinatorEmail: string;
	readonly coordinatorPhone: string;
	readonly isDemonstration: boolean;
}

export interface Area {
	readonly areaId: string;
	readonly name: string;
	readonly population: number;
}

/** The municipality of the transaction. @throws when row-level security shows none: the tenant was not set. */
export async function findMunicipality(sql: Sql): Promise<Municipality> {
	const [row] = await sql<Municipality[]>`
		select municipality_id as "municipalityId", name, slug, population, administration,
			responsible_board as "responsibleBoard", coordinator_name as "coordinatorName",
			coordinator_email as "coordinatorEmail", coordinator_phone as "coordinatorPhone",
			is_demonstration as "isDemonstration"
		from municipality where municipality_id = current_municipality()`;
	if (!row) throw new Error('No municipality in this transaction');
	return row;
}

export async function insertMunicipality(sql: Sql, municipality: Municipality): Promise<void> {
	await sql`
		insert into municipality (municipality_id, name, slug, population, administration, responsible_board,
			coordinator_name, coordinator_email, coordinator_phone, is_demonstration)
		values (${municipality.municipalityId}, ${municipality.name}, ${municipality.slug},
			${municipality.population}, ${municipality.administration}, ${municipality.responsibleBoard},
			${municipality.coordinatorName}, ${municipality.coordinatorEmail}, ${municipality.coordinatorPhone},
			${municipality.isDemonstration})`;
}

export async function listAreas(sql: Sql): Promise<Area[]> {
	return await sql<Area[]>`
		select area_id as "areaId", name, population from area
		where municipality_id = current_municipality() order by name`;
}

export async function insertArea(sql: Sql, area: Area): Promise<void> {
	await sql`
		insert into area (municipality_id, area_id, name, population)
		values (current_municipality(), ${area.areaId}, ${area.name}, ${area.population})`;
}

/** The municipality that an address names, by the door that gives its code and nothing more. */
export async function municipalityOfSlug(sql: Sql, slug: string): Promise<string | null> {
	const [row] = await sql<{ code: string | null }[]>`select municipality_of_slug(${slug}) as code`;
	return row?.code ?? null;
}

/** Whether any municipality uses the database. */
export async function hasMunicipality(sql: Sql): Promise<boolean> {
	const [row] = await sql<{ has: boolean }[]>`select has_municipality() as has`;
	return row?.has ?? false;
}
