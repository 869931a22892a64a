import type { Theme } from '#lib/freetext/theme.ts';
import type { Sql } from '../../db/connection.ts';
import { jsonColumn } from '../../db/jsonColumn.ts';

/** In the order of the list; none where the series still has the list that it began with. */
export async function listStoredThemes(sql: Sql, seriesId: string): Promise<Theme[]> {
	return await sql<Theme[]>`
		select code, label, description, active_from as "activeFrom", active_to as "activeTo", is_used as "isUsed"
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
		active_from: theme.activeFrom,
		active_to: theme.activeTo
	}));
	await sql`
		insert into theme (municipality_id, series_id, code, place, label, description, active_from, active_to)
		select current_municipality(), ${seriesId}, code, place, label, description, active_from, active_to
		from jsonb_to_recordset(${jsonColumn(sql, rows)})
			as added (code text, place integer, label text, description text, active_from integer, active_to integer)`;
}

export async function updateTheme(sql: Sql, seriesId: string, theme: Theme): Promise<void> {
	await sql`
		update theme set label = ${theme.label}, description = ${theme.description}, active_from = ${theme.activeFrom},
			active_to = ${theme.activeTo}
		where municipality_id = current_municipality() and series_id = ${seriesId} and code = ${theme.code}`;
}

export async function markThemesUsed(sql: Sql, seriesId: string, codes: readonly string[]): Promise<void> {
	await sql`
		update theme set is_used = true
		where municipality_id = current_municipality() and series_id = ${seriesId} and not is_used
			and code = any(${[...codes]}::text[])`;
}
