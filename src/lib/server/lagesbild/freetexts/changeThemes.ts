import { addedTheme, endedTheme, rewordedTheme, type Theme, type ThemeWords } from '#lib/freetext/theme.ts';
import type { RoundTime } from '#lib/rounds/roundName.ts';
import type { Series } from '#lib/rounds/series.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { insertAuditEvent } from '../../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../../db/connection.ts';
import { nextDates } from '../../rounds/proposeRound.ts';
import { listRounds } from '../../rounds/roundStore.ts';
import { findSeries } from '../../rounds/seriesStore.ts';
import { heldThemes, themesOfSeries } from './themeList.ts';
import { insertThemes, updateTheme } from './themeStore.ts';

export interface ThemeList {
	readonly series: Series;
	readonly themes: readonly Theme[];
	/** The rounds that a theme can begin or end with, newest first: those that are, and the one that comes next. */
	readonly rounds: readonly RoundTime[];
	/** From when a new theme is most likely wanted: the latest round. */
	readonly latest: RoundTime;
}

/** A series' code list, also the themes that have ended. */
export async function readThemes(
	application: Application,
	actor: Actor,
	seriesId: string
): Promise<Result<ThemeList, 'unknown-series' | 'not-allowed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const series = await findSeries(sql, seriesId);
		if (!series) return refused('unknown-series');
		const rounds = (await listRounds(sql, seriesId)).filter(({ cancelledAt }) => !cancelledAt);
		const next = nextDates(series, rounds[0] ?? null, dayInSweden(application.clock.now()));
		const times = [next, ...rounds].map(({ year, part }) => ({ year, part }));
		return accepted({
			series,
			themes: await themesOfSeries(sql, seriesId),
			rounds: times,
			latest: times[1] ?? times[0] ?? next
		});
	});
}

export type ThemeRefusal =
	| 'unknown-series'
	| 'not-allowed'
	| 'unknown-theme'
	| 'in-use'
	| 'name-taken'
	| 'name-without-letters'
	| 'ends-before-it-begins';

export async function addTheme(
	application: Application,
	actor: Actor,
	added: { readonly seriesId: string; readonly words: ThemeWords; readonly firstPlace: number }
): Promise<Result<null, ThemeRefusal>> {
	return await writeTheme(application, actor, {
		seriesId: added.seriesId,
		change: (themes) => addedTheme(themes, added),
		write: (sql, { theme, before }) => insertThemes(sql, added.seriesId, { themes: [theme], before })
	});
}

/** Other words for a theme that has never been used. */
export async function rewordTheme(
	application: Application,
	actor: Actor,
	reworded: { readonly seriesId: string; readonly code: string; readonly words: ThemeWords }
): Promise<Result<null, ThemeRefusal>> {
	return await writeTheme(application, actor, {
		seriesId: reworded.seriesId,
		change: (themes) => rewordedTheme(themes, reworded),
		write: (sql, { theme }) => updateTheme(sql, reworded.seriesId, theme)
	});
}

/** Ends a theme with a round, or lets it go on. */
export async function endTheme(
	application: Application,
	actor: Actor,
	ended: { readonly seriesId: string; readonly code: string; readonly lastPlace: number | null }
): Promise<Result<null, ThemeRefusal>> {
	return await writeTheme(application, actor, {
		seriesId: ended.seriesId,
		change: (themes) => endedTheme(themes, ended),
		write: (sql, { theme }) => updateTheme(sql, ended.seriesId, theme)
	});
}

interface ThemeChange {
	readonly seriesId: string;
	readonly change: (themes: readonly Theme[]) => Result<Theme, ThemeRefusal>;
	readonly write: (sql: Sql, changed: { readonly theme: Theme; readonly before: number }) => Promise<void>;
}

async function writeTheme(
	application: Application,
	actor: Actor,
	{ seriesId, change, write }: ThemeChange
): Promise<Result<null, ThemeRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		if (!(await findSeries(sql, seriesId))) return refused('unknown-series');
		const themes = await heldThemes(sql, seriesId);
		const changed = change(themes);
		if (!changed.ok) return changed;
		await write(sql, { theme: changed.value, before: themes.length });
		await insertAuditEvent(sql, actor, { action: 'themes-changed', subject: seriesId, at });
		return accepted(null);
	});
}
