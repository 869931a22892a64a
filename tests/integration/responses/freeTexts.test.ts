import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFreeTexts } from '#lib/server/lagesbild/freetexts/readFreeTexts.ts';
import { openReview } from '#lib/server/responses/openReview.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { saveNotes } from '#lib/server/responses/saveNotes.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { movingClock } from '../../support/movingClock.ts';
import { policeAnswers } from '../../support/policeAnswers.ts';
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
let token: string;

const revealing = 'Ring Anna på 070-174 06 05.';
const caseNumber = 'Se ärende ABC 123 hos oss.';

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	municipality = await insertSmallMunicipality(database.application, '9998');
	round = await openedRoundIn(database.application, municipality);
	token = round.tokens.get('Lokalpolisområde Prov') ?? '';
	const answers = policeAnswers({ Z7: revealing, Z10: caseNumber });
	await saveDraft(database.application, token, { answers, page: 7 });
});
afterAll(() => database.close());

describe('a text that looks like personal data', () => {
	it('stops the sending once, until the respondent has decided', async () => {
		const sent = await submitAnswers(database.application, { token, asksAboutTexts: true });
		expect(sent).toEqual({ ok: false, refusal: 'undecided-texts' });
		const opened = await openReview(database.application, token);
		const found = opened.ok ? opened.value.review.texts.filter(({ kinds }) => kinds.length > 0) : [];
		expect(found.map(({ item, kinds, isKept }) => [item, kinds, isKept])).toEqual([
			['Z7', ['namn', 'telefon'], false],
			['Z10', ['registreringsnummer'], false]
		]);
	});

	it('is kept when the respondent says so, and the decision stays with the draft', async () => {
		const decisions = { reasons: {}, confirmed: [], keptItems: ['Z10'] };
		expect(await saveNotes(database.application, token, decisions)).toEqual({ ok: true, value: null });
		const opened = await openReview(database.application, token);
		const kept = opened.ok ? opened.value.review.texts.filter(({ isKept }) => isKept) : [];
		expect(kept.map(({ item }) => item)).toEqual(['Z10']);
	});

	it('is sent when the respondent sends it all the same, and nothing is left of draft and notes', async () => {
		expect((await submitAnswers(database.application, { token, asksAboutTexts: false })).ok).toBe(true);
		expect(await database.owner.sql`select 1 from draft`).toHaveLength(0);
	});
});

describe('free text', () => {
	it('cannot be read while the round is open, nor by anybody but the samordnare', async () => {
		const { samordnare, granskare, lasare } = municipality.actors;
		const attempts = [];
		for (const actor of [samordnare, granskare, lasare]) {
			attempts.push(await readFreeTexts(database.application, actor, { roundId: round.roundId, item: 'Z7' }));
		}
		expect(attempts).toEqual([
			{ ok: false, refusal: 'round-not-closed' },
			{ ok: false, refusal: 'not-allowed' },
			{ ok: false, refusal: 'not-allowed' }
		]);
	});

	it('is read by sector and question when the round has been closed, marked, and that it was read is recorded', async () => {
		const { samordnare } = municipality.actors;
		await closeRound(database.application, samordnare, round.roundId);
		const { roundId } = round;
		const texts = [];
		for (const item of ['P21.motivera', 'Z10', 'Z7']) {
			const read = await readFreeTexts(database.application, samordnare, { roundId, item });
			if (read.ok) texts.push(...read.value.texts.map((text) => ({ item, text })));
		}
		expect(texts.map(({ item, text }) => [text.sector, item, text.parts, text.review])).toEqual([
			['polis', 'P21.motivera', [{ text: 'Hemlig fritext från polisen åäö' }], 'nothing-found'],
			[
				'polis',
				'Z10',
				[{ text: 'Se ärende ' }, { text: 'ABC 123', kind: 'registreringsnummer' }, { text: ' hos oss.' }],
				'kept'
			],
			[
				'polis',
				'Z7',
				[
					{ text: 'Ring ' },
					{ text: 'Anna', kind: 'namn' },
					{ text: ' på ' },
					{ text: '070-174 06 05', kind: 'telefon' },
					{ text: '.' }
				],
				'undecided'
			]
		]);
		const recorded = await database.owner.sql`select 1 from audit_event where action = 'free-texts-read'`;
		expect(recorded).toHaveLength(3);
	});

	it('is gone for good when the round’s key has been deleted', async () => {
		await database.owner.sql`update round set free_text_key = null`;
		const { samordnare } = municipality.actors;
		const place = { roundId: round.roundId, item: 'Z7' };
		expect(await readFreeTexts(database.application, samordnare, place)).toEqual({
			ok: false,
			refusal: 'texts-erased'
		});
	});
});
