import type { Sql } from '../db/connection.ts';

export interface Series {
	readonly seriesId: string;
	readonly slug: string;
	readonly title: string;
	readonly rhythmMonths: number;
	readonly legalBasis: string;
}

export async function listSeries(sql: Sql): Promise<Series[]> {
	return await sql<Series[]>`
		select series_id as "seriesId", slug, title, rhythm_months as "rhythmMonths", legal_basis as "legalBasis"
		from series where municipality_id = current_municipality() order by title`;
}

export async function findSeries(sql: Sql, seriesId: string): Promise<Series | null> {
	const [row] = await sql<Series[]>`
		select series_id as "seriesId", slug, title, rhythm_months as "rhythmMonths", legal_basis as "legalBasis"
		from series where municipality_id = current_municipality() and series_id = ${seriesId}`;
	return row ?? null;
}

export async function insertSeries(sql: Sql, series: Series): Promise<void> {
	await sql`
		insert into series (municipality_id, series_id, slug, title, rhythm_months, legal_basis)
		values (current_municipality(), ${series.seriesId}, ${series.slug}, ${series.title}, ${series.rhythmMonths},
			${series.legalBasis})`;
}

/** Holds the series to the end of the transaction, so that two publications in it come one after the other. */
export async function lockSeries(sql: Sql, seriesId: string): Promise<void> {
	await sql`
		select 1 from series where municipality_id = current_municipality() and series_id = ${seriesId} for update`;
}
