import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { newToken, tokenHash } from '#lib/server/invitations/invitationToken.ts';
import { readAnsweringLink } from '#lib/server/responses/answeringLink.ts';
import { keptIds } from '#lib/server/responses/draftSealing.ts';
import { findTogether } from '#lib/server/responses/findTogether.ts';
import { findLinks, type FoundLink, type SoughtLink } from '#lib/server/responses/linkStore.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { sendTogether } from '#lib/server/responses/sendTogether.ts';
import { unitPseudonym } from '#lib/server/responses/unitPseudonym.ts';
import { movingClock } from '../../support/movingClock.ts';
import { readInvitations } from '../../support/readInvitations.ts';
import { insertSmallMunicipality, openedRoundIn, type OpenedRound } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

// Links that are asked about at once are asked about in one statement: docs/decisions/0172.

let test: TestDatabase;
let round: OpenedRound;
let othersRound: OpenedRound;

beforeAll(async () => {
	test = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	const { application } = test;
	round = await openedRoundIn(application, await insertSmallMunicipality(application, '9997'));
	othersRound = await openedRoundIn(application, await insertSmallMunicipality(application, '9998'));
});
afterAll(() => test.close());

const linkOf = ({ tokens }: OpenedRound, unit: string) => tokens.get(unit) ?? '';

const recognised = (token: string): SoughtLink => ({
	hash: tokenHash(token),
	draftId: null,
	notesId: null,
	pseudonym: null
});

/** As a page asks, when the unit's pseudonym is known. */
async function asked(token: string): Promise<SoughtLink> {
	const [found] = await findLinks(test.application.database.sql, [recognised(token)]);
	const pseudonym = found ? unitPseudonym(test.application.keys, found.unit) : null;
	return { hash: tokenHash(token), ...keptIds(token), pseudonym };
}

async function answer(token: string): Promise<void> {
	const opened = await readAnsweringLink(test.application, token);
	if (!opened.ok) throw new Error(opened.refusal);
	const link = opened.value;
	const outcome = await sendTogether(test.application.database, {
		link,
		split: {
			pseudonym: link.pseudonym,
			answeredOn: calendarDate('2026-01-16'),
			packed: link.instrument.variables.map(() => null),
			texts: [],
			opinions: [],
			copy: { copyId: randomBytes(32), roundId: link.round.roundId, sealed: randomBytes(64) }
		}
	});
	expect(outcome).toBe('sent');
}

const told = (found: FoundLink | null) =>
	found && {
		municipality: found.municipality.municipalityId,
		unit: found.unit.unitName,
		round: found.round.roundId,
		isWithdrawn: found.unit.isWithdrawn,
		hasDraft: found.kept.draft !== null,
		isAnswered: found.isAnswered
	};

it('says of each of many by itself: two municipalities’, begun, answered, withdrawn, and nobody’s', async () => {
	const { application, owner } = test;
	const begun = linkOf(round, 'Vuxenenheten');
	await saveDraft(application, begun, { answers: {}, page: 0 });
	await answer(linkOf(othersRound, 'Vuxenenheten'));
	const withdrawn = linkOf(othersRound, 'Mottagningen');
	await owner.sql`update invitation set withdrawn_on = '2026-01-16' where token_hash = ${tokenHash(withdrawn)}`;
	const plain = { isWithdrawn: false, hasDraft: false, isAnswered: false };
	const [own, others] = [
		{ municipality: '9997', round: round.roundId, ...plain },
		{ municipality: '9998', round: othersRound.roundId, ...plain }
	];
	const sought = [
		recognised(linkOf(round, 'Mottagningen')),
		await asked(linkOf(othersRound, 'Vuxenenheten')),
		await asked(newToken()),
		await asked(begun),
		recognised(withdrawn),
		// Once more, and asked otherwise.
		recognised(begun),
		recognised(newToken()),
		await asked(linkOf(othersRound, 'Föreningen Lyktan'))
	];
	const found = await findLinks(application.database.sql, sought);
	expect(found.map(told)).toEqual([
		{ ...own, unit: 'Mottagningen' },
		{ ...others, unit: 'Vuxenenheten', isAnswered: true },
		null,
		{ ...own, unit: 'Vuxenenheten', hasDraft: true },
		{ ...others, unit: 'Mottagningen', isWithdrawn: true },
		{ ...own, unit: 'Vuxenenheten' },
		null,
		{ ...others, unit: 'Föreningen Lyktan' }
	]);
	// All of what is known, together as alone.
	const alone = await Promise.all(sought.map((each) => findLinks(application.database.sql, [each])));
	expect(found).toEqual(alone.flat());
});

it('asks about those that come at once in one statement, and tells each of its own', async () => {
	const { database } = test.application;
	const statements: string[] = [];
	const sql = new Proxy(database.sql, {
		apply: (target, self, given: unknown[]) => {
			statements.push((given[0] as readonly string[]).join('?'));
			return Reflect.apply(target as (...all: unknown[]) => unknown, self, given);
		}
	});
	const counted = { ...database, sql };
	const tokens = [...round.tokens.values(), ...othersRound.tokens.values()];
	const found = await Promise.all(tokens.map((token) => findTogether(counted, recognised(token))));
	expect(found.map((link) => link?.unit.unitName)).toEqual([
		...round.tokens.keys(),
		...othersRound.tokens.keys()
	]);
	expect(statements.filter((text) => text.includes('open_links'))).toHaveLength(1);
});

it('reads the invitations of its own links only, however many units are asked', async () => {
	const sought = await Promise.all([...round.tokens.values()].slice(0, 2).map(asked));
	const rows = await test.application.database.begin(async (sql) => {
		const before = await readInvitations(sql);
		await findLinks(sql, sought);
		return (await readInvitations(sql)) - before;
	});
	// Of each whose it is, and then what is known of it.
	expect(rows).toBe(4);
});
