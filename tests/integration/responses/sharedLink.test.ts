import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exchangeToken } from '#lib/server/responses/exchangeToken.ts';
import { openAnswering } from '#lib/server/responses/openAnswering.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { listGivenLinks, shareLink, withdrawGivenLink } from '#lib/server/responses/shareLink.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { movingClock } from '../../support/movingClock.ts';
import { policeAnswers } from '../../support/policeAnswers.ts';
import { insertSmallMunicipality, openedRoundIn } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let own: string;
let other: string;
let colleague: string;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	const municipality = await insertSmallMunicipality(database.application, '9998');
	const { tokens } = await openedRoundIn(database.application, municipality);
	own = tokens.get('Lokalpolisområde Prov') ?? '';
	other = tokens.get('Vuxenenheten') ?? '';
	await saveDraft(database.application, own, { answers: { P3_antal: 14 }, page: 1 });
	colleague = await give('Statistiken');
});
afterAll(() => database.close());

async function give(name: string, pages: number[] = []): Promise<string> {
	const shared = await shareLink(database.application, own, { name, task: 'sidorna om barn', pages });
	if (!shared.ok) throw new Error(shared.refusal);
	return /\/svara\/([\w-]{22})$/.exec(shared.value.address)?.[1] ?? '';
}

async function given() {
	const listed = await listGivenLinks(database.application, own);
	return listed.ok ? listed.value : [];
}

const refusedAs = (refusal: string) => ({ ok: false, refusal });

describe('a colleague’s link', () => {
	it('opens the unit’s common draft, and what the colleague saves the unit sees', async () => {
		const { application } = database;
		expect((await exchangeToken(application, colleague)).ok).toBe(true);
		const opened = await openAnswering(application, colleague);
		expect(opened.ok && [opened.value.isColleague, opened.value.unit.name, opened.value.answers]).toEqual([
			true,
			'Lokalpolisområde Prov',
			{ P3_antal: 14 }
		]);
		await saveDraft(application, colleague, { answers: policeAnswers({ P3_antal: 15 }), page: 2 });
		const seen = await openAnswering(application, own);
		expect(seen.ok && [seen.value.isColleague, seen.value.answers['P3_antal']]).toEqual([false, 15]);
		expect(await database.owner.sql`select 1 from draft`).toHaveLength(1);
	});

	it('does not send, share or show the given links', async () => {
		const { application } = database;
		const refused = refusedAs('not-the-units-own');
		expect(await submitAnswers(application, { token: colleague, asksAboutTexts: false })).toEqual(refused);
		expect(await shareLink(application, colleague, { name: 'Ännu en', task: '', pages: [] })).toEqual(
			refused
		);
		expect(await listGivenLinks(application, colleague)).toEqual(refused);
	});

	it('is listed for the unit alone, with whom it is to and what for', async () => {
		expect((await given()).map(({ name, task }) => [name, task])).toEqual([
			['Statistiken', 'sidorna om barn']
		]);
		expect(await listGivenLinks(database.application, other)).toEqual({ ok: true, value: [] });
	});

	it('is not taken back by another unit; taken back by its giver it opens nothing', async () => {
		const { application } = database;
		const [link] = await given();
		if (!link) throw new Error('No link is given');
		await withdrawGivenLink(application, other, link.linkId);
		expect((await openAnswering(application, colleague)).ok).toBe(true);
		await withdrawGivenLink(application, own, link.linkId);
		const unknown = refusedAs('unknown-link');
		expect(await openAnswering(application, colleague)).toEqual(unknown);
		expect(await exchangeToken(application, colleague)).toEqual(unknown);
		expect(await saveDraft(application, colleague, { answers: {}, page: 0 })).toEqual(unknown);
		const kept = await openAnswering(application, own);
		expect(kept.ok && kept.value.answers['P3_antal']).toBe(15);
	});

	it('tells the colleague which part is asked for, and shows and takes the rest as well', async () => {
		const { application } = database;
		const part = await give('Barnhandläggaren', [3, 4]);
		const opened = await openAnswering(application, part);
		expect(opened.ok && [opened.value.askedPages, opened.value.answers['P3_antal']]).toEqual([[3, 4], 15]);
		expect((await openAnswering(application, own)).ok).toBe(true);
		await saveDraft(application, part, { answers: policeAnswers({ P3_antal: 16 }), page: 4 });
		const seen = await openAnswering(application, own);
		expect(seen.ok && [seen.value.askedPages, seen.value.answers['P3_antal']]).toEqual([[], 16]);
		const listed = await given();
		expect(listed.map(({ name, pages }) => [name, pages])).toEqual([['Barnhandläggaren', [3, 4]]]);
		await withdrawGivenLink(application, own, listed[0]?.linkId ?? '');
		expect(await openAnswering(application, part)).toEqual(refusedAs('unknown-link'));
	});

	it('has room for the longest name, task and list of pages', async () => {
		const { application } = database;
		const note = {
			name: '文'.repeat(100),
			task: '文'.repeat(300),
			pages: Array.from({ length: 200 }, (_, page) => page)
		};
		expect((await shareLink(application, own, note)).ok).toBe(true);
		const [longest] = await given();
		expect(longest).toMatchObject(note);
		await withdrawGivenLink(application, own, longest?.linkId ?? '');
	});

	it('says that the link is answered when the unit has sent', async () => {
		const { application } = database;
		const second = await give('Ekonomen');
		expect((await submitAnswers(application, { token: own, asksAboutTexts: false })).ok).toBe(true);
		expect(await openAnswering(application, second)).toEqual(refusedAs('answered'));
	});

	it('cannot be given without end', async () => {
		const { application } = database;
		const results = [];
		for (let link = 0; link <= 20; link += 1) {
			results.push(await shareLink(application, other, { name: `Nr ${String(link)}`, task: '', pages: [] }));
		}
		expect(results.filter(({ ok }) => ok)).toHaveLength(20);
		expect(results.at(-1)).toEqual(refusedAs('too-many'));
	});
});
