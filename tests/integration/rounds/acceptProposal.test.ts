import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mergeUnit } from '#lib/server/organisations/register/saveUnit.ts';
import { acceptedOfferSchema, acceptProposal, offerNextRound } from '#lib/server/rounds/acceptProposal.ts';
import { changeThreshold } from '#lib/server/rounds/changeThreshold.ts';
import { cancelRound } from '#lib/server/rounds/changeTimetable.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { readTemplate, saveQuestionnaire } from '#lib/server/rounds/ownQuestionnaires.ts';
import { readOverview } from '#lib/server/rounds/readOverview.ts';
import { readRound } from '#lib/server/rounds/readRound.ts';
import { readTimetable } from '#lib/server/rounds/readTimetable.ts';
import type { Role } from '#lib/server/access/actor.ts';
import type { OfferedRound } from '#lib/rounds/offeredRound.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { refused, type Result } from '#lib/shared/result.ts';
import { movingClock } from '../../support/movingClock.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	type SmallMunicipality
} from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

const clock = movingClock('2026-01-14T09:00:00Z');
let database: TestDatabase;
let municipality: SmallMunicipality;

beforeAll(async () => {
	database = await openTestDatabase({ clock });
	municipality = await insertSmallMunicipality(database.application, '9998');
});
afterAll(() => database.close());

function done<Value>(result: Result<Value, string>): Value {
	if (!result.ok) throw new Error(result.refusal);
	return result.value;
}

async function offered(role: Role = 'samordnare'): Promise<OfferedRound | null> {
	const actor = municipality.actors[role];
	const [series] = (await readOverview(database.application, actor)).series;
	return await offerNextRound(database.application, actor, {
		rounds: series?.rounds ?? [],
		seriesId: municipality.seriesId
	});
}

/** As the form of the overview sends what it shows. */
function accept(offer: OfferedRound, role: Role = 'samordnare') {
	const { place, asked, added, gone, ...rest } = offer;
	const numbers = { place: String(place), asked: String(asked), added: String(added), gone: String(gone) };
	const sent = acceptedOfferSchema.parse({ ...rest, ...numbers });
	return acceptProposal(database.application, municipality.actors[role], sent);
}

const offerOf2027 = (): OfferedRound => ({
	seriesId: municipality.seriesId,
	name: '2027',
	place: 202_700,
	opensOn: calendarDate('2027-01-15'),
	closesOn: calendarDate('2027-02-26'),
	asked: 3,
	added: 0,
	gone: 1
});

describe('the next round of a series', () => {
	it('is not offered before there is one to build on, nor while that one has not opened', async () => {
		expect(await offered()).toBeNull();
		const { roundId } = await openedRoundIn(database.application, municipality);
		expect(await offered()).toMatchObject({ name: '2027', asked: 4, gone: 0 });
		done(await closeRound(database.application, municipality.actors.samordnare, roundId));
	});

	it('is offered to the samordnare with its days, whom it asks, and what has changed in the register', async () => {
		const [unitId = '', intoUnitId = ''] = municipality.unitIds.slice(1, 3);
		const ended = { unitId, intoUnitId, lastDay: calendarDate('2026-01-13') };
		done(await mergeUnit(database.application, municipality.actors.samordnare, ended));
		expect(await offered()).toEqual(offerOf2027());
		expect([await offered('granskare'), await offered('lasare')]).toEqual([null, null]);
	});

	it('is planned as it was shown, with all its dates, and by nobody but the samordnare', async () => {
		expect(await accept({ ...offerOf2027(), asked: 4 })).toEqual(refused('proposal-changed'));
		expect(await accept({ ...offerOf2027(), gone: 0 })).toEqual(refused('proposal-changed'));
		clock.set('2027-01-14T23:30:00Z');
		expect(await accept(offerOf2027())).toEqual(refused('proposal-changed'));
		clock.set('2026-01-14T09:00:00Z');
		expect(await accept(offerOf2027(), 'granskare')).toEqual(refused('not-allowed'));
		const { roundId } = done(await accept(offerOf2027()));
		const { samordnare } = municipality.actors;
		const view = done(await readRound(database.application, samordnare, roundId));
		expect([view.state, view.units.map(({ name }) => name)]).toEqual([
			'planned',
			['Lokalpolisområde Prov', 'Mottagningen', 'Föreningen Lyktan']
		]);
		const timetable = done(await readTimetable(database.application, samordnare, roundId));
		expect(timetable.steps.map(({ step, dueAt }) => `${dueAt.toISOString().slice(0, 10)} ${step}`)).toEqual([
			'2027-01-15 open',
			'2027-01-22 first-reminder',
			'2027-02-12 second-reminder',
			'2027-02-23 last-reminder',
			'2027-02-25 closes-tomorrow',
			'2027-02-26 close',
			'2027-02-27 thank'
		]);
		expect(timetable.days.map(({ kind }) => kind)).toEqual([
			'disclosure',
			'analysis',
			'review',
			'board',
			'council'
		]);
	});

	it('is not planned twice by a second press, and no year after it is', async () => {
		expect(await accept(offerOf2027())).toEqual(refused('proposal-changed'));
		expect(await offered()).toBeNull();
		const [series] = (await readOverview(database.application, municipality.actors.samordnare)).series;
		expect(series?.rounds.map(({ round, state }) => [round.year, state])).toEqual([
			[2027, 'planned'],
			[2026, 'closed']
		]);
	});

	it('keeps the threshold of a round that was called off, and stays a proposal while a change must be judged', async () => {
		const { application } = database;
		const { samordnare } = municipality.actors;
		const [series] = (await readOverview(application, samordnare)).series;
		const planned = series?.rounds[0]?.round.roundId ?? '';
		const raised = { roundId: planned, threshold: 7, reason: '' };
		done(await changeThreshold(application, samordnare, raised));
		done(await cancelRound(application, samordnare, { roundId: planned, reason: 'Nytt formulär' }));
		const place = { seriesId: municipality.seriesId, sector: 'polis' as const };
		const template = JSON.stringify(done(await readTemplate(application, samordnare, place)));
		const asked = 'Hur många personer har varit skäligen misstänkta för köp av sexuell handling?';
		const json = template.replace(asked, 'Hur många personer har dömts?');
		expect((await saveQuestionnaire(application, samordnare, { ...place, json })).ok).toBe(true);
		const { roundId } = done(await accept(offerOf2027()));
		const view = done(await readRound(application, samordnare, roundId));
		expect([view.state, view.unjudgedChanges, view.round.threshold]).toEqual(['proposed', 1, 7]);
	});

	it('is not offered at one click when it would open at once', async () => {
		clock.set('2028-02-01T09:00:00Z');
		expect(await offered()).toBeNull();
	});
});
