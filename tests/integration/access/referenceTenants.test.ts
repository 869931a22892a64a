import { afterAll, beforeAll, expect, it } from 'vitest';
import { earlierSurveySchema, eventSchema, valuesSchema } from '#lib/reference/referenceForms.ts';
import { fetchFromKolada } from '#lib/server/reference/fetchKolada.ts';
import {
	confirmValueImport,
	discardValueImport,
	keepForConfirmation,
	readValueImport
} from '#lib/server/reference/importValues.ts';
import {
	readEarlierSurvey,
	readEvent,
	readReference,
	readSeries
} from '#lib/server/reference/readReference.ts';
import { uploadValues } from '#lib/server/reference/readValuesFile.ts';
import { saveAreas } from '#lib/server/reference/saveAreas.ts';
import { removeEarlierSurvey, saveEarlierSurvey } from '#lib/server/reference/saveEarlierSurvey.ts';
import { removeEvent, saveEvent } from '#lib/server/reference/saveEvent.ts';
import { addSeries, removeSeries, saveSeries, saveValues } from '#lib/server/reference/saveSeries.ts';
import { refused, type Result } from '#lib/shared/result.ts';
import { seriesFacts } from '../../support/referenceBuilder.ts';
import { insertSmallMunicipality, type SmallMunicipality } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let own: SmallMunicipality;
let other: SmallMunicipality;

beforeAll(async () => {
	database = await openTestDatabase();
	own = await insertSmallMunicipality(database.application, '9997');
	other = await insertSmallMunicipality(database.application, '9998');
});
afterAll(() => database.close());

function valueOf(result: Result<string, string>): string {
	if (!result.ok) throw new Error(result.refusal);
	return result.value;
}

const event = eventSchema.parse({ on: '2025-07-01', kind: 'lag', title: 'De andras lag', source: 'SFS' });
const survey = earlierSurveySchema.parse({
	kind: 'est',
	title: 'De andras EST',
	period: '2022',
	source: 'De andra',
	madeOn: '2023-01-10',
	whyNotComparable: 'Andra frågor.'
});

it('a samordnare neither sees nor changes annan information of another municipality, with its ids in hand', async () => {
	const { application } = database;
	const theirs = other.actors.samordnare;
	const actor = own.actors.samordnare;
	const seriesId = valueOf(await addSeries(application, theirs, seriesFacts()));
	const eventId = valueOf(await saveEvent(application, theirs, { eventId: null, facts: event }));
	const surveyId = valueOf(await saveEarlierSurvey(application, theirs, { surveyId: null, facts: survey }));
	const bytes = new TextEncoder().encode('År;Värde\n2025;3');
	const importId = valueOf(await uploadValues(application, theirs, { seriesId, bytes }));
	await saveAreas(application, theirs, [{ code: '9991', name: 'Bergåsa', population: null }]);
	const before = await readReference(application, theirs);

	const values = valuesSchema.parse({ period: '2025', varde: { '9997': '1' } });
	const ofSeries = [
		await readSeries(application, actor, seriesId),
		await saveSeries(application, actor, { seriesId, facts: seriesFacts() }),
		await removeSeries(application, actor, seriesId),
		await saveValues(application, actor, { seriesId, values }),
		await uploadValues(application, actor, { seriesId, bytes }),
		await keepForConfirmation(application, actor, { seriesId, read: { origin: 'fil', rows: [] } })
	];
	expect(ofSeries).toEqual(ofSeries.map(() => refused('unknown-series')));
	const ofEvent = [
		await readEvent(application, actor, eventId),
		await saveEvent(application, actor, { eventId, facts: event }),
		await removeEvent(application, actor, eventId)
	];
	expect(ofEvent).toEqual(ofEvent.map(() => refused('unknown-event')));
	const ofSurvey = [
		await readEarlierSurvey(application, actor, surveyId),
		await saveEarlierSurvey(application, actor, { surveyId, facts: survey }),
		await removeEarlierSurvey(application, actor, surveyId)
	];
	expect(ofSurvey).toEqual(ofSurvey.map(() => refused('unknown-survey')));
	const question = { importId, choice: {} };
	const shown = await readValueImport(application, theirs, question);
	const planHash = shown.ok ? shown.value.planHash : '';
	expect([
		await readValueImport(application, actor, question),
		await confirmValueImport(application, actor, { ...question, planHash })
	]).toEqual([refused('unknown-import'), refused('unknown-import')]);
	await discardValueImport(application, actor, importId);
	await saveAreas(application, actor, []);
	expect((await readReference(application, actor)).series).toEqual([]);
	expect(await readReference(application, theirs)).toEqual(before);
	expect((await readValueImport(application, theirs, question)).ok).toBe(true);
});

it('what is fetched from Kolada is laid up for the own municipality only', async () => {
	const { application } = database;
	const wish = { kpi: 'N01951', fromYear: 2025, toYear: 2025 };
	// Nobody answers at the tests' address of Kolada.
	expect(await fetchFromKolada(application, own.actors.samordnare, wish)).toEqual(refused('unreachable'));
	expect((await readReference(application, own.actors.samordnare)).series).toEqual([]);
});
