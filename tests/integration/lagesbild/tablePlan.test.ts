import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '#lib/server/access/actor.ts';
import {
	changePlan,
	planChangeSchema,
	readPlan,
	withdrawPlanChange
} from '#lib/server/lagesbild/changePlan.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { judgePlan } from '#lib/server/lagesbild/judgePlan.ts';
import { readLagesbild } from '#lib/server/lagesbild/readLagesbild.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { movingClock } from '../../support/movingClock.ts';
import { openRoundOfPolice } from '../../support/roundOfPolice.ts';
import type { SmallMunicipality } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let municipality: SmallMunicipality;
let samordnare: Actor;
let roundId: string;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	const { application } = database;
	const opened = await openRoundOfPolice(application);
	({ municipality } = opened);
	({ samordnare } = municipality.actors);
	({ roundId } = opened.round);
});
afterAll(() => database.close());

it('is judged when the round is closed, by the samordnare, and nothing of it is kept', async () => {
	const { application } = database;
	expect(await judgePlan(application, samordnare, roundId)).toEqual({
		ok: false,
		refusal: 'round-not-closed'
	});
	await closeRound(application, samordnare, roundId);
	expect(await judgePlan(application, municipality.actors.granskare, roundId)).toEqual({
		ok: false,
		refusal: 'not-allowed'
	});
	const judged = await judgePlan(application, samordnare, roundId);
	if (!judged.ok) throw new Error(judged.refusal);
	const { numbers, small, tables, proposals } = judged.value;
	expect(small).toBeLessThanOrEqual(numbers);
	expect(tables.reduce((sum, table) => sum + table.small, 0)).toBe(small);
	// What hidden numbers could be computed from is left out.
	expect(JSON.stringify([tables, proposals])).not.toMatch(/meanSize|"lost"/u);
});

it('is changed for the compilations to come, and changed back', async () => {
	const { application } = database;
	const change = { kind: 'drop', split: 'Ett / Annat' } as const;
	expect((await changePlan(application, samordnare, { roundId, change })).ok).toBe(true);
	expect(await changePlan(application, municipality.actors.granskare, { roundId, change })).toEqual({
		ok: false,
		refusal: 'not-allowed'
	});
	const compiled = await compileLagesbild(application, samordnare, roundId);
	if (!compiled.ok) throw new Error(compiled.refusal);
	const read = await readLagesbild(application, samordnare, compiled.value.lagesbildId);
	expect(read.ok && read.value.stored.design).toEqual([change]);
	const plan = await readPlan(application, samordnare, roundId);
	expect(plan.ok && plan.value.changes).toEqual([{ place: 1, change }]);
	await withdrawPlanChange(application, samordnare, { roundId, place: 1 });
	const after = await readPlan(application, samordnare, roundId);
	expect(after.ok && after.value.changes).toEqual([]);
});

it('may let zeros be hidden, which the version and its protocol say', async () => {
	const { application } = database;
	const change = { kind: 'hide-zeros' } as const;
	expect((await changePlan(application, samordnare, { roundId, change })).ok).toBe(true);
	const compiled = await compileLagesbild(application, samordnare, roundId);
	if (!compiled.ok) throw new Error(compiled.refusal);
	const read = await readLagesbild(application, samordnare, compiled.value.lagesbildId);
	if (!read.ok) throw new Error(read.refusal);
	expect(read.value.stored.design).toEqual([change]);
	expect(read.value.stored.released.protocol.policy.zeros).toBe('hidden');
});

it('takes a change as a form sends it', () => {
	const merge = { kind: 'merge', split: 'A / B', one: 'A', other: 'B' };
	expect(planChangeSchema.parse(merge)).toEqual({ kind: 'merge', split: 'A / B', categories: ['A', 'B'] });
	expect(planChangeSchema.parse({ kind: 'hide-zeros' })).toEqual({ kind: 'hide-zeros' });
	expect(planChangeSchema.safeParse({ ...merge, one: '' }).success).toBe(false);
	expect(planChangeSchema.safeParse({ kind: 'hide', split: 'A / B' }).success).toBe(false);
});
