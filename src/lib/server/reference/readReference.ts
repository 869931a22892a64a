import type { ReferenceInReport } from '#lib/lagesbild/reference/referenceInReport.ts';
import type { EarlierSurvey } from '#lib/reference/earlierSurvey.ts';
import type { ReferenceEvent } from '#lib/reference/referenceEvent.ts';
import type { ReferenceArea, ReferenceSeries } from '#lib/reference/referenceSeries.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { listAllAreas } from './areaStore.ts';
import { findEarlierSurvey, listEarlierSurveys } from './earlierSurveyStore.ts';
import { findEvent, listEvents } from './eventStore.ts';
import { findSeries, listSeries } from './seriesStore.ts';

/** Everything that lägesbilder are read beside, shown or not. */
export async function gatherReference(sql: Sql): Promise<ReferenceInReport> {
	return {
		areas: await listAllAreas(sql),
		series: await listSeries(sql),
		events: await listEvents(sql),
		surveys: await listEarlierSurveys(sql)
	};
}

/** For all of the staff: what is held here is public. */
export async function readReference(application: Application, actor: Actor): Promise<ReferenceInReport> {
	return await withMunicipality(application.database, actor.municipalityId, gatherReference);
}

export interface SeriesView {
	readonly series: ReferenceSeries;
	readonly areas: readonly ReferenceArea[];
}

export async function readSeries(
	application: Application,
	actor: Actor,
	seriesId: string
): Promise<Result<SeriesView, 'unknown-series'>> {
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const series = await findSeries(sql, seriesId);
		return series ? accepted({ series, areas: await listAllAreas(sql) }) : refused('unknown-series');
	});
}

export async function readEvent(
	application: Application,
	actor: Actor,
	eventId: string
): Promise<Result<ReferenceEvent, 'unknown-event'>> {
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const event = await findEvent(sql, eventId);
		return event ? accepted(event) : refused('unknown-event');
	});
}

export async function readEarlierSurvey(
	application: Application,
	actor: Actor,
	surveyId: string
): Promise<Result<EarlierSurvey, 'unknown-survey'>> {
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const survey = await findEarlierSurvey(sql, surveyId);
		return survey ? accepted(survey) : refused('unknown-survey');
	});
}
