import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPageForm } from '#lib/instruments/pages/readPageForm.ts';
import { exchangeToken } from '#lib/server/responses/exchangeToken.ts';
import { newToken } from '#lib/server/invitations/invitationToken.ts';
import { openPage } from '#lib/server/responses/openPage.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { formOf } from '../../bench/respond/benchQuestionnaire.ts';
import { openBenchRound, type BenchRound } from '../../bench/respond/benchRound.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

// What a link's first page asks is asked while the browser is on its way there, and given to that page.

let database: TestDatabase;
let round: BenchRound;
let passed = 0;
const nobodys = newToken();

beforeAll(async () => {
	database = await openTestDatabase({ clock: { now: () => new Date(Date.now() + passed) } });
	round = await openBenchRound(database.application, database.owner, 5);
});
afterAll(() => database.close());

/** The link as a browser follows it, up to where it is led on to the page. */
async function followed(place: number): Promise<string> {
	const { token = '' } = round.links[place] ?? {};
	expect(await exchangeToken(database.application, token)).toMatchObject({
		ok: true,
		value: { isShort: true }
	});
	// Asked after it in the same line: what has been asked ahead is answered then.
	expect(await exchangeToken(database.application, nobodys)).toMatchObject({ ok: false });
	return token;
}

const rename = (place: number, name: string) =>
	database.owner.sql`update unit set name = ${name} where name = ${`Skola ${String(place + 1)}`}`;

async function nameShown(token: string): Promise<string> {
	const page = await openPage(database.application, token);
	return page.ok ? page.value.unit.name : page.refusal;
}

it('gives the page that comes at once what was asked for it, and the next what is so then', async () => {
	const token = await followed(0);
	await rename(0, 'Nya skolan');
	expect([await nameShown(token), await nameShown(token)]).toEqual(['Skola 1', 'Nya skolan']);
});

it('gives nothing to a page that comes later than that', async () => {
	const token = await followed(1);
	await rename(1, 'Senare skolan');
	passed = 2001;
	expect(await nameShown(token)).toBe('Senare skolan');
	passed = 0;
});

it('shows what has been saved with the link meanwhile', async () => {
	const token = await followed(2);
	expect(await saveDraft(database.application, token, { answers: { N2: 7 }, page: 0 })).toMatchObject({
		ok: true
	});
	expect(await openPage(database.application, token)).toMatchObject({
		ok: true,
		value: { answers: { N2: 7 } }
	});
});

it('says so when the unit has answered meanwhile', async () => {
	const token = await followed(3);
	const sent = await submitAnswers(database.application, {
		token,
		asksAboutTexts: true,
		typed: (instrument, saved) => readPageForm(instrument, 0, { form: formOf(4), answers: saved }).answers
	});
	expect(sent).toMatchObject({ ok: true });
	expect(await nameShown(token)).toBe('answered');
});

it('gives nothing to another link', async () => {
	await followed(0);
	const { token = '' } = round.links[4] ?? {};
	expect(await nameShown(token)).toBe('Skola 5');
});
