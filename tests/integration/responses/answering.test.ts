import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packedStatus } from '#lib/instruments/instrument.ts';
import { openAnswering } from '#lib/server/responses/openAnswering.ts';
import { keepReceipt, readReceipt } from '#lib/server/responses/receipts.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { readRound } from '#lib/server/rounds/readRound.ts';
import { findInstrument } from '#lib/server/rounds/questionnaireStore.ts';
import { withMunicipality } from '#lib/server/db/connection.ts';
import { listResponses } from '#lib/server/responses/responseStore.ts';
import { movingClock } from '../../support/movingClock.ts';
import { policeAnswers } from '../../support/policeAnswers.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	planOf,
	type OpenedRound,
	type SmallMunicipality
} from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

const clock = movingClock('2026-01-16T09:00:00Z');
let database: TestDatabase;
let municipality: SmallMunicipality;
let round: OpenedRound;

beforeAll(async () => {
	database = await openTestDatabase({ clock });
	municipality = await insertSmallMunicipality(database.application, '9998');
	round = await openedRoundIn(database.application, municipality);
});
afterAll(() => database.close());

function tokenOf(unit: string): string {
	const token = round.tokens.get(unit);
	if (!token) throw new Error(`No link for ${unit}`);
	return token;
}

async function countRows(table: string): Promise<number> {
	const [row] = await database.owner.sql<{ n: number }[]>`
		select count(*)::int as n from ${database.owner.sql(table)}`;
	return row?.n ?? -1;
}

describe('a link', () => {
	it('opens the questionnaire of the unit’s sector, empty at first', async () => {
		const opened = await openAnswering(database.application, tokenOf('Lokalpolisområde Prov'));
		expect(opened.ok && opened.value).toMatchObject({
			unit: { name: 'Lokalpolisområde Prov', sector: 'polis' },
			instrument: { sector: 'polis', parameters: { kommun: 'Provby 9998' } },
			answers: {},
			resumePage: null
		});
	});

	it('is refused when it is unknown, malformed or empty', async () => {
		for (const token of ['AAAAAAAAAAAAAAAAAAAAAA', 'x', '', '../../etc/passwd', 'å'.repeat(22)]) {
			expect(await openAnswering(database.application, token)).toEqual({
				ok: false,
				refusal: 'unknown-link'
			});
		}
	});

	it('brings back what was saved, at the page where the respondent was', async () => {
		const token = tokenOf('Vuxenenheten');
		await saveDraft(database.application, token, {
			answers: { A1: 'vuxen_beroende', A3_antal: 'tolv' },
			page: 1
		});
		const opened = await openAnswering(database.application, token);
		expect(opened.ok && [opened.value.answers, opened.value.resumePage]).toEqual([
			{ A1: 'vuxen_beroende', A3_antal: 'tolv' },
			1
		]);
	});
});

describe('sending', () => {
	it('is refused while something required is missing, and keeps the draft', async () => {
		const token = tokenOf('Vuxenenheten');
		expect(await submitAnswers(database.application, { token, asksAboutTexts: false })).toEqual({
			ok: false,
			refusal: 'incomplete'
		});
		expect((await openAnswering(database.application, token)).ok).toBe(true);
	});

	it('splits the answers, deletes the draft and leaves a receipt; a second sending stores nothing', async () => {
		const token = tokenOf('Lokalpolisområde Prov');
		await saveDraft(database.application, token, { answers: policeAnswers(), page: 7 });
		const draftsBefore = await countRows('draft');
		const [first, second] = await Promise.all([
			submitAnswers(database.application, { token, asksAboutTexts: false }),
			submitAnswers(database.application, { token, asksAboutTexts: false })
		]);
		expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1);
		expect([first, second].find((each) => !each.ok)).toEqual({ ok: false, refusal: 'answered' });
		expect(await countRows('unit_response')).toBe(1);
		expect(await countRows('free_text_answer')).toBe(1);
		expect(await countRows('draft')).toBe(draftsBefore - 1);
		expect(await openAnswering(database.application, token)).toEqual({ ok: false, refusal: 'answered' });
		const receipt = [first, second].flatMap((each) => (each.ok ? [each.value] : []))[0];
		if (!receipt) throw new Error('Neither was stored');
		const holder = { token, browserKey: 'its own' };
		keepReceipt(holder, receipt, clock.now());
		expect(readReceipt(holder, clock.now())?.answers['P3_antal']).toBe(14);
		expect(readReceipt({ token, browserKey: 'another' }, clock.now())).toBeNull();
	});

	it('keeps a number, a zero that was asked for, “vet ej”, an unanswered and a question not shown apart', async () => {
		const { instrument, stored } = await withMunicipality(
			database.application.database,
			'9998',
			async (sql) => ({
				instrument: await findInstrument(sql, round.roundId, 'polis'),
				stored: (await listResponses(sql, round.roundId))[0]
			})
		);
		const valueOf = (code: string) =>
			stored?.packed[instrument?.variables.findIndex((variable) => variable.code === code) ?? -1];
		expect({
			number: valueOf('P3'),
			zero: valueOf('P7.barn'),
			dontKnow: valueOf('P11.arbete.vuxna'),
			unanswered: valueOf('P17'),
			notShown: valueOf('P5.samverkan.skola_elevhalsa')
		}).toEqual({
			number: 14,
			zero: packedStatus.noll,
			dontKnow: packedStatus.vet_ej,
			unanswered: null,
			notShown: packedStatus.not_shown
		});
	});

	it('shows the samordnare at once how many have answered, and which when the day has passed', async () => {
		const before = await readRound(database.application, municipality.actors.samordnare, round.roundId);
		clock.set('2026-01-17T08:00:00Z');
		const after = await readRound(database.application, municipality.actors.samordnare, round.roundId);
		const police = (view: typeof before) =>
			view.ok ? view.value.units.find((unit) => unit.sector === 'polis') : undefined;
		const told = (view: typeof before) => [police(view)?.hasAnswered, police(view)?.answeredOn];
		expect([told(before), before.ok && before.value.answered]).toEqual([[false, null], 1]);
		expect([told(after), after.ok && after.value.answered]).toEqual([[true, '2026-01-16'], 1]);
		expect(after.ok && after.value.response).toEqual([
			{ sector: 'polis', asked: 1, answered: 1 },
			{ sector: 'socialtjanst', asked: 2, answered: 0 },
			{ sector: 'civilsamhalle', asked: 1, answered: 0 }
		]);
	});
});

describe('the last day', () => {
	it('lasts to midnight in Sweden, and then the round takes no answers', async () => {
		const token = tokenOf('Mottagningen');
		clock.set('2026-02-28T22:59:00Z');
		expect((await openAnswering(database.application, token)).ok).toBe(true);
		clock.set('2026-02-28T23:00:00Z');
		expect(await openAnswering(database.application, token)).toEqual({ ok: false, refusal: 'closed' });
	});

	it('is followed by closing, which deletes the drafts that were never sent and the links in the letters', async () => {
		expect(await countRows('draft')).toBe(1);
		expect(await closeRound(database.application, municipality.actors.samordnare, round.roundId)).toEqual({
			ok: true,
			value: null
		});
		expect(await countRows('draft')).toBe(0);
		expect(await countRows('unit_response')).toBe(1);
		const letters = await database.owner.sql`select 1 from outbox_message where sealed_body is not null`;
		expect(letters).toHaveLength(0);
	});
});

describe('a planned round', () => {
	it('cannot be opened by a läsare, nor twice', async () => {
		clock.set('2026-01-16T09:00:00Z');
		const second = await openedRoundIn(
			database.application,
			municipality,
			planOf(municipality, { year: 2027 })
		);
		const { openRound } = await import('#lib/server/rounds/openRound.ts');
		expect(await openRound(database.application, municipality.actors.lasare, second.roundId)).toEqual({
			ok: false,
			refusal: 'not-allowed'
		});
		expect(await openRound(database.application, municipality.actors.samordnare, second.roundId)).toEqual({
			ok: false,
			refusal: 'already-open'
		});
	});
});
