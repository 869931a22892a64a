import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areasSchema } from '#lib/reference/referenceForms.ts';
import { readingText } from '#lib/reference/referenceNumber.ts';
import { fetchFromKolada, searchKpis } from '#lib/server/reference/fetchKolada.ts';
import {
	confirmValueImport,
	discardValueImport,
	readValueImport
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

describe('Kolada', () => {
	it('gives a nyckeltal of the own kommun and those compared with, once it is confirmed', async () => {
		const { samordnare } = own.actors;
		const server = await startKolada((path, response) => {
			if (path.startsWith('/v3/kpi')) {
				answerJson(response, koladaPage([koladaKpi('N01951', 'Invånare totalt, antal')]));
			} else {
				const data = [koladaDatum('9991', 2025, 58_301), koladaDatum('9997', 2025, null)];
				answerJson(response, koladaPage(data));
			}
		});
		try {
			const { config } = database.application;
			const application = {
				...database.application,
				config: { ...config, koladaUrl: server.baseUrl }
			};
			const found = await searchKpis(application, samordnare, 'invånare');
			expect(found.ok && found.value.shown.map(({ id }) => id)).toEqual(['N01951']);
			const wish = { kpi: 'N01951', fromYear: 2025, toYear: 2025 };
			const importId = valueOf(await fetchFromKolada(application, samordnare, wish));
			expect(server.asked.at(-1)).toBe(
				'/v3/data/kpi/N01951/municipality/9997,9991,0000/year/2025?per_page=5000'
			);
			const { series, planHash } = valueOf(
				await readValueImport(application, samordnare, { importId, choice: {} })
			);
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
			const again = valueOf(await fetchFromKolada(application, samordnare, wish));
			const second = valueOf(await readValueImport(application, samordnare, { importId: again, choice: {} }));
			expect([second.series.seriesId, second.plan.counts.unchanged]).toEqual([series.seriesId, 2]);
			await discardValueImport(application, samordnare, again);
		} finally {
			await server.close();
		}
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
