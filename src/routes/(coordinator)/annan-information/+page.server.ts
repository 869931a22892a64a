import { earlierSurveyKindText } from '#lib/reference/earlierSurvey.ts';
import { eventKindText } from '#lib/reference/referenceEvent.ts';
import { readingText } from '#lib/reference/referenceNumber.ts';
import { periodText } from '#lib/reference/referencePeriod.ts';
import {
	periodsOf,
	readingAt,
	seriesOriginText,
	type ReferenceArea,
	type ReferenceSeries
} from '#lib/reference/referenceSeries.ts';
import { fewPersonsIn, fewPersonsInSurvey } from '#lib/reference/smallNumbers.ts';
import { defaultThreshold } from '#lib/rounds/threshold.ts';
import { readReference } from '#lib/server/reference/readReference.ts';
import { requireActor } from '../requireActor.server.ts';
import type { PageServerLoad } from './$types';

function shownSeries(series: ReferenceSeries, own: ReferenceArea | undefined) {
	const { seriesId, title, unit, source, origin, isShown } = series;
	const period = periodsOf(series).at(-1);
	const reading = own && period ? readingAt(series, { area: own.code, period }) : null;
	return {
		seriesId,
		title,
		unit,
		source,
		origin: seriesOriginText[origin],
		isShown,
		latest: period ? `${reading ? readingText(reading) : 'saknas'} (${periodText(period)})` : null,
		few: fewPersonsIn(series, defaultThreshold).length
	};
}

export const load: PageServerLoad = async (event) => {
	const actor = requireActor(event);
	const { areas, series, events, surveys } = await readReference(event.locals.application, actor);
	const [own, ...compared] = areas;
	return {
		own: own?.name ?? '',
		compared,
		series: series.map((each) => shownSeries(each, own)),
		events: events.map(({ kind, ...each }) => ({ ...each, kind: eventKindText[kind] })),
		surveys: surveys.map((survey) => ({
			surveyId: survey.surveyId,
			title: survey.title,
			kind: earlierSurveyKindText[survey.kind],
			period: survey.period,
			source: survey.source,
			isShown: survey.isShown,
			few: fewPersonsInSurvey(survey, defaultThreshold).length
		})),
		threshold: defaultThreshold,
		mayChange: actor.role === 'samordnare'
	};
};
