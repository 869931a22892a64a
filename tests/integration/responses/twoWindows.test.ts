import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openAnswering } from '#lib/server/responses/openAnswering.ts';
import { changeDraft, saveDraft } from '#lib/server/responses/saveDraft.ts';
import { shareLink } from '#lib/server/responses/shareLink.ts';
import {
	answerPage,
	type PageOutcome
} from '../../../src/routes/(respondent)/svara/lank/[ref]/sida/[nr]/answerPage.ts';
import { movingClock } from '../../support/movingClock.ts';
import { insertSmallMunicipality, openedRoundIn } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';
import { untilWaiting } from '../../support/untilWaiting.ts';

// Two windows that hold the same page and save it at the same moment, as the page's script posts it.

let database: TestDatabase;
let own: string;
let colleague: string;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	const municipality = await insertSmallMunicipality(database.application, '9998');
	const { tokens } = await openedRoundIn(database.application, municipality);
	own = tokens.get('Lokalpolisområde Prov') ?? '';
	await saveDraft(database.application, own, { answers: {}, page: 1 });
	const note = { name: 'Kollegan', task: '', pages: [] };
	const shared = await shareLink(database.application, own, note);
	colleague = shared.ok ? shared.value.address.slice(-22) : '';
});
afterAll(() => database.close());
beforeEach(async () => {
	await saveDraft(database.application, own, { answers: { A3_antal: 5, A4_antal: 50 }, page: 1 });
});

/** What a window posts that shows 5 and 50, and where one field was changed. */
async function save(token: string, field: 'A3_antal' | 'A4_antal', text: string): Promise<PageOutcome> {
	const shown = { A3_antal: '5', A4_antal: '50' };
	const form = Object.entries({ ...shown, [field]: text });
	const changes = new Map([[field, [shown[field]]]]);
	const saved = await changeDraft(database.application, token, (draft) =>
		answerPage(draft, { index: 1, form, way: 'utkast', changes })
	);
	if (!saved.ok) throw new Error(saved.refusal);
	return saved.value;
}

/** Both savings have begun before either has written. */
async function atOnce(
	first: () => Promise<PageOutcome>,
	second: () => Promise<PageOutcome>
): Promise<readonly PageOutcome[]> {
	const begun = await database.owner.begin(async (sql) => {
		await sql`select 1 from draft for update`;
		const one = first();
		await untilWaiting(database, 1);
		const two = second();
		await untilWaiting(database, 2);
		return { savings: [one, two] };
	});
	return await Promise.all(begun.savings);
}

async function stored() {
	const opened = await openAnswering(database.application, own);
	return opened.ok ? [opened.value.answers['A3_antal'], opened.value.answers['A4_antal']] : [];
}

it('two windows that change different fields at once keep both', async () => {
	const outcomes = await atOnce(
		() => save(own, 'A3_antal', '6'),
		() => save(own, 'A4_antal', '60')
	);
	expect(outcomes).toEqual([
		{ kind: 'kept', stored: { A3_antal: '6' }, unread: [], conflicts: [] },
		{ kind: 'kept', stored: { A4_antal: '60' }, unread: [], conflicts: [] }
	]);
	expect(await stored()).toEqual([6, 60]);
});

it('two windows that change the same field at once: the later is asked, and nothing is overwritten', async () => {
	const outcomes = await atOnce(
		() => save(own, 'A3_antal', '6'),
		() => save(own, 'A3_antal', '7')
	);
	expect(outcomes).toEqual([
		{ kind: 'kept', stored: { A3_antal: '6' }, unread: [], conflicts: [] },
		{ kind: 'kept', stored: {}, unread: [], conflicts: [{ field: 'A3_antal', stored: '6' }] }
	]);
	expect(await stored()).toEqual([6, 50]);
});

it('the unit and a colleague with a link of its own save to one draft in the same way', async () => {
	const outcomes = await atOnce(
		() => save(colleague, 'A3_antal', '6'),
		() => save(own, 'A4_antal', '60')
	);
	expect(outcomes.map(({ kind }) => kind)).toEqual(['kept', 'kept']);
	expect(await stored()).toEqual([6, 60]);
	expect(await save(colleague, 'A4_antal', '70')).toEqual({
		kind: 'kept',
		stored: {},
		unread: [],
		conflicts: [{ field: 'A4_antal', stored: '60' }]
	});
	expect(await database.owner.sql`select 1 from draft`).toHaveLength(1);
});
