import { randomUUID } from 'node:crypto';
import type { PeriodValues } from '#lib/reference/referenceForms.ts';
import type { SeriesFacts } from '#lib/reference/referenceSeries.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { listAllAreas } from './areaStore.ts';
import { changeReference } from './changeReference.ts';
import {
	deleteSeries,
	deleteValues,
	insertSeries,
	lockSeries,
	updateSeries,
	upsertValues
} from './seriesStore.ts';

export type SeriesRefusal = 'not-allowed' | 'unknown-series';

const itself = (seriesId: string) => seriesId;

/** A new series, still without values. @returns its id. */
export async function addSeries(
	application: Application,
	actor: Actor,
	facts: SeriesFacts
): Promise<Result<string, 'not-allowed'>> {
	return await changeReference(application, actor, {
		subject: itself,
		make: async (sql) => {
			const seriesId = randomUUID();
			await insertSeries(sql, { ...facts, seriesId, origin: 'skriven', originKey: null });
			return accepted(seriesId);
		}
	});
}

export async function saveSeries(
	application: Application,
	actor: Actor,
	{ seriesId, facts }: { readonly seriesId: string; readonly facts: SeriesFacts }
): Promise<Result<string, SeriesRefusal>> {
	return await changeReference<string, SeriesRefusal>(application, actor, {
		subject: itself,
		make: async (sql) => {
			if (!(await lockSeries(sql, seriesId))) return refused('unknown-series');
			await updateSeries(sql, seriesId, facts);
			return accepted(seriesId);
		}
	});
}

/** Takes a series away with its values. Published lägesbilder keep what they show of it. */
export async function removeSeries(
	application: Application,
	actor: Actor,
	seriesId: string
): Promise<Result<string, SeriesRefusal>> {
	return await changeReference<string, SeriesRefusal>(application, actor, {
		subject: itself,
		make: async (sql) => {
			if (!(await lockSeries(sql, seriesId))) return refused('unknown-series');
			await deleteSeries(sql, seriesId);
			return accepted(seriesId);
		}
	});
}

/** Writes the values of one period, of the own kommun and those it is compared with. What was left empty is taken away. */
export async function saveValues(
	application: Application,
	actor: Actor,
	{ seriesId, values }: { readonly seriesId: string; readonly values: PeriodValues }
): Promise<Result<string, SeriesRefusal>> {
	return await changeReference<string, SeriesRefusal>(application, actor, {
		subject: itself,
		make: async (sql) => {
			if (!(await lockSeries(sql, seriesId))) return refused('unknown-series');
			const known = new Set((await listAllAreas(sql)).map(({ code }) => code));
			const { period } = values;
			const typed = Object.entries(values.varde).filter(([area]) => known.has(area));
			const written = typed.flatMap(([area, reading]) => (reading ? [{ area, period, reading }] : []));
			const emptied = typed.flatMap(([area, reading]) => (reading ? [] : [{ area, period }]));
			await upsertValues(sql, seriesId, written);
			await deleteValues(sql, seriesId, emptied);
			return accepted(seriesId);
		}
	});
}
