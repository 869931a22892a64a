import type { ReferenceMark, ReferenceReading } from '#lib/reference/referenceNumber.ts';
import type { ReferencePeriod } from '#lib/reference/referencePeriod.ts';
import type { ReferenceSeries, ReferenceValue, SeriesFacts } from '#lib/reference/referenceSeries.ts';
import type { Sql } from '../db/connection.ts';
import { jsonColumn } from '../db/jsonColumn.ts';

type SeriesRow = Omit<ReferenceSeries, 'values'>;

interface ValueRow {
	readonly seriesId: string;
	readonly area: string;
	readonly period: ReferencePeriod;
	readonly value: number | null;
	readonly mark: ReferenceMark | null;
}

function columns(sql: Sql) {
	return sql`
		s.series_id as "seriesId", s.title, s.unit, s.kind, s.source, s.address, s.taken_on as "takenOn", s.note, s.beside,
		s.is_shown as "isShown", s.origin, s.origin_key as "originKey"`;
}

function readingOf({ value, mark }: ValueRow): ReferenceReading {
	return value === null ? { kind: 'mark', mark: mark ?? 'saknas' } : { kind: 'number', value };
}

function valueOf(row: ValueRow): ReferenceValue {
	return { area: row.area, period: row.period, reading: readingOf(row) };
}

/** All series with their values. A municipality has tens of series of a few kommuner and years. */
export async function listSeries(sql: Sql): Promise<ReferenceSeries[]> {
	const series = await sql<SeriesRow[]>`
		select ${columns(sql)} from reference_series s
		where s.municipality_id = current_municipality() order by s.title, s.series_id`;
	const values = await sql<ValueRow[]>`
		select series_id as "seriesId", area_code::text as area, period, value, mark from reference_value
		where municipality_id = current_municipality() order by area_code, period`;
	const bySeries = Map.groupBy(values, ({ seriesId }) => seriesId);
	return series.map((row) => ({ ...row, values: (bySeries.get(row.seriesId) ?? []).map(valueOf) }));
}

async function listValues(sql: Sql, seriesId: string): Promise<ReferenceValue[]> {
	const rows = await sql<ValueRow[]>`
		select series_id as "seriesId", area_code::text as area, period, value, mark from reference_value
		where municipality_id = current_municipality() and series_id = ${seriesId} order by area_code, period`;
	return rows.map(valueOf);
}

export async function findSeries(sql: Sql, seriesId: string): Promise<ReferenceSeries | null> {
	const [row] = await sql<SeriesRow[]>`
		select ${columns(sql)} from reference_series s
		where s.municipality_id = current_municipality() and s.series_id = ${seriesId}`;
	return row ? { ...row, values: await listValues(sql, seriesId) } : null;
}

/** Holds the series to the end of the transaction, so that one writing of its values waits for another. */
export async function lockSeries(sql: Sql, seriesId: string): Promise<ReferenceSeries | null> {
	await sql`
		select 1 from reference_series
		where municipality_id = current_municipality() and series_id = ${seriesId} for update`;
	return await findSeries(sql, seriesId);
}

/** The series that was laid up for a nyckeltal of Kolada's. Its origin says where its values were last read from, which may be a file. */
export async function findSeriesOfKpi(sql: Sql, kpi: string): Promise<string | null> {
	const [row] = await sql<{ seriesId: string }[]>`
		select series_id as "seriesId" from reference_series
		where municipality_id = current_municipality() and origin_key = ${kpi}
		order by series_id limit 1`;
	return row?.seriesId ?? null;
}

export async function insertSeries(
	sql: Sql,
	series: SeriesFacts & Pick<ReferenceSeries, 'seriesId' | 'origin' | 'originKey'>
): Promise<void> {
	await sql`
		insert into reference_series (municipality_id, series_id, title, unit, kind, source, address, taken_on, note,
			beside, is_shown, origin, origin_key)
		values (current_municipality(), ${series.seriesId}, ${series.title}, ${series.unit}, ${series.kind},
			${series.source}, ${series.address}, ${series.takenOn}, ${series.note}, ${series.beside}, ${series.isShown},
			${series.origin}, ${series.originKey})`;
}

export async function updateSeries(sql: Sql, seriesId: string, facts: SeriesFacts): Promise<void> {
	await sql`
		update reference_series set title = ${facts.title}, unit = ${facts.unit}, kind = ${facts.kind},
			source = ${facts.source}, address = ${facts.address}, taken_on = ${facts.takenOn}, note = ${facts.note},
			beside = ${facts.beside}, is_shown = ${facts.isShown}
		where municipality_id = current_municipality() and series_id = ${seriesId}`;
}

export async function markSeriesOrigin(
	sql: Sql,
	seriesId: string,
	{ origin, takenOn }: Pick<ReferenceSeries, 'origin' | 'takenOn'>
): Promise<void> {
	await sql`
		update reference_series set origin = ${origin}, taken_on = ${takenOn}
		where municipality_id = current_municipality() and series_id = ${seriesId}`;
}

export async function deleteSeries(sql: Sql, seriesId: string): Promise<void> {
	await sql`
		delete from reference_series where municipality_id = current_municipality() and series_id = ${seriesId}`;
}

/**
 * Takes away those of the series that were laid up for a nyckeltal of Kolada's and never got a value, unless values wait to be
 * confirmed. They stand in no lägesbild.
 */
export async function deleteUnfilledSeries(sql: Sql, seriesIds: readonly string[]): Promise<void> {
	await sql`
		delete from reference_series s
		where s.municipality_id = current_municipality() and s.series_id = any(${[...seriesIds]}::uuid[])
			and s.origin = 'kolada'
			and not exists (
				select from reference_value v
				where v.municipality_id = s.municipality_id and v.series_id = s.series_id
			)
			and not exists (
				select from reference_import i
				where i.municipality_id = s.municipality_id and i.series_id = s.series_id
			)`;
}

export async function upsertValues(
	sql: Sql,
	seriesId: string,
	values: readonly ReferenceValue[]
): Promise<void> {
	const rows = values.map(({ area, period, reading }) => ({
		area,
		period,
		value: reading.kind === 'number' ? reading.value : null,
		mark: reading.kind === 'mark' ? reading.mark : null
	}));
	await sql`
		insert into reference_value (municipality_id, series_id, area_code, period, value, mark)
		select current_municipality(), ${seriesId}, v.area, v.period, v.value, v.mark
		from jsonb_to_recordset(${jsonColumn(sql, rows)})
			as v (area text, period text, value double precision, mark text)
		on conflict (municipality_id, series_id, area_code, period)
			do update set value = excluded.value, mark = excluded.mark`;
}

export async function deleteValues(
	sql: Sql,
	seriesId: string,
	places: readonly Pick<ReferenceValue, 'area' | 'period'>[]
): Promise<void> {
	await sql`
		delete from reference_value v
		using jsonb_to_recordset(${jsonColumn(sql, places)}) as p (area text, period text)
		where v.municipality_id = current_municipality() and v.series_id = ${seriesId}
			and v.area_code = p.area and v.period = p.period`;
}
