import { randomUUID } from 'node:crypto';
import type { FileRow } from '#lib/reference/fileRow.ts';
import { numberReading, type ReferenceReading } from '#lib/reference/referenceNumber.ts';
import type { AmountKind, ReferenceArea, SeriesFacts } from '#lib/reference/referenceSeries.ts';
import { dayInSweden, type CalendarDate } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { withMunicipality } from '../db/connection.ts';
import { listAllAreas } from './areaStore.ts';
import { changeReference } from './changeReference.ts';
import { keepForConfirmation } from './importValues.ts';
import type { Datum, Kpi } from './kolada/koladaAnswers.ts';
import { findKpi, findKpis, readData, type KoladaRefusal } from './kolada/koladaClient.ts';
import { findSeriesOfKpi, insertSeries } from './seriesStore.ts';

const mostShown = 50;

export interface KpiList {
	readonly shown: readonly Pick<Kpi, 'id' | 'title' | 'description'>[];
	readonly count: number;
}

/** Nyckeltal of Kolada by words of their titles, or the one whose id it is. */
export async function searchKpis(
	{ config }: Application,
	actor: Actor,
	sought: string
): Promise<Result<KpiList, KoladaRefusal | 'not-allowed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const settings = { baseUrl: config.koladaUrl };
	const id = sought.trim().toUpperCase();
	if (/^[A-Z]\d{5}$/.test(id)) {
		const one = await findKpi(settings, id);
		if (one.ok) return accepted({ shown: [one.value], count: 1 });
		return one.refusal === 'unknown-kpi' ? accepted({ shown: [], count: 0 }) : refused(one.refusal);
	}
	const found = await findKpis(settings, sought.trim());
	if (!found.ok) return found;
	return accepted({ shown: found.value.slice(0, mostShown), count: found.value.length });
}

export interface KoladaWish {
	readonly kpi: string;
	readonly fromYear: number;
	readonly toYear: number;
}

export type KoladaFetchRefusal =
	KoladaRefusal | 'not-allowed' | 'unknown-kpi' | 'no-values' | 'unknown-series';

/** "Invånare totalt, antal" is counted in "antal". */
function unitIn(title: string): string {
	const unit = title.slice(title.lastIndexOf(',') + 1).trim();
	return title.includes(',') && unit !== '' ? unit.slice(0, 300) : 'enligt Kolada';
}

function kindOf({ title }: Kpi): AmountKind {
	if (/^invånare totalt, antal$/i.test(title.trim())) return 'invanare';
	return /^antal$/i.test(unitIn(title)) ? 'antal' : 'kvot';
}

function factsOf(kpi: Kpi, today: CalendarDate): SeriesFacts {
	const auspice = kpi.auspice?.trim() ?? '';
	return {
		title: kpi.title.trim().slice(0, 300),
		unit: unitIn(kpi.title),
		kind: kindOf(kpi),
		source: `Kolada (RKA), nyckeltal ${kpi.id}${auspice === '' ? '' : `; ${auspice}`}`.slice(0, 300),
		address: 'https://www.kolada.se/',
		takenOn: today,
		note: (kpi.description ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 1000),
		beside: null,
		isShown: true
	};
}

function readingOf(value: number | null): ReferenceReading | null {
	return value === null ? { kind: 'mark', mark: 'saknas' } : numberReading(value);
}

function rowsOf(data: readonly Datum[], areas: readonly ReferenceArea[]): FileRow[] {
	const names = new Map(areas.map(({ code, name }) => [code, name]));
	return data.flatMap(({ municipality, period, values }, place) => {
		// Divided by gender or not, T is all; a value that Kolada has taken back is no value.
		const all = values.find(({ gender, isdeleted }) => gender === 'T' && isdeleted !== true);
		if (!all) return [];
		const area = { code: municipality, name: names.get(municipality) ?? '' };
		const written = all.value === null ? null : String(all.value);
		return [{ line: place + 1, area, period: String(period), reading: readingOf(all.value), written }];
	});
}

/** The series that holds the nyckeltal, laid up when there is none. */
async function seriesFor(
	application: Application,
	actor: Actor,
	kpi: Kpi
): Promise<Result<string, 'not-allowed'>> {
	const { database, clock } = application;
	const held = await withMunicipality(database, actor.municipalityId, (sql) => findSeriesOfKpi(sql, kpi.id));
	if (held !== null) return accepted(held);
	return await changeReference(application, actor, {
		subject: (seriesId: string) => seriesId,
		make: async (sql) => {
			const seriesId = randomUUID();
			const facts = factsOf(kpi, dayInSweden(clock.now()));
			await insertSeries(sql, { ...facts, seriesId, origin: 'kolada', originKey: kpi.id });
			return accepted(seriesId);
		}
	});
}

/**
 * Asks Kolada for a nyckeltal of the own kommun and those it is compared with. Its series is laid up at once; no value is
 * written until it is confirmed. @returns the import's id.
 */
export async function fetchFromKolada(
	application: Application,
	actor: Actor,
	{ kpi, fromYear, toYear }: KoladaWish
): Promise<Result<string, KoladaFetchRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const settings = { baseUrl: application.config.koladaUrl };
	const about = await findKpi(settings, kpi);
	if (!about.ok) return about;
	const { database } = application;
	const areas = await withMunicipality(database, actor.municipalityId, listAllAreas);
	const years = Array.from({ length: toYear - fromYear + 1 }, (_, place) => fromYear + place);
	const data = await readData(settings, { kpi, areas: areas.map(({ code }) => code), years });
	if (!data.ok) return data;
	const rows = rowsOf(data.value, areas);
	if (rows.length === 0) return refused('no-values');
	const series = await seriesFor(application, actor, about.value);
	if (!series.ok) return series;
	return await keepForConfirmation(application, actor, {
		seriesId: series.value,
		read: { origin: 'kolada', rows }
	});
}
