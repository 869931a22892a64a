import type { Theme } from '#lib/freetext/theme.ts';
import type { Sql } from '../../db/connection.ts';
import { jsonColumn } from '../../db/jsonColumn.ts';

/** In the order of the list; none where the series still has the list that it began with. */
export async function listStoredThemes(sql: Sql, seriesId: string): Promise<Theme[]> {
	return await sql<Theme[]>`
		select code, label, description, first_place as "firstPlace", last_place as "lastPlace", is_used as "isUsed"
		from theme where municipality_id = current_municipality() and series_id = ${seriesId} order by place`;
}

export async function insertThemes(
	sql: Sql,
	seriesId: string,
	{ themes, before }: { readonly themes: readonly Theme[]; readonly before: number }
): Promise<void> {
	const rows = themes.map((theme, index) => ({
		code: theme.code,
		place: before + index + 1,
		label: theme.label,
		description: theme.description,
		first_place: theme.firstPlace,
		last_place: theme.lastPlace
	}));
	await sql`
		insert into theme (municipality_id, series_id, code, place, label, description, first_place, last_place)
		select current_municipality(), ${seriesId}, code, place, label, description, first_place, last_place
		from jsonb_to_recordset(${jsonColumn(sql, rows)})
			as added (code text, place integer, label text, description text, first_place integer, last_place integer)`;
}

export async function updateTheme(sql: Sql, seriesId: string, theme: Theme): Promise<void> {
	await sql`
		update theme set label = ${theme.label}, description = ${theme.description}, first_place = ${theme.firstPlace},
			last_place = ${theme.lastPlace}
		where municipality_id = current_municipality() and series_id = ${seriesId} and code = ${theme.code}`;
}

export async function markThemesUsed(sql: Sql, seriesId: string, codes: readonly string[]): Promise<void> {
	await sql`
		update theme set is_used = true
		where municipality_id = current_municipality() and series_id = ${seriesId} and not is_used
			and code = any(${[...codes]}::text[])`;
}
