import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { FileRow } from '#lib/reference/fileRow.ts';
import {
	cubeRows,
	openDimensions,
	type CubeChoice,
	type OpenDimension
} from '#lib/reference/formats/cubeRows.ts';
import type { StatisticalCube } from '#lib/reference/formats/statisticalCube.ts';
import { planValues, type ValuePlan } from '#lib/reference/planValues.ts';
import { referenceMarks } from '#lib/reference/referenceNumber.ts';
import type { ReferenceSeries, SeriesOrigin } from '#lib/reference/referenceSeries.ts';
import { seriesOrigins } from '#lib/reference/referenceSeries.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import {
	hashOfPlan,
	openImport,
	planForgetting,
	sealImport,
	type ImportSeal
} from '../imports/keptImport.ts';
import { listAllAreas } from './areaStore.ts';
import { changeReference } from './changeReference.ts';
import { deleteReferenceImport, findReferenceImport, insertReferenceImport } from './referenceImportStore.ts';
import { deleteUnfilledSeries, lockSeries, markSeriesOrigin, upsertValues } from './seriesStore.ts';

const readingSchema = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('number'), value: z.number() }),
	z.object({ kind: z.literal('mark'), mark: z.enum(referenceMarks) })
]);

const contentSchema = z.object({
	origin: z.enum(seriesOrigins),
	/** What the file says of itself; empty where it says nothing. */
	says: z.object({ title: z.string(), unit: z.string(), source: z.string(), updated: z.string() }),
	rows: z
		.array(
			z.object({
				line: z.number(),
				area: z.object({ code: z.string(), name: z.string() }),
				period: z.string(),
				reading: readingSchema.nullable(),
				written: z.string().nullable()
			})
		)
		.nullable(),
	cube: z
		.object({
			title: z.string(),
			source: z.string(),
			unit: z.string(),
			updated: z.string(),
			dimensions: z.array(
				z.object({
					id: z.string(),
					label: z.string(),
					role: z.enum(['time', 'geo', 'other']),
					categories: z.array(z.object({ code: z.string(), label: z.string() }))
				})
			),
			cells: z.array(readingSchema)
		})
		.nullable()
});
type ImportContent = z.infer<typeof contentSchema>;

/** What has been read: rows as they stand, or a table of more dimensions whose categories are still to be chosen. */
export type ReadContent =
	| { readonly origin: SeriesOrigin; readonly rows: readonly FileRow[] }
	| { readonly origin: SeriesOrigin; readonly cube: StatisticalCube };

const nothingSaid = { title: '', unit: '', source: '', updated: '' };

function storedContent(read: ReadContent): ImportContent {
	const { origin } = read;
	if ('rows' in read) return { origin, says: nothingSaid, rows: [...read.rows], cube: null };
	const { title, unit, source, updated } = read.cube;
	const cube = structuredClone(read.cube) as ImportContent['cube'];
	return { origin, says: { title, unit, source, updated }, rows: null, cube };
}

/** Keeps what has been read until it is confirmed or a day old. Nothing of the series is changed. @returns the import's id. */
export async function keepForConfirmation(
	application: Application,
	actor: Actor,
	{ seriesId, read }: { readonly seriesId: string; readonly read: ReadContent }
): Promise<Result<string, 'unknown-series'>> {
	const importId = randomUUID();
	const createdAt = application.clock.now();
	const { accountId: createdBy, municipalityId } = actor;
	const sealedContent = sealImport(application, sealOf(importId), storedContent(read));
	return await withMunicipality(application.database, municipalityId, async (sql) => {
		if (!(await lockSeries(sql, seriesId))) return refused('unknown-series');
		await insertReferenceImport(sql, { importId, seriesId, createdAt, createdBy, sealedContent });
		await planForgetting(sql, { municipalityId, createdAt });
		return accepted(importId);
	});
}

export interface ValueImportView {
	readonly series: ReferenceSeries;
	readonly says: ImportContent['says'];
	readonly origin: SeriesOrigin;
	readonly open: readonly OpenDimension[];
	readonly plan: ValuePlan;
	/** Stands for everything in the plan: what is confirmed must have the same. */
	readonly planHash: string;
}

function sealOf(importId: string): ImportSeal {
	return { purpose: 'reference-import', importId };
}

async function readStored(
	application: Application,
	sql: Sql,
	importId: string
): Promise<{ readonly seriesId: string; readonly content: ImportContent } | null> {
	const stored = await findReferenceImport(sql, importId);
	if (!stored) return null;
	const { seriesId, createdAt, sealedContent: sealed } = stored;
	const opened = openImport(application, sealOf(importId), { createdAt, sealed });
	const content = contentSchema.nullable().parse(opened);
	return content && { seriesId, content };
}

interface Sought {
	readonly importId: string;
	readonly choice: CubeChoice;
	readonly own: string;
}

async function viewImport(
	application: Application,
	sql: Sql,
	{ importId, choice, own }: Sought
): Promise<Result<ValueImportView, 'unknown-import'>> {
	const opened = await readStored(application, sql, importId);
	const series = opened ? await lockSeries(sql, opened.seriesId) : null;
	if (!opened || !series) return refused('unknown-import');
	const { rows, cube, says, origin } = opened.content;
	const areas = await listAllAreas(sql);
	const chosen = rows ?? (cube ? cubeRows(cube, choice) : []);
	const plan = planValues(chosen, { own, areas, held: series.values });
	const open = cube ? openDimensions(cube, choice) : [];
	const planHash = hashOfPlan([series.seriesId, plan]);
	return accepted({ series, says, origin, open, plan, planHash });
}

export interface ImportQuestion {
	readonly importId: string;
	readonly choice: CubeChoice;
}

/** What the values would do to the series as it stands now. */
export async function readValueImport(
	application: Application,
	actor: Actor,
	question: ImportQuestion
): Promise<Result<ValueImportView, 'unknown-import' | 'not-allowed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const own = actor.municipalityId;
	return await withMunicipality(application.database, own, (sql) =>
		viewImport(application, sql, { ...question, own })
	);
}

export type ValueConfirmationRefusal =
	'unknown-import' | 'not-allowed' | 'series-changed' | 'nothing-to-write';

/** Writes exactly what was shown, or nothing: the series must still give the plan that the person has seen. @returns the series' id. */
export async function confirmValueImport(
	application: Application,
	actor: Actor,
	{ importId, choice, planHash }: ImportQuestion & { readonly planHash: string }
): Promise<Result<string, ValueConfirmationRefusal>> {
	return await changeReference<string, ValueConfirmationRefusal>(application, actor, {
		subject: (seriesId) => seriesId,
		make: async (sql, today) => {
			const view = await viewImport(application, sql, { importId, choice, own: actor.municipalityId });
			if (!view.ok) return view;
			const { plan, series, origin } = view.value;
			if (view.value.planHash !== planHash) return refused('series-changed');
			const written = plan.rows.flatMap(({ write }) => (write ? [write] : []));
			if (written.length === 0) return refused('nothing-to-write');
			await upsertValues(sql, series.seriesId, distinctValues(written));
			await markSeriesOrigin(sql, series.seriesId, { origin, takenOn: today });
			await deleteReferenceImport(sql, importId);
			return accepted(series.seriesId);
		}
	});
}

/** A row that is repeated word for word is written once. */
function distinctValues<Value extends { readonly area: string; readonly period: string }>(
	values: readonly Value[]
): Value[] {
	return [...new Map(values.map((value) => [`${value.area}/${value.period}`, value])).values()];
}

/** Throws the values away, and the series that was laid up for them when it has no others. */
export async function discardValueImport(
	application: Application,
	actor: Actor,
	importId: string
): Promise<Result<null, 'not-allowed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const stored = await findReferenceImport(sql, importId);
		await deleteReferenceImport(sql, importId);
		await deleteUnfilledSeries(sql, stored ? [stored.seriesId] : []);
		return accepted(null);
	});
}
