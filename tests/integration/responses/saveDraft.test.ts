import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { movingClock } from '../../support/movingClock.ts';
import { policeAnswers } from '../../support/policeAnswers.ts';
import { insertSmallMunicipality, openedRoundIn } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';
import { untilWaiting } from '../../support/untilWaiting.ts';

let database: TestDatabase;
let token: string;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	const municipality = await insertSmallMunicipality(database.application, '9998');
	const { tokens } = await openedRoundIn(database.application, municipality);
	token = tokens.get('Lokalpolisområde Prov') ?? '';
});
afterAll(() => database.close());

it('a page saved in another tab at the moment of sending does not write the deleted draft anew', async () => {
	const { application, owner } = database;
	const draft = { answers: policeAnswers(), page: 7 };
	await saveDraft(application, token, draft);
	const { sending, saving } = await owner.begin(async (sql) => {
		await sql`select 1 from draft for update`;
		const sending = submitAnswers(application, { token, asksAboutTexts: false });
		await untilWaiting(database, 1);
		const saving = saveDraft(application, token, draft);
		await untilWaiting(database, 2);
		return { sending: [sending], saving: [saving] };
	});
	const [[sent], [saved]] = [await Promise.all(sending), await Promise.all(saving)];
	expect(sent?.ok).toBe(true);
	expect(saved).toEqual({ ok: false, refusal: 'answered' });
	expect(await owner.sql`select 1 from draft`).toHaveLength(0);
});
