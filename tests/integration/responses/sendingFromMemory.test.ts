import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPageForm } from '#lib/instruments/pages/readPageForm.ts';
import { exchangeToken } from '#lib/server/responses/exchangeToken.ts';
import { openPage } from '#lib/server/responses/openPage.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { formOf } from '../../bench/respond/benchQuestionnaire.ts';
import { openBenchRound, storedSerials, type BenchRound } from '../../bench/respond/benchRound.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

// A sending is judged from what the page of its link was drawn from; whatever has changed since is seen where it is written.

let database: TestDatabase;
let round: BenchRound;

beforeAll(async () => {
	database = await openTestDatabase();
	round = await openBenchRound(database.application, database.owner, 6);
});
afterAll(() => database.close());

/** The link as a browser comes to it: exchanged, and its page drawn. */
async function visited(place: number): Promise<string> {
	const { token = '' } = round.links[place] ?? {};
	await exchangeToken(database.application, token);
	const page = await openPage(database.application, token);
	if (!page.ok) throw new Error(page.refusal);
	return token;
}

async function send(token: string, serial: number): Promise<string> {
	const sent = await submitAnswers(database.application, {
		token,
		asksAboutTexts: true,
		typed: (instrument, saved) => {
			const read = readPageForm(instrument, 0, { form: formOf(serial), answers: saved });
			return read.errors.length === 0 ? read.answers : null;
		}
	});
	return sent.ok ? 'stored' : sent.refusal;
}

const stored = async () => [...(await storedSerials(database.application, round.roundId)).keys()].sort();

const setOfUnit = (serial: number, sector: string) =>
	database.owner.sql`update unit set sector = ${sector} where name = ${`Skola ${String(serial)}`}`;

it('is stored once, by whichever of two sendings comes first', async () => {
	const token = await visited(0);
	expect((await Promise.all([send(token, 1), send(token, 1)])).sort()).toEqual(['answered', 'stored']);
	expect(await stored()).toEqual([1]);
});

it('goes with what somebody else has saved under the link meanwhile', async () => {
	const token = await visited(1);
	expect(await saveDraft(database.application, token, { answers: { N2: 7 }, page: 0 })).toMatchObject({
		ok: true
	});
	expect(await send(token, 2)).toBe('stored');
	expect(await database.owner.sql`select 1 from draft`).toHaveLength(0);
	expect(await stored()).toEqual([1, 2]);
});

it('is refused when the link has been withdrawn meanwhile', async () => {
	const token = await visited(2);
	await database.owner.sql`
		update invitation i set withdrawn_on = current_date from unit u
		where u.unit_id = i.unit_id and u.name = 'Skola 3'`;
	expect(await send(token, 3)).toBe('withdrawn');
	expect(await stored()).toEqual([1, 2]);
});

it('is read anew when the unit has another sector by now, and so another questionnaire', async () => {
	const token = await visited(3);
	await setOfUnit(4, 'socialtjanst');
	await expect(send(token, 4)).rejects.toThrow(
		'The round has no questionnaire for the sector of an asked unit'
	);
	await setOfUnit(4, 'skola');
	expect(await send(token, 4)).toBe('stored');
	expect(await stored()).toEqual([1, 2, 4]);
});

it('is refused when the round’s last day has been moved to before today', async () => {
	const token = await visited(4);
	await database.owner.sql`update round set opens_on = current_date - 3, closes_on = current_date - 2`;
	expect(await send(token, 5)).toBe('closed');
	expect(await stored()).toEqual([1, 2, 4]);
});
