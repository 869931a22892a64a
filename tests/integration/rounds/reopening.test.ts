import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/server/access/actor.ts';
import { tokenInLetter } from '#lib/server/demonstration/tokenInLetter.ts';
import { listLetters } from '#lib/server/invitations/listLetters.ts';
import { sweep } from '#lib/server/jobs/sweep.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { readTextQuestions } from '#lib/server/lagesbild/freetexts/readTextQuestions.ts';
import { readFreeTexts } from '#lib/server/lagesbild/freetexts/readFreeTexts.ts';
import { openAnswering } from '#lib/server/responses/openAnswering.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { endReopeningsNow } from '#lib/server/rounds/endReopenings.ts';
import { readRound } from '#lib/server/rounds/readRound.ts';
import { readReopening, reopenForUnit } from '#lib/server/rounds/reopenForUnit.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import { movingClock } from '../../support/movingClock.ts';
import { policeAnswers } from '../../support/policeAnswers.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	type OpenedRound,
	type SmallMunicipality
} from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

const clock = movingClock('2026-01-16T09:00:00Z');
const police = 'Lokalpolisområde Prov';
const other = 'Föreningen Lyktan';
let database: TestDatabase;
let municipality: SmallMunicipality;
let samordnare: Actor;
let round: OpenedRound;

beforeAll(async () => {
	database = await openTestDatabase({ clock });
	municipality = await insertSmallMunicipality(database.application, '9998');
	({ samordnare } = municipality.actors);
	round = await openedRoundIn(database.application, municipality);
});
afterAll(() => database.close());

function done<Value>(result: Result<Value, string>): Value {
	if (!result.ok) throw new Error(result.refusal);
	return result.value;
}

const unitOf = (name: string) =>
	municipality.unitIds[[police, 'Vuxenenheten', 'Mottagningen', other].indexOf(name)] ?? '';
const tokenOf = (name: string) => round.tokens.get(name) ?? '';

const reopen = (name: string, lastDay = '2026-03-10') =>
	reopenForUnit(database.application, samordnare, {
		...{ roundId: round.roundId, unitId: unitOf(name), lastDay: calendarDate(lastDay) },
		reason: 'Handläggaren var sjuk'
	});

const opens = async (token: string) => {
	const opened = await openAnswering(database.application, token);
	return opened.ok ? 'open' : opened.refusal;
};

const view = async () => {
	const { units, answered } = done(await readRound(database.application, samordnare, round.roundId));
	return { answered, told: units.filter(({ hasAnswered }) => hasAnswered).map(({ name }) => name) };
};

const compile = async () => {
	const outcome = await compileLagesbild(database.application, samordnare, round.roundId);
	return outcome.ok ? 'compiled' : outcome.refusal;
};

describe('a closed round', () => {
	it('is not given more time while it is open', async () => {
		expect(await reopen(police)).toEqual(refused('not-closed'));
		clock.set('2026-03-01T09:00:00Z');
		done(await closeRound(database.application, samordnare, round.roundId));
	});

	it('is reopened for a unit that was asked, with a day to come, by the samordnare', async () => {
		expect(await reopen(police, '2026-02-28')).toEqual(refused('last-day-has-passed'));
		const { granskare } = municipality.actors;
		const wanted = {
			roundId: round.roundId,
			unitId: unitOf(police),
			lastDay: calendarDate('2026-03-10'),
			reason: 'Sjuk'
		};
		expect(await reopenForUnit(database.application, granskare, wanted)).toEqual(refused('not-allowed'));
		expect(
			await reopenForUnit(database.application, samordnare, { ...wanted, unitId: municipality.seriesId })
		).toEqual(refused('not-asked'));
		expect(await reopen(police)).toEqual(accepted(null));
		expect(await reopen(police)).toEqual(refused('already-reopened'));
	});

	it('opens the unit’s links, also the new one, and nobody else’s', async () => {
		const { letters } = done(await listLetters(database.application, samordnare, round.roundId));
		const fresh = letters.map(({ body }) => tokenInLetter(body)).filter((token) => token !== null);
		expect(fresh).toHaveLength(1);
		expect(await opens(fresh[0] ?? '')).toBe('open');
		expect(await opens(tokenOf(police))).toBe('open');
		expect(await opens(tokenOf(other))).toBe('closed');
		const opened = done(await openAnswering(database.application, tokenOf(police)));
		expect(opened.round.closesOn).toBe('2026-03-10');
	});

	it('is neither compiled nor read meanwhile', async () => {
		expect(await compile()).toBe('round-not-closed');
		expect(await readTextQuestions(database.application, samordnare, round.roundId)).toEqual(
			refused('round-not-closed')
		);
	});

	it('tells that the unit has answered when the day has passed', async () => {
		const token = tokenOf(police);
		done(await saveDraft(database.application, token, { answers: policeAnswers(), page: 7 }));
		done(await submitAnswers(database.application, { token, asksAboutTexts: false }));
		expect(await view()).toEqual({ answered: 0, told: [] });
		clock.set('2026-03-02T09:00:00Z');
		expect(await view()).toEqual({ answered: 1, told: [police] });
	});

	it('closes for the unit by itself when its last day has ended, and mixes the answers anew', async () => {
		const transaction = async () => {
			const [row] = await database.owner.sql<{ xmin: string }[]>`select xmin::text from unit_response`;
			return row?.xmin;
		};
		const before = await transaction();
		expect(await reopen(other, '2026-03-12')).toEqual(accepted(null));
		clock.set('2026-03-11T09:00:00Z');
		await sweep(database.application);
		expect([await opens(tokenOf(other)), await transaction()]).toEqual(['open', before]);
		clock.set('2026-03-12T23:00:00Z');
		await sweep(database.application);
		expect(await opens(tokenOf(other))).toBe('closed');
		expect(await transaction()).not.toBe(before);
		const { reopenings } = done(await readReopening(database.application, samordnare, round.roundId));
		expect(reopenings.map(({ endedAt }) => endedAt !== null)).toEqual([true, true]);
	});

	it('may be ended at once, and does not open for who has answered', async () => {
		expect(await reopen(police, '2026-03-20')).toEqual(refused('has-answered'));
		expect(await reopen(other, '2026-03-20')).toEqual(accepted(null));
		const end = () => endReopeningsNow(database.application, samordnare, round.roundId);
		expect([await end(), await end()]).toEqual([accepted(null), refused('not-reopened')]);
		expect(await opens(tokenOf(other))).toBe('closed');
	});

	it('is not reopened once somebody has read its texts: a new one would be known by being new', async () => {
		const { questions } = done(await readTextQuestions(database.application, samordnare, round.roundId));
		done(
			await readFreeTexts(database.application, samordnare, {
				roundId: round.roundId,
				item: questions[0]?.item ?? ''
			})
		);
		expect(await reopen(other, '2026-03-20')).toEqual(refused('answers-seen'));
	});
});
