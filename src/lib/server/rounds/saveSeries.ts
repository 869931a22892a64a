import { randomUUID } from 'node:crypto';
import type { RetentionRule } from '#lib/rounds/retention.ts';
import { slugOf, type Series, type SeriesSettings } from '#lib/rounds/series.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { planRetention } from './planRetention.ts';
import { hasOwnRule } from './retentionStore.ts';
import { listRounds } from './roundStore.ts';
import {
	findSeries,
	insertSeries,
	listSeries,
	lockSeries,
	lockSeriesList,
	updateSeries
} from './seriesStore.ts';

export type SeriesRefusal = 'not-allowed' | 'unknown-series' | 'title-taken';

const alike = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** One that no other series has: addresses are told apart by it. */
function freeSlug(title: string, taken: readonly string[]): string {
	const slug = slugOf(title);
	let number = 1;
	const numbered = () => (number === 1 ? slug : `${slug}-${String(number)}`);
	while (taken.includes(numbered())) number += 1;
	return numbered();
}

/** A new series; the municipality's first has the short addresses. */
export async function createSeries(
	application: Application,
	actor: Actor,
	settings: SeriesSettings
): Promise<Result<string, SeriesRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const seriesId = randomUUID();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		// Two windows at once: the second waits, and finds the first's series.
		await lockSeriesList(sql);
		const others = await listSeries(sql);
		if (others.some(({ title }) => alike(title, settings.title))) return refused('title-taken');
		const slug = freeSlug(
			settings.title,
			others.map((each) => each.slug)
		);
		await insertSeries(sql, { ...settings, seriesId, slug, isMain: others.length === 0 });
		await audit(sql, { application, actor, seriesId });
		return accepted(seriesId);
	});
}

/** What stands on the series. Rounds that have been created keep their days; how long answers are kept holds at once. */
export async function changeSeries(
	application: Application,
	actor: Actor,
	{ seriesId, ...settings }: { readonly seriesId: string } & SeriesSettings
): Promise<Result<string, SeriesRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const { municipalityId } = actor;
	return await withMunicipality(application.database, municipalityId, async (sql) => {
		await lockSeriesList(sql);
		const others = (await listSeries(sql)).filter((each) => each.seriesId !== seriesId);
		if (others.some(({ title }) => alike(title, settings.title))) return refused('title-taken');
		await lockSeries(sql, seriesId);
		const before = await findSeries(sql, seriesId);
		if (!before) return refused('unknown-series');
		await updateSeries(sql, { ...settings, seriesId });
		if (!isSameRule(before.retention, settings.retention)) await moveRetention(sql, municipalityId, seriesId);
		await audit(sql, { application, actor, seriesId });
		return accepted(seriesId);
	});
}

function isSameRule(one: RetentionRule | null, other: RetentionRule | null): boolean {
	return one?.months === other?.months && one?.countedFrom === other?.countedFrom;
}

/** The word that the time is out moves with the rule, for the rounds that have none of their own. */
async function moveRetention(sql: Sql, municipalityId: string, seriesId: string): Promise<void> {
	for (const { roundId } of await listRounds(sql, seriesId)) {
		if (!(await hasOwnRule(sql, roundId))) await planRetention(sql, { municipalityId, roundId });
	}
}

async function audit(
	sql: Sql,
	{
		application,
		actor,
		seriesId
	}: { readonly application: Application; readonly actor: Actor; readonly seriesId: string }
): Promise<void> {
	await insertAuditEvent(sql, actor, {
		action: 'series-saved',
		subject: seriesId,
		at: application.clock.now()
	});
}

export async function readSeries(
	application: Application,
	actor: Actor,
	seriesId: string
): Promise<Result<Series, 'unknown-series'>> {
	const series = await withMunicipality(application.database, actor.municipalityId, (sql) =>
		findSeries(sql, seriesId)
	);
	return series ? accepted(series) : refused('unknown-series');
}
