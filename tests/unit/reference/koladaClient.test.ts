import { afterEach, describe, expect, it, test } from 'vitest';
import { findKpi, findKpis, readData } from '#lib/server/reference/kolada/koladaClient.ts';
import { accepted, refused } from '#lib/shared/result.ts';
import {
	answerJson,
	koladaDatum,
	koladaKpi,
	koladaPage,
	startKolada,
	type KoladaServer
} from '../../support/publicStatistics/koladaServer.ts';

let server: KoladaServer | null = null;

afterEach(async () => {
	await server?.close();
	server = null;
});

async function served(...[answer]: Parameters<typeof startKolada>): Promise<{ readonly baseUrl: string }> {
	server = await startKolada(answer);
	return { baseUrl: server.baseUrl };
}

const question = { kpi: 'N01951', areas: ['9999', '9991'], years: [2024, 2025] };

describe('values are asked for by nyckeltal, kommuner and years', () => {
	it('and the pages are followed by next_url to the last', async () => {
		const settings = await served((path, response) => {
			const isSecond = path.includes('page=2');
			const next = isSecond ? null : 'https://api.kolada.se/v3/data/annat?per_page=5000&page=2';
			const datum = isSecond ? koladaDatum('9991', 2025, null) : koladaDatum('9999', 2025, 61_300);
			answerJson(response, koladaPage([datum], next));
		});
		const read = await readData(settings, question);
		expect(
			read.ok && read.value.map(({ municipality, values }) => [municipality, values.at(-1)?.value])
		).toEqual([
			['9999', 61_300],
			['9991', null]
		]);
		// The address stays the operator's own, whatever next_url points to.
		expect(server?.asked).toEqual([
			'/v3/data/kpi/N01951/municipality/9999,9991/year/2024,2025?per_page=5000',
			'/v3/data/kpi/N01951/municipality/9999,9991/year/2024,2025?per_page=5000&page=2'
		]);
	});

	it('at most 25 of each in one question', async () => {
		const settings = await served((_, response) => {
			answerJson(response, koladaPage([]));
		});
		const areas = Array.from({ length: 26 }, (_, place) => String(1000 + place));
		expect(await readData(settings, { ...question, areas })).toEqual(accepted([]));
		expect(
			server?.asked.map((path) => path.split('/municipality/')[1]?.split('/')[0]?.split(',').length)
		).toEqual([25, 1]);
	});

	it('pages without end are given up', async () => {
		const settings = await served((_, response) => {
			answerJson(response, koladaPage([koladaDatum('9999', 2025, 1)], '?page=2'));
		});
		expect(await readData(settings, question)).toEqual(refused('too-much'));
		expect(server?.asked).toHaveLength(20);
	});
});

describe('a nyckeltal', () => {
	it('is found by words of its title, written as an address can carry them', async () => {
		const settings = await served((_, response) => {
			answerJson(response, koladaPage([koladaKpi('N01951', 'Invånare totalt, antal')]));
		});
		const found = await findKpis(settings, 'invånare & år');
		expect(found.ok && found.value.map(({ id, title }) => [id, title])).toEqual([
			['N01951', 'Invånare totalt, antal']
		]);
		expect(server?.asked).toEqual(['/v3/kpi?title=inv%C3%A5nare+%26+%C3%A5r&per_page=5000']);
	});

	it('that Kolada does not have is unknown, whether it answers with nothing or with 404', async () => {
		const settings = await served((path, response) => {
			answerJson(response, koladaPage([]), path.includes('N00001') ? 404 : 200);
		});
		expect(await findKpi(settings, 'N00001')).toEqual(refused('unknown-kpi'));
		expect(await findKpi(settings, 'N00002')).toEqual(refused('unknown-kpi'));
	});
});

describe('what goes wrong is told by a word', () => {
	test.each([
		[429, 'busy'],
		[500, 'busy'],
		[503, 'busy'],
		[400, 'declined'],
		[404, 'declined']
	])('an answer of %i is %s', async (status, refusal) => {
		const settings = await served((_, response) => {
			answerJson(response, { detail: 'nej' }, status);
		});
		expect(await readData(settings, question)).toEqual(refused(refusal));
	});

	test.each<[string, unknown]>([
		['no JSON', '<!doctype html><title>Inloggning</title>'],
		['no values', { count: 0 }],
		[
			'a value that is a text',
			koladaPage([{ ...koladaDatum('9999', 2025, 1), values: [{ gender: 'T', value: '1' }] }])
		],
		['a year that is none', koladaPage([{ ...koladaDatum('9999', 2025, 1), period: 'i fjol' }])],
		['nothing', '']
	])('an answer with %s is not the API that is known', async (_, body) => {
		const settings = await served((__, response) => {
			answerJson(response, body);
		});
		expect(await readData(settings, question)).toEqual(refused('unexpected-answer'));
	});

	it('an answer larger than any page of Kolada’s is not read to its end', async () => {
		const settings = await served((_, response) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(`{"values":["${'x'.repeat(7 * 1_048_576)}"]}`);
		});
		expect(await readData(settings, question)).toEqual(refused('too-much'));
	});

	it('a server that leads elsewhere is not followed', async () => {
		const settings = await served((_, response) => {
			response.writeHead(302, { location: 'http://169.254.169.254/' });
			response.end();
		});
		expect(await readData(settings, question)).toEqual(refused('unreachable'));
	});

	it('a server that never answers is given up', async () => {
		const settings = await served(() => undefined);
		expect(await readData({ ...settings, timeoutMs: 20 }, question)).toEqual(refused('timed-out'));
	});

	it('nobody there is told as such', async () => {
		const settings = await served(() => undefined);
		await server?.close();
		server = null;
		expect(await readData(settings, question)).toEqual(refused('unreachable'));
	});
});
