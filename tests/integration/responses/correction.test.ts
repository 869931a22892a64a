import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answers } from '#lib/instruments/instrument.ts';
import { codeFrom, type CorrectionCode } from '#lib/responses/correctionCode.ts';
import { openAnswering } from '#lib/server/responses/openAnswering.ts';
import { cancelCorrection, openCorrection } from '#lib/server/responses/openCorrection.ts';
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

const clock = movingClock('2026-01-16T09:00:00Z');
let database: TestDatabase;
let municipality: SmallMunicipality;
let round: OpenedRound;
let token: string;
let other: string;
let code: CorrectionCode;

async function send(link: string, answers: Answers): Promise<CorrectionCode> {
	const { application } = database;
	const saved = await saveDraft(application, link, { answers, page: 0 });
	if (!saved.ok) throw new Error(saved.refusal);
	const sent = await submitAnswers(application, { token: link, asksAboutTexts: false });
	if (!sent.ok) throw new Error(sent.refusal);
	return sent.value.correctionCode;
}

async function correct(link: string, with_: CorrectionCode, answers: Answers): Promise<void> {
	const opened = await openCorrection(database.application, link, with_);
	if (!opened.ok) throw new Error(opened.refusal);
	await send(link, answers);
}

async function tallies(): Promise<string[]> {
	const rows = await database.owner.sql<{ option: string; answers: number }[]>`
		select option, answers from opinion_tally where variable = 'Z6' order by option`;
	return rows.map(({ option, answers }) => `${option} ${String(answers)}`);
}

async function count(table: string): Promise<number> {
	const rows = await database.owner.sql`select 1 from ${database.owner.sql(table)}`;
	return rows.length;
}

beforeAll(async () => {
	database = await openTestDatabase({ clock });
	municipality = await insertSmallMunicipality(database.application, '9998', [
		['polis', 'Lokalpolisområde Prov'],
		['polis', 'Gränspolisen Prov']
	]);
	round = await openedRoundIn(database.application, municipality);
	token = round.tokens.get('Lokalpolisområde Prov') ?? '';
	other = round.tokens.get('Gränspolisen Prov') ?? '';
	code = await send(token, policeAnswers({ Z6: ['beroende', 'hemloshet'] }));
	await send(other, policeAnswers({ Z6: ['beroende'], P3_antal: 3 }));
});
afterAll(() => database.close());
beforeEach(() => {
	clock.set('2026-01-17T09:00:00Z');
});

describe('a sent answer', () => {
	it('is not opened by the link alone, by another code, or by the code with another unit’s link', async () => {
		const { application } = database;
		expect(await openAnswering(application, token)).toEqual({ ok: false, refusal: 'answered' });
		const invented = codeFrom(new Uint8Array(20));
		const wrong = { ok: false, refusal: 'wrong-code' };
		expect(await openCorrection(application, token, invented)).toEqual(wrong);
		expect(await openCorrection(application, other, code)).toEqual(wrong);
		expect(await count('draft')).toBe(0);
	});

	it('is opened by the code as it was sent, and left as it was when the correction is cancelled', async () => {
		const { application } = database;
		expect((await openCorrection(application, token, code)).ok).toBe(true);
		const opened = await openAnswering(application, token);
		expect(opened.ok && [opened.value.isCorrection, opened.value.answers['P3_antal']]).toEqual([true, 14]);
		await cancelCorrection(application, token);
		expect(await openAnswering(application, token)).toEqual({ ok: false, refusal: 'answered' });
		expect(await tallies()).toEqual(['beroende 2', 'besvarad 2', 'hemloshet 1']);
		expect(await count('draft')).toBe(0);
	});

	it('is replaced in every part, once, and the other unit’s answer is untouched', async () => {
		const answers = policeAnswers({
			Z6: ['evenemang_besoksnaring', 'hemloshet'],
			P3_antal: 41,
			P21_motivera: 'Rättad text'
		});
		await correct(token, code, answers);
		expect(await tallies()).toEqual(['beroende 1', 'besvarad 2', 'evenemang_besoksnaring 1', 'hemloshet 1']);
		expect(await count('unit_response')).toBe(2);
		expect(await count('free_text_answer')).toBe(2);
		expect(await count('sent_copy')).toBe(2);
		expect(await countsOfPolice()).toEqual([3, 41]);
		const days = await database.owner.sql<
			{ day: string }[]
		>`select distinct answered_on::text as day from unit_response`;
		expect(days.map(({ day }) => day)).toEqual(['2026-01-16']);
	});

	it('can be corrected again with the same code, down to no opinion at all', async () => {
		await correct(token, code, policeAnswers({ Z6: [], P3_antal: 42 }));
		expect(await tallies()).toEqual(['beroende 1', 'besvarad 1']);
		await correct(token, code, policeAnswers({ Z6: ['beroende'], P3_antal: 43 }));
		expect(await tallies()).toEqual(['beroende 2', 'besvarad 2']);
		expect(await countsOfPolice()).toEqual([3, 43]);
	});

	it('is corrected once by two presses of the button', async () => {
		const { application } = database;
		await openCorrection(application, token, code);
		await saveDraft(application, token, { answers: policeAnswers({ Z6: ['hemloshet'] }), page: 0 });
		const sending = { token, asksAboutTexts: false };
		const both = await Promise.all([
			submitAnswers(application, sending),
			submitAnswers(application, sending)
		]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'answered' });
		expect(await tallies()).toEqual(['beroende 1', 'besvarad 2', 'hemloshet 1']);
		expect(await count('free_text_answer')).toBe(2);
	});
});

describe('closing', () => {
	it('deletes the copies, keeps what was sent, and the code opens nothing more', async () => {
		await openCorrection(database.application, token, code);
		await closeRound(database.application, municipality.actors.samordnare, round.roundId);
		expect([await count('sent_copy'), await count('draft'), await count('unit_response')]).toEqual([0, 0, 2]);
		expect(await openCorrection(database.application, token, code)).toEqual({ ok: false, refusal: 'closed' });
	});
});

async function countsOfPolice(): Promise<number[]> {
	const opened = await database.owner.sql<{ packed: number[]; place: number }[]>`
		select r.packed, (select min(v.ordinality)::int - 1
			from round_questionnaire q, jsonb_array_elements(q.instrument -> 'variables') with ordinality v
			where q.sector = 'polis' and v.value ->> 'code' = 'P3') as place
		from unit_response r`;
	return opened.map(({ packed, place }) => packed[place] ?? -1).sort((a, b) => a - b);
}
