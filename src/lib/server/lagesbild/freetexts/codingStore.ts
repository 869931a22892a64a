import type { Coding, KeptCoding } from '#lib/freetext/coding.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { Sql } from '../../db/connection.ts';

export interface CodedText extends KeptCoding {
	readonly freeTextId: string;
	readonly sector: Sector;
	readonly item: string;
}

interface CodedRow {
	readonly freeTextId: string;
	readonly sector: Sector;
	readonly item: string;
	readonly revision: number;
	readonly isCoded: boolean;
	readonly themes: string[];
}

/** In the order of the texts' random ids. */
export async function listCodedTexts(sql: Sql, roundId: string): Promise<CodedText[]> {
	const rows = await sql<CodedRow[]>`
		select c.free_text_id as "freeTextId", c.sector, c.item, c.revision, c.is_coded as "isCoded",
			array(
				select t.code from text_theme t
				where t.municipality_id = c.municipality_id and t.free_text_id = c.free_text_id order by t.code
			) as themes
		from coded_text c
		where c.municipality_id = current_municipality() and c.round_id = ${roundId}
		order by c.free_text_id`;
	return rows.map(({ isCoded, themes, ...row }) => ({
		...row,
		coding: isCoded ? { state: 'coded', themes } : { state: 'uncoded' }
	}));
}

export interface CodingChange {
	readonly freeTextId: string;
	readonly roundId: string;
	readonly seriesId: string;
	readonly sector: Sector;
	readonly item: string;
	/** The revision that the change was made of; 0 for a text that was never coded. */
	readonly revision: number;
	readonly coding: Coding;
}

/** @returns false, and writes nothing, when the text has been coded meanwhile. */
export async function writeCoding(sql: Sql, change: CodingChange): Promise<boolean> {
	const isCoded = change.coding.state === 'coded';
	const written = await sql`
		insert into coded_text as c (municipality_id, free_text_id, round_id, sector, item, revision, is_coded)
		values (current_municipality(), ${change.freeTextId}, ${change.roundId}, ${change.sector}, ${change.item}, 1,
			${isCoded})
		on conflict (municipality_id, free_text_id) do update set revision = c.revision + 1, is_coded = ${isCoded}
			where c.revision = ${change.revision}`;
	return written.count === 1;
}

export async function replaceThemes(sql: Sql, change: CodingChange): Promise<void> {
	await sql`
		delete from text_theme
		where municipality_id = current_municipality() and free_text_id = ${change.freeTextId}`;
	const themes = change.coding.state === 'coded' ? change.coding.themes : [];
	await sql`
		insert into text_theme (municipality_id, free_text_id, series_id, code)
		select current_municipality(), ${change.freeTextId}, ${change.seriesId}, code
		from unnest(${[...themes]}::text[]) as code`;
}
