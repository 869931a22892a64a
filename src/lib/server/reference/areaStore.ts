import type { ReferenceArea } from '#lib/reference/referenceSeries.ts';
import type { Sql } from '../db/connection.ts';
import { jsonColumn } from '../db/jsonColumn.ts';

/** The kommuner that the own one is compared with, by name. */
export async function listAreas(sql: Sql): Promise<ReferenceArea[]> {
	return await sql<ReferenceArea[]>`
		select area_code::text as code, name::text as name, population from reference_area
		where municipality_id = current_municipality() order by name, area_code`;
}

/** The own kommun first, then those it is compared with. */
export async function listAllAreas(sql: Sql): Promise<ReferenceArea[]> {
	const own = await sql<ReferenceArea[]>`
		select municipality_id::text as code, name::text as name, population from municipality
		where municipality_id = current_municipality()`;
	return [...own, ...(await listAreas(sql))];
}

export async function replaceAreas(sql: Sql, areas: readonly ReferenceArea[]): Promise<void> {
	await sql`delete from reference_area where municipality_id = current_municipality()`;
	await sql`
		insert into reference_area (municipality_id, area_code, name, population)
		select current_municipality(), a.code, a.name, a.population
		from jsonb_to_recordset(${jsonColumn(sql, areas)}) as a (code text, name text, population integer)`;
}
