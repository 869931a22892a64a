import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { tokenHash } from '#lib/server/invitations/invitationToken.ts';
import { readAnsweringLink, type AnsweringLink } from '#lib/server/responses/answeringLink.ts';
import { keptIds } from '#lib/server/responses/draftSealing.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { insertSplits, type SplitSending } from '#lib/server/responses/splitStore.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { movingClock } from '../../support/movingClock.ts';
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
});
afterAll(() => database.close());

const tokenOf = (unit: string) => round.tokens.get(unit) ?? '';

async function opened(token: string): Promise<AnsweringLink> {
	const link = await readAnsweringLink(database.application, token);
	if (!link.ok) throw new Error(link.refusal);
	return link.value;
}

function sendingOf(link: AnsweringLink): SplitSending {
	const { pseudonym, instrument, round } = link;
	const split = {
		pseudonym,
		answeredOn: calendarDate('2026-01-16'),
		packed: instrument.variables.map(() => null),
		texts: [{ freeTextId: randomUUID(), item: 'Z1', sealed: randomBytes(541) }],
		opinions: [{ variable: 'Z6', option: 'besvarad' }],
		copy: { copyId: randomBytes(32), roundId: round.roundId, sealed: randomBytes(64) }
	};
	return { link, split };
}

async function sendAll(...links: readonly AnsweringLink[]) {
	return await insertSplits(database.application.database.sql, links.map(sendingOf));
}

async function send(link: AnsweringLink) {
	const [outcome] = await sendAll(link);
	return outcome;
}

async function rowsWritten(): Promise<Record<string, number> | undefined> {
	const [row] = await database.owner.sql<Record<string, number>[]>`
		select (select count(*)::int from unit_response) as responses, (select count(*)::int from sent_copy) as copies,
			(select count(*)::int from free_text_answer) as texts,
			(select coalesce(sum(answers), 0)::int from opinion_tally) as opinions, (select count(*)::int from draft) as drafts`;
	return row;
}

it('writes nothing of answers whose draft has been changed since it was read', async () => {
	const token = tokenOf('Vuxenenheten');
	const before = await opened(token);
	await saveDraft(database.application, token, { answers: {}, page: 1 });
	expect(await send(before)).toBe('changed');
	expect(await rowsWritten()).toEqual({ responses: 0, copies: 0, texts: 0, opinions: 0, drafts: 1 });
});

it('writes all of what is sent once, and takes the draft away', async () => {
	const link = await opened(tokenOf('Vuxenenheten'));
	expect(await Promise.all([send(link), send({ ...link })])).toEqual(expect.arrayContaining(['sent']));
	expect(await rowsWritten()).toEqual({ responses: 1, copies: 1, texts: 1, opinions: 1, drafts: 0 });
});

it('writes nothing when the unit has answered', async () => {
	const link = await opened(tokenOf('Mottagningen'));
	expect(await send(link)).toBe('sent');
	expect(await send(link)).toBe('answered');
	expect(await rowsWritten()).toEqual({ responses: 2, copies: 2, texts: 2, opinions: 2, drafts: 0 });
});

it('writes nothing when the round has been closed, or the link is unknown', async () => {
	const link = await opened(tokenOf('Föreningen Lyktan'));
	const unknown = 'AAAAAAAAAAAAAAAAAAAAAA';
	expect(await send({ ...link, hash: tokenHash(unknown), ...keptIds(unknown) })).toBe('changed');
	await closeRound(database.application, municipality.actors.samordnare, round.roundId);
	expect(await send(link)).toBe('changed');
	expect(await rowsWritten()).toMatchObject({ responses: 2, texts: 2, opinions: 2 });
});
