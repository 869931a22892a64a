import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPageForm } from '#lib/instruments/pages/readPageForm.ts';
import { exchangeToken } from '#lib/server/responses/exchangeToken.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { formOf } from '../../bench/respond/benchQuestionnaire.ts';
import { openBenchRound, storedSerials, type BenchRound } from '../../bench/respond/benchRound.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

// A questionnaire of one page is sent from that page, without a draft on the way.

let database: TestDatabase;
let round: BenchRound;

beforeAll(async () => {
	database = await openTestDatabase();
	round = await openBenchRound(database.application, database.owner, 4);
});
afterAll(() => database.close());

function tokenOf(place: number): string {
	const link = round.links[place];
	if (!link) throw new Error('No such link');
	return link.token;
}

function send(token: string, form: URLSearchParams) {
	return submitAnswers(database.application, {
		token,
		asksAboutTexts: true,
		typed: (instrument, saved) => {
			const read = readPageForm(instrument, 0, { form, answers: saved });
			return read.errors.length === 0 ? read.answers : null;
		}
	});
}

const drafts = () => database.owner.sql`select 1 from draft`;

it('opens on its questions', async () => {
	expect(await exchangeToken(database.application, tokenOf(0))).toMatchObject({
		ok: true,
		value: { isShort: true }
	});
});

it('is stored once, however often it is sent, and leaves no draft', async () => {
	const both = await Promise.all([send(tokenOf(0), formOf(1)), send(tokenOf(0), formOf(1))]);
	expect(both.map((sent) => (sent.ok ? 'stored' : sent.refusal)).sort()).toEqual(['answered', 'stored']);
	expect(await storedSerials(database.application, round.roundId)).toEqual(new Map([[1, 1]]));
	expect(await drafts()).toHaveLength(0);
});

it('is refused when something in it cannot be read', async () => {
	const form = formOf(2);
	form.set('N2', 'tolv');
	expect(await send(tokenOf(1), form)).toEqual({ ok: false, refusal: 'incomplete' });
});

it('is looked at first when a text looks like personal data', async () => {
	const form = formOf(3);
	form.set('T2', 'Ring Anna på 070-123 45 67.');
	expect(await send(tokenOf(2), form)).toEqual({ ok: false, refusal: 'undecided-texts' });
	expect(await storedSerials(database.application, round.roundId)).toEqual(new Map([[1, 1]]));
});

it('is not sent by an answer that was never given', async () => {
	expect(await submitAnswers(database.application, { token: tokenOf(3), asksAboutTexts: true })).toEqual({
		ok: false,
		refusal: 'nothing-saved'
	});
});
