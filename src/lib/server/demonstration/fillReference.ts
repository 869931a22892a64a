import { valuesSchema } from '#lib/reference/referenceForms.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { readReference } from '../reference/readReference.ts';
import { saveAreas } from '../reference/saveAreas.ts';
import { saveEarlierSurvey } from '../reference/saveEarlierSurvey.ts';
import { saveEvent } from '../reference/saveEvent.ts';
import { addSeries, saveSeries, saveValues } from '../reference/saveSeries.ts';
import { done } from './demonstrationSteps.ts';
import { sjovalla } from './sjovalla.ts';
import {
	publishedOn,
	sjovallaComparisons,
	sjovallaEarlierSurvey,
	sjovallaEvents,
	sjovallaSeries
} from './sjovallaReference.ts';

/** The series, the events and round 0, before anything has been measured. */
export async function beginReference(application: Application, samordnare: Actor): Promise<void> {
	done(await saveAreas(application, samordnare, sjovallaComparisons), 'kommuner');
	for (const { facts } of sjovallaSeries) {
		done(await addSeries(application, samordnare, { ...facts, takenOn: publishedOn(2022) }), 'series');
	}
	for (const facts of sjovallaEvents) {
		done(await saveEvent(application, samordnare, { eventId: null, facts }), 'event');
	}
	const survey = { surveyId: null, facts: sjovallaEarlierSurvey };
	done(await saveEarlierSurvey(application, samordnare, survey), 'round 0');
}

/** Writes the statistics that had been published for a year, and those of the years before that are not written. */
export async function writeStatistics(
	application: Application,
	samordnare: Actor,
	{ from, to }: { readonly from: number; readonly to: number }
): Promise<void> {
	const codes = [sjovalla.municipalityId, ...sjovallaComparisons.map(({ code }) => code)];
	const { series } = await readReference(application, samordnare);
	for (const { facts, values } of sjovallaSeries) {
		const seriesId = series.find(({ title }) => title === facts.title)?.seriesId ?? '';
		const written = values.filter(([year]) => year >= from && year <= to);
		for (const [year, ...ofYear] of written) {
			const varde = Object.fromEntries(codes.map((code, place) => [code, String(ofYear[place] ?? '')]));
			const form = valuesSchema.parse({ period: String(year), varde });
			done(await saveValues(application, samordnare, { seriesId, values: form }), 'values');
		}
		const takenOn = { ...facts, takenOn: publishedOn(to) };
		done(await saveSeries(application, samordnare, { seriesId, facts: takenOn }), 'series');
	}
}
