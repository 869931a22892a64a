import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/server/access/actor.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { submitForReview } from '#lib/server/lagesbild/reviewLagesbild.ts';
import { changeThreshold, decideThreshold, readThreshold } from '#lib/server/rounds/changeThreshold.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { createRound } from '#lib/server/rounds/createRound.ts';
import { movingClock } from '../../support/movingClock.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	planOf,
	type SmallMunicipality
} from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let municipality: SmallMunicipality;
let roundId: string;
let samordnare: Actor;
let granskare: Actor;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	municipality = await insertSmallMunicipality(database.application, '9998');
	({ samordnare, granskare } = municipality.actors);
	({ roundId } = await openedRoundIn(database.application, municipality));
});
afterAll(() => database.close());

function change(threshold: number, reason = '') {
	return changeThreshold(database.application, samordnare, { roundId, threshold, reason });
}

async function view() {
	const read = await readThreshold(database.application, granskare, roundId);
	if (!read.ok) throw new Error(read.refusal);
	return read.value;
}

function decide(actor: Actor, changeId: string, isApproved = true) {
	return decideThreshold(database.application, actor, { roundId, changeId, isApproved });
}

describe('raising', () => {
	it('holds at once, and for the rounds to come', async () => {
		expect(await change(7)).toEqual({ ok: true, value: 'raise' });
		expect((await view()).round.threshold).toBe(7);
		const plan = planOf(municipality, { year: 2027, threshold: 5 });
		expect(await createRound(database.application, samordnare, plan)).toEqual({
			ok: false,
			refusal: 'threshold-lowered'
		});
		const created = await createRound(database.application, samordnare, { ...plan, threshold: 7 });
		expect(created.ok && created.value.threshold).toBe(7);
		await change(8);
		const [row] = await database.owner.sql<{ threshold: number }[]>`
			select threshold from round where year = 2027`;
		expect(row?.threshold).toBe(8);
	});

	it('is the samordnare’s', async () => {
		const raising = { roundId, threshold: 9, reason: '' };
		expect(await changeThreshold(database.application, granskare, raising)).toEqual({
			ok: false,
			refusal: 'not-allowed'
		});
	});
});

describe('lowering', () => {
	it('needs a reason, and waits for a second person', async () => {
		expect(await change(6)).toEqual({ ok: false, refusal: 'reason-missing' });
		expect(await change(6, 'Få enheter svarar')).toEqual({ ok: true, value: 'propose' });
		const { round, pending } = await view();
		expect([round.threshold, pending?.from.threshold, pending?.to.threshold, pending?.reason]).toEqual([
			8,
			8,
			6,
			'Få enheter svarar'
		]);
		expect(await change(5, 'Ännu ett')).toEqual({ ok: false, refusal: 'already-proposed' });
	});

	it('is never let through by the account that proposed it, whatever its role', async () => {
		const changeId = (await view()).pending?.changeId ?? '';
		expect(await decide(samordnare, changeId)).toEqual({ ok: false, refusal: 'not-allowed' });
		const turned: Actor = { ...samordnare, role: 'granskare' };
		expect(await decide(turned, changeId)).toEqual({ ok: false, refusal: 'same-person' });
		await expect(
			database.owner.sql`
				update threshold_change set is_approved = true, decided_by = proposed_by, decided_at = proposed_at
				where change_id = ${changeId}`
		).rejects.toMatchObject({ constraint_name: 'threshold_lowered_by_two' });
		await expect(
			database.owner.sql`update round set threshold = 6 where round_id = ${roundId}`
		).rejects.toMatchObject({ constraint_name: 'threshold_lowered_by_two' });
	});

	it('holds when the granskare approves, and is recorded', async () => {
		const changeId = (await view()).pending?.changeId ?? '';
		expect(await decide(granskare, changeId)).toEqual({ ok: true, value: null });
		const { round, changes, pending } = await view();
		expect([round.threshold, pending]).toEqual([6, null]);
		const lowered = changes.find((each) => each.changeId === changeId);
		expect([lowered?.proposerName, lowered?.deciderName]).toEqual(['Namn samordnare', 'Namn granskare']);
		expect(await decide(granskare, changeId)).toEqual({ ok: false, refusal: 'already-decided' });
		const rows = await database.owner.sql<{ action: string }[]>`
			select action from audit_event where action like 'threshold-%' order by action`;
		expect(rows.map(({ action }) => action)).toEqual([
			'threshold-lowered',
			'threshold-lowering-proposed',
			'threshold-raised',
			'threshold-raised'
		]);
	});

	it('may be declined, or taken back, and then changes nothing', async () => {
		for (const actor of [granskare, samordnare]) {
			await change(4, 'Ett skäl');
			const changeId = (await view()).pending?.changeId ?? '';
			expect(await decide(actor, changeId, false)).toEqual({ ok: true, value: null });
			expect((await view()).round.threshold).toBe(6);
		}
	});
});

describe('a lägesbild', () => {
	it('compiled with another threshold is not submitted', async () => {
		const { application } = database;
		await closeRound(application, samordnare, roundId);
		const compiled = await compileLagesbild(application, samordnare, roundId);
		if (!compiled.ok) throw new Error(compiled.refusal);
		await change(9);
		expect(await submitForReview(application, samordnare, compiled.value.lagesbildId)).toEqual({
			ok: false,
			refusal: 'threshold-changed'
		});
	});
});
