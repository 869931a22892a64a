import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { commentOnRound, readComments, removeComment } from '#lib/server/rounds/commentOnRound.ts';
import { readProgress } from '#lib/server/rounds/readProgress.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import { movingClock } from '../../support/movingClock.ts';
import { policeAnswers } from '../../support/policeAnswers.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	planOf,
	type SmallMunicipality
} from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

const clock = movingClock('2026-01-16T09:00:00Z');
let database: TestDatabase;
let municipality: SmallMunicipality;
let roundId: string;

beforeAll(async () => {
	database = await openTestDatabase({ clock });
	municipality = await insertSmallMunicipality(database.application, '9998');
	const before = await openedRoundIn(database.application, municipality);
	clock.set('2026-01-19T09:00:00Z');
	await answer(before.tokens.get('Lokalpolisområde Prov') ?? '');
	clock.set('2026-03-01T09:00:00Z');
	done(await closeRound(database.application, municipality.actors.samordnare, before.roundId));
	clock.set('2027-02-01T09:00:00Z');
	const days = { opensOn: calendarDate('2027-02-01'), closesOn: calendarDate('2027-03-15') };
	const period = { periodFrom: calendarDate('2026-01-01'), periodTo: calendarDate('2026-12-31') };
	const plan = planOf(municipality, { year: 2027, ...days, ...period });
	({ roundId } = await openedRoundIn(database.application, municipality, plan));
});
afterAll(() => database.close());

function done<Value>(result: Result<Value, string>): Value {
	if (!result.ok) throw new Error(result.refusal);
	return result.value;
}

async function answer(token: string): Promise<void> {
	done(await saveDraft(database.application, token, { answers: policeAnswers(), page: 7 }));
	done(await submitAnswers(database.application, { token, asksAboutTexts: false }));
}

const progress = () => readProgress(database.application, municipality.actors.samordnare, roundId);

describe('following a round', () => {
	it('tells nothing on the day of the opening', async () => {
		expect(await progress()).toBeNull();
	});

	it('is against the same day after the opening of the round before', async () => {
		clock.set('2027-02-04T09:00:00Z');
		expect(await progress()).toMatchObject({
			through: '2027-02-03',
			dayNumber: 2,
			asked: 4,
			answered: 0,
			lastTime: { year: 2026, asked: 4, answered: 0, finally: 1 },
			expected: 1
		});
		clock.set('2027-02-05T09:00:00Z');
		expect(await progress()).toMatchObject({ dayNumber: 3, lastTime: { answered: 1 }, expected: 0 });
	});
});

describe('a note about a round', () => {
	const write = (text: string, isMeant?: 'ja') =>
		commentOnRound(database.application, municipality.actors.samordnare, {
			roundId,
			text,
			...(isMeant && { isMeant })
		});
	const texts = async () => {
		const { granskare } = municipality.actors;
		const view = done(await readComments(database.application, granskare, roundId));
		return view.comments.map(({ text, writerName }) => `${writerName}: ${text}`);
	};

	it('is kept with its writer, and what looks like personal data only when it is meant', async () => {
		expect(await write('Mottagningen svarar i mars.')).toEqual(accepted(null));
		expect(await write('Ring 070-174 06 05')).toEqual({
			ok: false,
			refusal: 'personal-data',
			parts: [{ text: 'Ring ' }, { text: '070-174 06 05', kind: 'telefon' }]
		});
		expect(await texts()).toEqual(['Namn samordnare: Mottagningen svarar i mars.']);
		clock.set('2027-02-06T09:00:00Z');
		expect(await write('Ring 070-174 06 05', 'ja')).toEqual(accepted(null));
		expect(await texts()).toHaveLength(2);
	});

	it('is written once, however often the form is sent', async () => {
		const text = 'Föreningen svarar i april.';
		expect(await Promise.all([write(text), write(text)])).toEqual([accepted(null), accepted(null)]);
		expect((await texts()).filter((each) => each.endsWith(text))).toEqual([`Namn samordnare: ${text}`]);
		const { comments } = done(
			await readComments(database.application, municipality.actors.samordnare, roundId)
		);
		const commentId = comments.find((each) => each.text === text)?.commentId ?? '';
		done(await removeComment(database.application, municipality.actors.samordnare, { roundId, commentId }));
	});

	it('is read by those who work with the round and taken away by the samordnare', async () => {
		const { lasare, granskare, samordnare } = municipality.actors;
		expect(await readComments(database.application, lasare, roundId)).toEqual(refused('not-allowed'));
		const { comments } = done(await readComments(database.application, samordnare, roundId));
		const commentId = comments[0]?.commentId ?? '';
		expect(await removeComment(database.application, granskare, { roundId, commentId })).toEqual(
			refused('not-allowed')
		);
		done(await removeComment(database.application, samordnare, { roundId, commentId }));
		expect(await texts()).toEqual(['Namn samordnare: Mottagningen svarar i mars.']);
	});
});
