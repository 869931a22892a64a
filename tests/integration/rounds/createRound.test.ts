import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRound } from '#lib/server/rounds/createRound.ts';
import { methodSchema, saveMethod } from '#lib/server/rounds/saveMethod.ts';
import { readRound } from '#lib/server/rounds/readRound.ts';
import { movingClock } from '../../support/movingClock.ts';
import { insertSmallMunicipality, planOf, type SmallMunicipality } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let municipality: SmallMunicipality;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	municipality = await insertSmallMunicipality(database.application, '9998');
});
afterAll(() => database.close());

it('makes one round of a year that is created twice at once, and tells the other that the year is taken', async () => {
	const create = () =>
		createRound(database.application, municipality.actors.samordnare, planOf(municipality));
	const outcomes = await Promise.all([create(), create(), create()]);
	expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
	expect(outcomes.filter(({ ok }) => !ok)).toEqual([
		{ ok: false, refusal: 'year-taken' },
		{ ok: false, refusal: 'year-taken' }
	]);
});

it('keeps what was written of the method without characters that the database or a document refuses', async () => {
	const { application } = database;
	const { samordnare } = municipality.actors;
	const created = await createRound(application, samordnare, planOf(municipality, { year: 2027 }));
	if (!created.ok) throw new Error(created.refusal);
	const { roundId } = created.value;
	const method = methodSchema.parse({
		whyThisProblem: 'Rad ett\r\nrad två\u0000\u0007',
		sourcesUsed: 'مرحبا 👋',
		limitsOfSources: '',
		meaningOfLimits: ' x '
	});
	expect(await saveMethod(application, samordnare, { roundId, method })).toEqual({ ok: true, value: null });
	const read = await readRound(application, samordnare, roundId);
	expect(read.ok && read.value.round.method).toEqual({
		whyThisProblem: 'Rad ett\nrad två',
		sourcesUsed: 'مرحبا 👋',
		limitsOfSources: '',
		meaningOfLimits: 'x'
	});
});
