import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFreeTexts } from '#lib/server/lagesbild/readFreeTexts.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { movingClock } from '../../support/movingClock.ts';
import { policeAnswers } from '../../support/policeAnswers.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	type OpenedRound,
	type SmallMunicipality
} from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let municipality: SmallMunicipality;
let round: OpenedRound;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	municipality = await insertSmallMunicipality(database.application, '9998');
	round = await openedRoundIn(database.application, municipality);
	const token = round.tokens.get('Lokalpolisområde Prov') ?? '';
	await saveDraft(database.application, token, { answers: policeAnswers(), page: 7 });
	const sent = await submitAnswers(database.application, token);
	if (!sent.ok) throw new Error(sent.refusal);
});
afterAll(() => database.close());

describe('free text', () => {
	it('cannot be read while the round is open, nor by anybody but the samordnare', async () => {
		const { samordnare, granskare, lasare } = municipality.actors;
		const attempts = [];
		for (const actor of [samordnare, granskare, lasare]) {
			attempts.push(await readFreeTexts(database.application, actor, round.roundId));
		}
		expect(attempts).toEqual([
			{ ok: false, refusal: 'round-not-closed' },
			{ ok: false, refusal: 'not-allowed' },
			{ ok: false, refusal: 'not-allowed' }
		]);
	});

	it('is read by sector and question when the round has been closed, and that it was read is recorded', async () => {
		const { samordnare } = municipality.actors;
		await closeRound(database.application, samordnare, round.roundId);
		const read = await readFreeTexts(database.application, samordnare, round.roundId);
		expect(read.ok && read.value).toMatchObject([
			{ sector: 'polis', texts: ['Hemlig fritext från polisen åäö'] }
		]);
		const recorded = await database.owner.sql`select 1 from audit_event where action = 'free-texts-read'`;
		expect(recorded).toHaveLength(1);
	});

	it('is gone for good when the round’s key has been deleted', async () => {
		await database.owner.sql`update round set free_text_key = null`;
		const { samordnare } = municipality.actors;
		expect((await readFreeTexts(database.application, samordnare, round.roundId)).ok).toBe(false);
	});
});
