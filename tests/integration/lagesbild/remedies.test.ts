import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { changePlan, planChangeSchema, readPlan } from '#lib/server/lagesbild/changePlan.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { readLagesbild } from '#lib/server/lagesbild/readLagesbild.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { movingClock } from '../../support/movingClock.ts';
import { adultsInSmallCells } from '../../support/refusedPolice.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	type SmallMunicipality
} from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

// Reports are compiled anew with one change after another.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let database: TestDatabase;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
});
afterAll(() => database.close());

async function closedRound(municipality: SmallMunicipality): Promise<string> {
	const { application } = database;
	const round = await openedRoundIn(application, municipality);
	const token = round.tokens.get('Lokalpolisområde Prov') ?? '';
	await saveDraft(application, token, { answers: adultsInSmallCells(), page: 7 });
	await submitAnswers(application, { token, asksAboutTexts: false });
	await closeRound(application, municipality.actors.samordnare, round.roundId);
	return round.roundId;
}

const adults =
	'”Hur många personer har polisen haft kännedom om som sålt eller utnyttjats i sex mot ersättning i Provby 9998?”, Vuxna';

it('lets a refused report out when nothing is told of the count that cannot be protected', async () => {
	const { application } = database;
	const municipality = await insertSmallMunicipality(application, '9998');
	const { samordnare } = municipality.actors;
	const roundId = await closedRound(municipality);
	const refused = await compileLagesbild(application, samordnare, roundId);
	if (refused.ok || refused.refusal !== 'unprotected-cells') throw new Error(JSON.stringify(refused));
	const { helpful, planned } = refused.remedies;
	expect(planned).toBe(3298);
	// The others are tried after these, as far as there is time.
	const first = helpful.filter(({ change }) => ['hide-zeros', 'withhold'].includes(change.kind));
	expect(first.map(({ words, shown }) => [words, shown])).toEqual([
		['Låt även nollor döljas', 3266],
		[`Visa inget om ${adults} (Polisen)`, 3241]
	]);
	// As the form sends it; the question's words are the questionnaire's own.
	const sent = { kind: 'withhold', sector: 'polis', code: 'P7.vuxna' } as const;
	const change = planChangeSchema.parse(sent);
	expect(await changePlan(application, samordnare, { roundId, change })).toEqual({ ok: true, value: null });
	const plan = await readPlan(application, samordnare, roundId);
	expect(plan.ok && plan.value.changes).toEqual([{ place: 1, change: { ...sent, question: adults } }]);
	const compiled = await compileLagesbild(application, samordnare, roundId);
	if (!compiled.ok) throw new Error(JSON.stringify(compiled));
	const { lagesbildId } = compiled.value;
	const read = await readLagesbild(application, samordnare, lagesbildId);
	if (!read.ok) throw new Error(read.refusal);
	const { design, released } = read.value.stored;
	expect(design).toEqual([{ ...sent, question: adults }]);
	const table = released.tables.find(({ id }) => id === 'P7-polis');
	const hidden = { kind: 'hidden' };
	expect(table?.rows.map(({ id, cells }) => [id, ...cells])).toEqual([
		['P7.vuxna', hidden, hidden, hidden],
		['P7.barn', { kind: 'text', text: 'Ingen enhet angav antal' }, { kind: 'empty' }, { kind: 'empty' }]
	]);
	expect(released.tables.some(({ id }) => id === 'P8-polis')).toBe(false);
});

it('knows no other questions than those of the round, and counts of persons only', async () => {
	const { application } = database;
	const municipality = await insertSmallMunicipality(application, '9997');
	const { samordnare } = municipality.actors;
	const roundId = await closedRound(municipality);
	for (const code of ['P99', 'P1.grooming', 'P8.man.18_25', 'A6']) {
		const change = { kind: 'withhold', sector: 'polis', code } as const;
		expect([code, await changePlan(application, samordnare, { roundId, change })]).toEqual([
			code,
			{ ok: false, refusal: 'unknown-question' }
		]);
	}
	const plan = await readPlan(application, samordnare, roundId);
	expect(plan.ok && plan.value.changes).toEqual([]);
});
