import { defaultThemes } from '#lib/freetext/defaultThemes.ts';
import type { Theme } from '#lib/freetext/theme.ts';
import type { Sql } from '../../db/connection.ts';
import { lockSeries } from '../../rounds/seriesStore.ts';
import { insertThemes, listStoredThemes } from './themeStore.ts';

/** The series' code list: the one that is shipped until somebody changes or uses it. */
export async function themesOfSeries(sql: Sql, seriesId: string): Promise<readonly Theme[]> {
	const stored = await listStoredThemes(sql, seriesId);
	return stored.length > 0 ? stored : defaultThemes;
}

/** The list for whoever writes: stored from now on, and held to the end of the transaction. */
export async function heldThemes(sql: Sql, seriesId: string): Promise<readonly Theme[]> {
	await lockSeries(sql, seriesId);
	const stored = await listStoredThemes(sql, seriesId);
	if (stored.length > 0) return stored;
	await insertThemes(sql, seriesId, { themes: defaultThemes, before: 0 });
	return defaultThemes;
}
