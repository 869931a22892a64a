import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '#lib/server/access/actor.ts';
import { finishRound } from '#lib/server/demonstration/runRound.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { readProtocol } from '#lib/server/lagesbild/readProtocol.ts';
import { readPublishedFile } from '#lib/server/lagesbild/readPublished.ts';
import { saveMethod } from '#lib/server/rounds/saveMethod.ts';
import { demonstrationMethod } from '#lib/server/demonstration/reportTexts.ts';
import { movingClock } from '../../support/movingClock.ts';
import { pdfStrings } from '../../support/documentText.ts';
import { openRoundOfPolice } from '../../support/roundOfPolice.ts';
import type { SmallMunicipality } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let municipality: SmallMunicipality;
let samordnare: Actor;
let roundId: string;
let publishedId: string;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	const { application } = database;
	const opened = await openRoundOfPolice(application);
	({ municipality } = opened);
	({ samordnare } = municipality.actors);
	({ roundId } = opened.round);
	await saveMethod(application, samordnare, { roundId, method: demonstrationMethod });
	await finishRound(application, municipality.actors, { roundId, year: 2025 });
	const [row] = await database.owner.sql<{ id: string }[]>`
		select lagesbild_id as id from lagesbild where published_at is not null`;
	publishedId = row?.id ?? '';
});
afterAll(() => database.close());

it('is fixed with the version it is of, and fetched by samordnare and granskare', async () => {
	for (const role of ['samordnare', 'granskare'] as const) {
		const protocol = await readProtocol(database.application, municipality.actors[role], publishedId);
		if (!protocol.ok) throw new Error(protocol.refusal);
		const { name, mediaType, bytes, sha256 } = protocol.value;
		expect([name, mediaType]).toEqual(['rojandeprotokoll.pdf', 'application/pdf']);
		expect(Buffer.from(sha256)).toEqual(createHash('sha256').update(bytes).digest());
		expect(pdfStrings(bytes, 'Title')).toContain('Vad läsaren antas veta');
	}
});

it('tells how long disclosure control took, also where the clock stands still', async () => {
	const [row] = await database.owner.sql<{ seconds: number }[]>`
		select (released ->> 'seconds')::integer as seconds from lagesbild where lagesbild_id = ${publishedId}`;
	expect(row?.seconds).toBeGreaterThan(0);
});

it('is for nobody else, and not among the files of the public page', async () => {
	expect(await readProtocol(database.application, municipality.actors.lasare, publishedId)).toEqual({
		ok: false,
		refusal: 'not-allowed'
	});
	const address = { slug: 'provby-9998', year: 2026 };
	const names = ['lagesbild.pdf', 'rojandeprotokoll.pdf'];
	const found = await Promise.all(
		names.map((file) => readPublishedFile(database.application, { ...address, file }))
	);
	expect(found.map(({ ok }) => ok)).toEqual([true, false]);
});

it('of a draft is made when it is asked for', async () => {
	const compiled = await compileLagesbild(database.application, samordnare, roundId);
	if (!compiled.ok) throw new Error(compiled.refusal);
	const protocol = await readProtocol(database.application, samordnare, compiled.value.lagesbildId);
	expect(protocol.ok && Buffer.from(protocol.value.bytes).toString('latin1', 0, 5)).toBe('%PDF-');
	const [row] = await database.owner.sql<{ kept: number }[]>`
		select count(*)::int as kept from lagesbild_file where lagesbild_id = ${compiled.value.lagesbildId}`;
	expect(row?.kept).toBe(0);
});
