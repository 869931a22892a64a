import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	areasSchema,
	earlierSurveySchema,
	eventSchema,
	seriesSchema,
	valuesSchema
} from '#lib/reference/referenceForms.ts';
import { readingText } from '#lib/reference/referenceNumber.ts';
import { approveAndPublish } from '#lib/server/lagesbild/approveAndPublish.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { readLagesbild } from '#lib/server/lagesbild/readLagesbild.ts';
import { fetchFromKolada, searchKpis } from '#lib/server/reference/fetchKolada.ts';
import {
	confirmValueImport,
	discardValueImport,
	readValueImport
} from '#lib/server/reference/importValues.ts';
import { readReference } from '#lib/server/reference/readReference.ts';
import { uploadValues } from '#lib/server/reference/readValuesFile.ts';
import { saveAreas } from '#lib/server/reference/saveAreas.ts';
import { saveEarlierSurvey } from '#lib/server/reference/saveEarlierSurvey.ts';
import { removeEvent, saveEvent } from '#lib/server/reference/saveEvent.ts';
import { addSeries, removeSeries, saveSeries, saveValues } from '#lib/server/reference/saveSeries.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import { movingClock, type MovingClock } from '../../support/movingClock.ts';
import { jsonStatDataset } from '../../support/publicStatistics/jsonStat.ts';
import { openRoundOfPolice } from '../../support/roundOfPolice.ts';
import { seriesFacts } from '../../support/referenceBuilder.ts';
import { insertSmallMunicipality, type SmallMunicipality } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let clock: MovingClock;
let own: SmallMunicipality;
let other: SmallMunicipality;

beforeAll(async () => {
	clock = movingClock('2026-01-16T09:00:00Z');
	database = await openTestDatabase({ clock });
	own = await insertSmallMunicipality(database.application, '9997');
	other = await insertSmallMunicipality(database.application, '9996');
	const areas = areasSchema.parse({ areas: '9991 Bergåsa; 58 300\n0000 Riket' }).areas;
	await saveAreas(database.application, own.actors.samordnare, areas);
});
afterAll(() => database.close());

function valueOf<Value>(result: Result<Value, string>): Value {
	if (!result.ok) throw new Error(result.refusal);
	return result.value;
}

async function newSeries(more: Parameters<typeof seriesFacts>[0] = {}): Promise<string> {
	return valueOf(await addSeries(database.application, own.actors.samordnare, seriesFacts(more)));
}

/** "9997 2025: 10" of a series, in the order of kommun and time. */
async function held(seriesId: string): Promise<string[]> {
	const { series } = await readReference(database.application, own.actors.lasare);
	const values = series.find((each) => each.seriesId === seriesId)?.values ?? [];
	return values.map(({ area, period, reading }) => `${area} ${period}: ${readingText(reading)}`);
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function uploaded(seriesId: string, text: string): Promise<string> {
	return valueOf(
		await uploadValues(database.application, own.actors.samordnare, { seriesId, bytes: bytesOf(text) })
	);
}

describe('a series is typed in', () => {
	it('one period at a time; what is left empty is taken away, and other kommuner are not taken', async () => {
		const { samordnare } = own.actors;
		const seriesId = await newSeries();
		const write = async (period: string, varde: Record<string, string>) =>
			await saveValues(database.application, samordnare, {
				seriesId,
				values: valuesSchema.parse({ period, varde })
			});
		await write('2025', { '9997': '1 234,5', '9991': '..', '0000': '-', '1480': '4' });
		expect(await held(seriesId)).toEqual(['0000 2025: –', '9991 2025: saknas', '9997 2025: 1\u00a0234,5']);
		await write('2025', { '9997': '12', '9991': '' });
		expect(await held(seriesId)).toEqual(['0000 2025: –', '9997 2025: 12']);
	});

	it('its facts are changed, and it is taken away with its values', async () => {
		const { samordnare } = own.actors;
		const seriesId = await newSeries();
		const facts = seriesSchema.parse({
			title: 'Ny rubrik',
			unit: 'brott',
			kind: 'antal',
			source: 'Påhittad',
			takenOn: '2026-01-02',
			beside: '{{P3.antal}}',
			isShown: 'nej'
		});
		expect(await saveSeries(database.application, samordnare, { seriesId, facts })).toEqual(
			accepted(seriesId)
		);
		const { series } = await readReference(database.application, samordnare);
		expect(series.find((each) => each.seriesId === seriesId)).toMatchObject({
			title: 'Ny rubrik',
			beside: 'P3.antal',
			isShown: false
		});
		expect(await removeSeries(database.application, samordnare, seriesId)).toEqual(accepted(seriesId));
		expect(await removeSeries(database.application, samordnare, seriesId)).toEqual(refused('unknown-series'));
	});
});

describe('a file of values', () => {
	it('writes what was shown, or nothing when the series has been changed meanwhile', async () => {
		const { application } = database;
		const { samordnare } = own.actors;
		const seriesId = await newSeries();
		const importId = await uploaded(
			seriesId,
			'Kommun;2024;2025\nBergåsa;7;8\nProvby 9997;9;10\nGöteborg;1;2'
		);
		const question = { importId, choice: {} };
		const shown = valueOf(await readValueImport(application, samordnare, question));
		expect(shown.plan.counts).toEqual({ new: 4, changed: 0, unchanged: 0, passed: 2, refused: 0 });
		await saveValues(application, samordnare, {
			seriesId,
			values: valuesSchema.parse({ period: '2025', varde: { '9991': '3' } })
		});
		const { planHash } = shown;
		expect(await confirmValueImport(application, samordnare, { ...question, planHash })).toEqual(
			refused('series-changed')
		);
		expect(await held(seriesId)).toEqual(['9991 2025: 3']);
		const again = valueOf(await readValueImport(application, samordnare, question));
		expect(again.plan.counts).toEqual({ new: 3, changed: 1, unchanged: 0, passed: 2, refused: 0 });
		expect(
			await confirmValueImport(application, samordnare, { ...question, planHash: again.planHash })
		).toEqual(accepted(seriesId));
		expect(await held(seriesId)).toEqual(['9991 2024: 7', '9991 2025: 8', '9997 2024: 9', '9997 2025: 10']);
		expect(await readValueImport(application, samordnare, question)).toEqual(refused('unknown-import'));
	});

	it('of more dimensions writes the category that is chosen', async () => {
		const { application } = database;
		const { samordnare } = own.actors;
		const seriesId = await newSeries();
		const importId = await uploaded(seriesId, JSON.stringify(jsonStatDataset()));
		const whole = valueOf(await readValueImport(application, samordnare, { importId, choice: {} }));
		expect(whole.says).toMatchObject({ unit: 'antal', source: 'Påhittad myndighet' });
		expect(whole.open.map(({ label, chosen }) => [label, chosen])).toEqual([['kön', '1+2']]);
		const choice = { Kon: '1' };
		const men = valueOf(await readValueImport(application, samordnare, { importId, choice }));
		const { planHash } = men;
		expect(await confirmValueImport(application, samordnare, { importId, choice: {}, planHash })).toEqual(
			refused('series-changed')
		);
		await confirmValueImport(application, samordnare, { importId, choice, planHash });
		expect(await held(seriesId)).toEqual(['9991 2024: 5', '9991 2025: saknas']);
	});

	it('that cannot be read is refused, and one that nobody confirms is gone after a day', async () => {
		const { application } = database;
		const { samordnare } = own.actors;
		const seriesId = await newSeries();
		const upload = (text: string) =>
			uploadValues(application, samordnare, { seriesId, bytes: bytesOf(text) });
		expect(await upload('hej')).toEqual(refused('no-headings'));
		expect(await upload('{"id":')).toEqual(refused('broken'));
		expect(await upload('PK\u0003\u0004')).toEqual(refused('unreadable'));
		const question = { importId: await uploaded(seriesId, 'År;Värde\n2025;3'), choice: {} };
		expect((await readValueImport(application, samordnare, question)).ok).toBe(true);
		clock.set('2026-01-17T10:00:00Z');
		expect(await readValueImport(application, samordnare, question)).toEqual(refused('unknown-import'));
	});
});

const event = eventSchema.parse({
	on: '2025-07-01',
	kind: 'lag',
	title: 'Ny brottsrubricering',
	source: 'SFS',
	isShown: 'ja'
});
const survey = earlierSurveySchema.parse({
	kind: 'est',
	title: 'EST 2022',
	period: '2022',
	source: 'Kommunen',
	madeOn: '2023-01-10',
	lines: 'Rapporter; 12; rapporter',
	whyNotComparable: 'Andra frågor.',
	isShown: 'ja'
});

describe('a lägesbild', () => {
	it('shows what it is read beside; a change of it after it was read stops the approval', async () => {
		const { application } = database;
		const { municipality, round } = await openRoundOfPolice(application);
		const { samordnare, granskare } = municipality.actors;
		await closeRound(application, samordnare, round.roundId);
		const { lagesbildId } = valueOf(await compileLagesbild(application, samordnare, round.roundId));
		const eventId = valueOf(await saveEvent(application, samordnare, { eventId: null, facts: event }));
		await saveEarlierSurvey(application, samordnare, { surveyId: null, facts: survey });
		const read = valueOf(await readLagesbild(application, samordnare, lagesbildId));
		const sections = read.content.chapters.find(({ id }) => id === 'annan_information')?.sections;
		expect(sections?.map(({ id }) => id)).toEqual(['handelser-i-tid', 'omgang-0']);
		await database.owner.sql`
			update lagesbild set submitted_at = now(), submitted_by = edited_by where lagesbild_id = ${lagesbildId}`;
		await removeEvent(application, samordnare, eventId);
		const { revision } = read.stored;
		expect(await approveAndPublish(application, granskare, { lagesbildId, revision })).toEqual(
			refused('changed-meanwhile')
		);
	});
});

describe('others than the samordnare', () => {
	it('read it and change nothing', async () => {
		const { application } = database;
		const seriesId = await newSeries();
		const importId = await uploaded(seriesId, 'År;Värde\n2025;3');
		const before = await readReference(application, own.actors.lasare);
		const values = valuesSchema.parse({ period: '2025', varde: { '9997': '1' } });
		for (const actor of [own.actors.lasare, own.actors.granskare]) {
			const tries = [
				await addSeries(application, actor, seriesFacts()),
				await saveSeries(application, actor, { seriesId, facts: seriesFacts() }),
				await removeSeries(application, actor, seriesId),
				await saveValues(application, actor, { seriesId, values }),
				await saveAreas(application, actor, []),
				await saveEvent(application, actor, { eventId: null, facts: event }),
				await saveEarlierSurvey(application, actor, { surveyId: null, facts: survey }),
				await uploadValues(application, actor, { seriesId, bytes: bytesOf('År;Värde\n2025;3') }),
				await readValueImport(application, actor, { importId, choice: {} }),
				await confirmValueImport(application, actor, { importId, choice: {}, planHash: '' }),
				await discardValueImport(application, actor, importId),
				await searchKpis(application, actor, 'invånare'),
				await fetchFromKolada(application, actor, { kpi: 'N01951', fromYear: 2025, toYear: 2025 })
			];
			expect(tries).toEqual(tries.map(() => refused('not-allowed')));
		}
		expect(await readReference(application, own.actors.lasare)).toEqual(before);
	});

	it('of another municipality see nothing of it', async () => {
		const { application } = database;
		expect(await readReference(application, other.actors.samordnare)).toEqual({
			areas: [{ code: '9996', name: 'Provby 9996', population: 20_000 }],
			series: [],
			events: [],
			surveys: []
		});
	});
});
