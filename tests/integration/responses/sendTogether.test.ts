import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import { withMunicipality, type Database } from '#lib/server/db/connection.ts';
import { readAnsweringLink, type AnsweringLink } from '#lib/server/responses/answeringLink.ts';
import { listResponses } from '#lib/server/responses/responseStore.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { sendTogether } from '#lib/server/responses/sendTogether.ts';
import { insertSplits, type SplitSending } from '#lib/server/responses/splitStore.ts';
import { movingClock } from '../../support/movingClock.ts';
import { readInvitations } from '../../support/readInvitations.ts';
import { insertSmallMunicipality, openedRoundIn, type OpenedRound } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';
import { untilWaiting } from '../../support/untilWaiting.ts';

// Sendings that come while others are being committed are committed together: docs/decisions/0088.

const municipalityId = '9998';
const schools = Array.from(
	{ length: 40 },
	(_, index) => ['skola', `Skola ${String(index)}`] as [Sector, string]
);

let test: TestDatabase;
let round: OpenedRound;

beforeAll(async () => {
	test = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	const municipality = await insertSmallMunicipality(test.application, municipalityId, schools);
	round = await openedRoundIn(test.application, municipality);
});
afterAll(() => test.close());

let taken = 0;

async function nextLink(): Promise<AnsweringLink> {
	const token = round.tokens.get(`Skola ${String(taken)}`) ?? '';
	taken += 1;
	const link = await readAnsweringLink(test.application, token);
	if (!link.ok) throw new Error(link.refusal);
	return link.value;
}

const nextLinks = (count: number) => Promise.all(Array.from({ length: count }, nextLink));

/** The packed row begins with this number; an opinion and a text go with it. */
function sendingOf(link: AnsweringLink, first: number, option = 'besvarad'): SplitSending {
	const { pseudonym, instrument } = link;
	const split = {
		pseudonym,
		answeredOn: calendarDate('2026-01-16'),
		packed: instrument.variables.map((_, place) => (place === 0 ? first : null)),
		texts: [{ freeTextId: randomUUID(), item: 'Z1', sealed: randomBytes(541) }],
		opinions: [
			{ variable: 'Z7', option },
			{ variable: 'Z6', option: 'besvarad' }
		],
		copy: { copyId: randomBytes(32), roundId: link.round.roundId, sealed: randomBytes(64) }
	};
	return { link, split };
}

/** The application's own database, which counts the statements of sendings. */
function countedDatabase(): { readonly database: Database; readonly statements: () => number } {
	const { database } = test.application;
	let count = 0;
	const sql = new Proxy(database.sql, {
		apply: (target, self, given: unknown[]) => {
			const text = (given[0] as readonly string[]).join('?');
			if (text.includes('send_answers')) count += 1;
			return Reflect.apply(target as (...all: unknown[]) => unknown, self, given);
		}
	});
	return { database: { ...database, sql }, statements: () => count };
}

interface Written {
	readonly responses: number;
	readonly copies: number;
	readonly texts: number;
	readonly tallies: Readonly<Record<string, number>>;
}

async function written(): Promise<Written> {
	const [row] = await test.owner.sql<Written[]>`
		select (select count(*)::int from unit_response) as responses, (select count(*)::int from sent_copy) as copies,
			(select count(*)::int from free_text_answer) as texts,
			(select coalesce(jsonb_object_agg(variable || option, answers order by variable, option), '{}')
				from opinion_tally where sector = 'skola') as tallies`;
	if (!row) throw new Error('No row');
	return row;
}

beforeEach(async () => {
	await test.owner.sql`truncate unit_response, sent_copy, free_text_answer, opinion_tally, draft`;
});

it('writes each of many that come at once, in one statement, and tells each by itself', async () => {
	const links = await nextLinks(9);
	const { database, statements } = countedDatabase();
	const outcomes = await Promise.all(
		links.map((link, index) => sendTogether(database, sendingOf(link, index, index < 3 ? 'ja' : 'nej')))
	);
	expect(outcomes).toEqual(links.map(() => 'sent'));
	expect(statements()).toBe(1);
	expect(await written()).toEqual({
		responses: 9,
		copies: 9,
		texts: 9,
		tallies: { Z6besvarad: 9, Z7ja: 3, Z7nej: 6 }
	});
	const stored = await withMunicipality(test.application.database, municipalityId, (sql) =>
		listResponses(sql, round.roundId)
	);
	expect(stored.map(({ packed }) => packed[0]).toSorted((a, b) => Number(a) - Number(b))).toEqual([
		...links.keys()
	]);
});

it('writes a unit that is sent twice together once, whichever came first', async () => {
	const [link, other, last] = (await nextLinks(3)) as [AnsweringLink, AnsweringLink, AnsweringLink];
	const { database } = countedDatabase();
	const outcomes = await Promise.all(
		[link, other, link, other, last].map((each, index) => sendTogether(database, sendingOf(each, index)))
	);
	expect(outcomes).toEqual(['sent', 'sent', 'answered', 'answered', 'sent']);
	expect(await written()).toMatchObject({ responses: 3, texts: 3, tallies: { Z6besvarad: 3 } });
});

it('writes nothing of one whose draft was changed since it was read, and all of the others', async () => {
	const [first, changed, last] = (await nextLinks(3)) as [AnsweringLink, AnsweringLink, AnsweringLink];
	await saveDraft(test.application, changed.token, { answers: {}, page: 0 });
	const { database } = countedDatabase();
	const outcomes = await Promise.all(
		[first, changed, last].map((each, index) => sendTogether(database, sendingOf(each, index)))
	);
	expect(outcomes).toEqual(['sent', 'changed', 'sent']);
	expect(await written()).toMatchObject({ responses: 2, tallies: { Z6besvarad: 2 } });
});

it('one that the database cannot write is a fault of its own: the others are written', async () => {
	const [first, faulty, last] = (await nextLinks(3)) as [AnsweringLink, AnsweringLink, AnsweringLink];
	const sending = sendingOf(faulty, 1);
	const tooShort = { ...sending, split: { ...sending.split, packed: [1] } };
	const { database } = countedDatabase();
	const outcomes = await Promise.allSettled(
		[sendingOf(first, 0), tooShort, sendingOf(last, 2)].map((each) => sendTogether(database, each))
	);
	expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
	expect(await written()).toMatchObject({ responses: 2, copies: 2, texts: 2, tallies: { Z6besvarad: 2 } });
});

it('two programs that send at once, in opposite order, do not stop each other', async () => {
	const links = await nextLinks(8);
	const [one, two] = [countedDatabase().database, countedDatabase().database];
	const outcomes = await Promise.all([
		...links.map((link, index) => sendTogether(one, sendingOf(link, index))),
		...links.toReversed().map((link, index) => sendTogether(two, sendingOf(link, index, 'nej')))
	]);
	expect(outcomes.toSorted()).toEqual([...links.map(() => 'answered'), ...links.map(() => 'sent')]);
	expect(await written()).toMatchObject({ responses: 8, copies: 8, texts: 8, tallies: { Z6besvarad: 8 } });
});

it('reads the invitations of its own links only, however many units are asked', async () => {
	const [one, other] = await nextLinks(2);
	if (!one || !other) throw new Error('No links');
	const { database } = test.application;
	const read = await database.begin(async (sql) => {
		const before = await readInvitations(sql);
		const outcomes = await insertSplits(sql, [sendingOf(one, 1), sendingOf(other, 2)]);
		return { outcomes, rows: (await readInvitations(sql)) - before };
	});
	// Whose they are, once; then each to lock its round, and to judge it.
	expect(read).toEqual({ outcomes: ['sent', 'sent'], rows: 5 });
});

it('is judged by what was committed while it waited for its round', async () => {
	const link = await nextLink();
	const waiting: Promise<string>[] = [];
	await test.owner.begin(async (sql) => {
		await sql`select from round where round_id = ${round.roundId} for update`;
		waiting.push(sendTogether(test.application.database, sendingOf(link, 0)));
		await untilWaiting(test, 1);
		await sql`update invitation set withdrawn_on = '2026-01-16' where round_id = ${round.roundId}`;
	});
	expect(await Promise.all(waiting)).toEqual(['changed']);
	expect(await written()).toMatchObject({ responses: 0, copies: 0, texts: 0, tallies: {} });
});
