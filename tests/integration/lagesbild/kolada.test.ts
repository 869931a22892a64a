import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areasSchema } from '#lib/reference/referenceForms.ts';
import { readingText } from '#lib/reference/referenceNumber.ts';
import type { Application } from '#lib/server/application.ts';
import { forgetImports } from '#lib/server/imports/forgetImports.ts';
import { fetchFromKolada, searchKpis } from '#lib/server/reference/fetchKolada.ts';
import {
	confirmValueImport,
	discardValueImport,
	keepForConfirmation,
	readValueImport,
	type ValueImportView
} from '#lib/server/reference/importValues.ts';
import { readReference } from '#lib/server/reference/readReference.ts';
import { saveAreas } from '#lib/server/reference/saveAreas.ts';
import { refused, type Result } from '#lib/shared/result.ts';
import { movingClock } from '../../support/movingClock.ts';
import {
	answerJson,
	koladaDatum,
	koladaKpi,
	koladaPage,
	startKolada
} from '../../support/publicStatistics/koladaServer.ts';
import { insertSmallMunicipality, type SmallMunicipality } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let own: SmallMunicipality;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-17T10:00:00Z') });
	own = await insertSmallMunicipality(database.application, '9997');
	const { areas } = areasSchema.parse({ areas: '9991 Bergåsa; 58 300\n0000 Riket' });
	await saveAreas(database.application, own.actors.samordnare, areas);
});
afterAll(() => database.close());

function valueOf<Value>(result: Result<Value, string>): Value {
	if (!result.ok) throw new Error(result.refusal);
	return result.value;
}

async function held(seriesId: string): Promise<string[]> {
	const { series } = await readReference(database.application, own.actors.lasare);
	const values = series.find((each) => each.seriesId === seriesId)?.values ?? [];
	return values.map(({ area, period, reading }) => `${area} ${period}: ${readingText(reading)}`);
}

/** Kolada as it answers of N01951, for as long as it is used. */
async function withKolada(
	use: (kolada: { readonly application: Application; readonly asked: readonly string[] }) => Promise<void>
): Promise<void> {
	const server = await startKolada((path, response) => {
		const kpis = [koladaKpi(/[A-Z]\d{5}/.exec(path)?.[0] ?? 'N01951', 'Invånare totalt, antal')];
		const data = [koladaDatum('9991', 2025, 58_301), koladaDatum('9997', 2025, null)];
		answerJson(response, koladaPage(path.startsWith('/v3/kpi') ? kpis : data));
	});
	const { application } = database;
	try {
		const config = { ...application.config, koladaUrl: server.baseUrl };
		await use({ application: { ...application, config }, asked: server.asked });
	} finally {
		await server.close();
	}
}

const wish = { kpi: 'N01951', fromYear: 2025, toYear: 2025 };

async function fetched(application: Application): Promise<ValueImportView & { readonly importId: string }> {
	const { samordnare } = own.actors;
	const importId = valueOf(await fetchFromKolada(application, samordnare, wish));
	return { importId, ...valueOf(await readValueImport(application, samordnare, { importId, choice: {} })) };
}

describe('Kolada', () => {
	it('gives a nyckeltal of the own kommun and those compared with, once it is confirmed', async () => {
		const { samordnare } = own.actors;
		await withKolada(async ({ application, asked }) => {
			const found = await searchKpis(application, samordnare, 'invånare');
			expect(found.ok && found.value.shown.map(({ id }) => id)).toEqual(['N01951']);
			const { importId, series, planHash } = await fetched(application);
			expect(asked.at(-1)).toBe('/v3/data/kpi/N01951/municipality/9997,9991,0000/year/2025?per_page=5000');
			expect(series).toMatchObject({
				title: 'Invånare totalt, antal',
				unit: 'antal',
				kind: 'invanare',
				source: 'Kolada (RKA), nyckeltal N01951; Påhittad myndighet',
				note: 'Invånare totalt, antal. Påhittad beskrivning.',
				origin: 'kolada',
				takenOn: '2026-01-17',
				values: []
			});
			await confirmValueImport(application, samordnare, { importId, choice: {}, planHash });
			expect(await held(series.seriesId)).toEqual(['9991 2025: 58\u00a0301', '9997 2025: saknas']);
			const again = await fetched(application);
			expect([again.series.seriesId, again.plan.counts.unchanged]).toEqual([series.seriesId, 2]);
			await discardValueImport(application, samordnare, again.importId);
		});
	});

	it('gives its values to the series it laid up, also when a file has been read into it since', async () => {
		const { samordnare } = own.actors;
		await withKolada(async ({ application }) => {
			const { seriesId } = (await fetched(application)).series;
			const reading = { kind: 'number', value: 61_200 } as const;
			const row = { line: 2, area: { code: '9997', name: '' }, period: '2025', reading, written: '61 200' };
			const read = { origin: 'fil', rows: [row] } as const;
			const importId = valueOf(await keepForConfirmation(application, samordnare, { seriesId, read }));
			const shown = valueOf(await readValueImport(application, samordnare, { importId, choice: {} }));
			await confirmValueImport(application, samordnare, { importId, choice: {}, planHash: shown.planHash });
			const { series } = await fetched(application);
			expect([series.seriesId, series.origin]).toEqual([seriesId, 'fil']);
		});
	});

	it('leaves no empty series behind when its values are thrown away, or when nobody confirms them in a day', async () => {
		const { samordnare } = own.actors;
		const held = async () => (await readReference(database.application, samordnare)).series.length;
		const before = await held();
		await withKolada(async ({ application }) => {
			const another = { ...wish, kpi: 'N00002' };
			const first = valueOf(await fetchFromKolada(application, samordnare, another));
			const second = valueOf(await fetchFromKolada(application, samordnare, another));
			expect(await held()).toBe(before + 1);
			await discardValueImport(application, samordnare, first);
			expect(await held()).toBe(before + 1);
			await discardValueImport(application, samordnare, second);
			expect(await held()).toBe(before);
			await fetchFromKolada(application, samordnare, another);
			expect(await held()).toBe(before + 1);
			const clock = movingClock('2026-01-18T10:01:00Z');
			await forgetImports({ ...application, clock }, own.municipalityId);
			expect(await held()).toBe(before);
		});
	});

	it('that cannot be reached lays up no series', async () => {
		const { application } = database;
		const before = await readReference(application, own.actors.samordnare);
		expect(
			await fetchFromKolada(application, own.actors.samordnare, {
				kpi: 'N01952',
				fromYear: 2024,
				toYear: 2025
			})
		).toEqual(refused('unreachable'));
		expect(await readReference(application, own.actors.samordnare)).toEqual(before);
	});
});
