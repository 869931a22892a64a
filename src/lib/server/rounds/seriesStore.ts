import type { ReminderDays } from '#lib/rounds/reminderDays.ts';
import type { RetentionRule } from '#lib/rounds/retention.ts';
import type { Series } from '#lib/rounds/series.ts';
import type { Sql } from '../db/connection.ts';

interface SeriesRow extends Omit<Series, 'retention' | 'reminders'>, ReminderDays {
	readonly months: number | null;
	readonly countedFrom: RetentionRule['countedFrom'] | null;
	readonly decision: string | null;
}

function seriesColumns(sql: Sql) {
	return sql`series_id as "seriesId", slug, is_main as "isMain", title, theme, rhythm, answering_days as "answeringDays",
		first_reminder as "firstReminder", second_reminder as "secondReminder", last_reminder as "lastReminder",
		legal_basis as "legalBasis", board, information, retention_months as months, retention_from as "countedFrom",
		retention_decision as decision`;
}

function toSeries({ months, countedFrom, decision, ...row }: SeriesRow): Series {
	const { firstReminder, secondReminder, lastReminder, ...series } = row;
	const isKept = months !== null && countedFrom !== null && decision !== null;
	const reminders = { firstReminder, secondReminder, lastReminder };
	return { ...series, reminders, retention: isKept ? { months, countedFrom, decision } : null };
}

/** The municipality's first series comes first. */
export async function listSeries(sql: Sql): Promise<Series[]> {
	const rows = await sql<SeriesRow[]>`
		select ${seriesColumns(sql)} from series
		where municipality_id = current_municipality() order by is_main desc, title`;
	return rows.map(toSeries);
}

/** What its letters and notices call it. */
export async function titleOfSeries(sql: Sql, seriesId: string): Promise<string> {
	const series = await findSeries(sql, seriesId);
	return series?.title ?? '';
}

export async function findSeries(sql: Sql, seriesId: string): Promise<Series | null> {
	const [row] = await sql<SeriesRow[]>`
		select ${seriesColumns(sql)} from series
		where municipality_id = current_municipality() and series_id = ${seriesId}`;
	return row ? toSeries(row) : null;
}

export async function insertSeries(sql: Sql, series: Series): Promise<void> {
	await sql`
		insert into series (municipality_id, series_id, slug, is_main, title, theme, rhythm, answering_days, first_reminder,
			second_reminder, last_reminder, legal_basis, board, information, retention_months, retention_from, retention_decision)
		values (current_municipality(), ${series.seriesId}, ${series.slug}, ${series.isMain}, ${series.title}, ${series.theme},
			${series.rhythm}, ${series.answeringDays}, ${series.reminders.firstReminder}, ${series.reminders.secondReminder},
			${series.reminders.lastReminder}, ${series.legalBasis}, ${series.board}, ${series.information},
			${series.retention?.months ?? null}, ${series.retention?.countedFrom ?? null},
			${series.retention?.decision ?? null})`;
}

/** All but its place among addresses: what has been published keeps its own. */
export async function updateSeries(sql: Sql, series: Omit<Series, 'slug' | 'isMain'>): Promise<void> {
	await sql`
		update series set title = ${series.title}, theme = ${series.theme}, rhythm = ${series.rhythm}, answering_days = ${series.answeringDays},
			first_reminder = ${series.reminders.firstReminder}, second_reminder = ${series.reminders.secondReminder},
			last_reminder = ${series.reminders.lastReminder},
			legal_basis = ${series.legalBasis}, board = ${series.board}, information = ${series.information},
			retention_months = ${series.retention?.months ?? null},
			retention_from = ${series.retention?.countedFrom ?? null},
			retention_decision = ${series.retention?.decision ?? null}
		where municipality_id = current_municipality() and series_id = ${series.seriesId}`;
}

/** One at a time makes a series or gives one another title, to the end of the transaction. */
export async function lockSeriesList(sql: Sql): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended('series/' || current_municipality(), 0))`;
}

/** Holds the series to the end of the transaction, so that two publications in it come one after the other. */
export async function lockSeries(sql: Sql, seriesId: string): Promise<void> {
	await sql`
		select 1 from series where municipality_id = current_municipality() and series_id = ${seriesId} for update`;
}
