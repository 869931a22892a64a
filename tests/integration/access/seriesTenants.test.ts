import { afterAll, beforeAll, expect, it } from 'vitest';
import { usualReminders } from '#lib/rounds/reminderDays.ts';
import { acceptProposal, offerNextRound } from '#lib/server/rounds/acceptProposal.ts';
import { commentOnRound, readComments, removeComment } from '#lib/server/rounds/commentOnRound.ts';
import { createPlannedRound } from '#lib/server/rounds/createRound.ts';
import { endReopeningsNow } from '#lib/server/rounds/endReopenings.ts';
import { judgeChange, readChanges } from '#lib/server/rounds/judgeChanges.ts';
import {
	dropQuestionnaire,
	readQuestionnaires,
	readTemplate,
	saveQuestionnaire
} from '#lib/server/rounds/ownQuestionnaires.ts';
import { readOverview } from '#lib/server/rounds/readOverview.ts';
import { readProgress } from '#lib/server/rounds/readProgress.ts';
import { readReopening, reopenForUnit } from '#lib/server/rounds/reopenForUnit.ts';
import { namedRhythms } from '#lib/rounds/recurrence.ts';
import { readSeriesGround } from '#lib/server/rounds/readSeriesGround.ts';
import { changeSeries, createSeries, readSeries } from '#lib/server/rounds/saveSeries.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { refused } from '#lib/shared/result.ts';
import { movingClock } from '../../support/movingClock.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	planOf,
	type SmallMunicipality
} from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let own: SmallMunicipality;
let other: SmallMunicipality;
let roundId: string;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-20T09:00:00Z') });
	own = await insertSmallMunicipality(database.application, '9997');
	other = await insertSmallMunicipality(database.application, '9998');
	({ roundId } = await openedRoundIn(database.application, other));
});
afterAll(() => database.close());

it('a samordnare neither follows, notes on, judges nor reopens a round of another municipality', async () => {
	const { application } = database;
	const actor = own.actors.samordnare;
	const [unitId = ''] = other.unitIds;
	const lastDay = calendarDate('2026-04-01');
	const judgement = { sector: 'polis', code: 'P3', verdict: 'holds', reason: 'Samma' } as const;
	await commentOnRound(application, other.actors.samordnare, { roundId, text: 'De andras anteckning' });
	const theirs = () => readComments(application, other.actors.samordnare, roundId);
	const before = await theirs();
	const commentId = before.ok ? (before.value.comments[0]?.commentId ?? '') : '';
	const outcomes = [
		await readComments(application, actor, roundId),
		await commentOnRound(application, actor, { roundId, text: 'Vår' }),
		await readChanges(application, actor, roundId),
		await judgeChange(application, actor, { roundId, ...judgement, codes: [] }),
		await readReopening(application, actor, roundId),
		await reopenForUnit(application, actor, { roundId, unitId, lastDay, reason: 'Sjuk' }),
		await endReopeningsNow(application, actor, roundId)
	];
	expect(outcomes).toEqual(outcomes.map(() => refused('unknown-round')));
	expect(await readProgress(application, actor, roundId)).toBeNull();
	await removeComment(application, actor, { roundId, commentId });
	expect(await theirs()).toEqual(before);
});

it('a samordnare neither reads nor changes the questionnaires of another municipality’s series', async () => {
	const { application } = database;
	const actor = own.actors.samordnare;
	const { seriesId } = other;
	const place = { seriesId, sector: 'polis' } as const;
	const theirs = await readTemplate(application, other.actors.samordnare, place);
	const json = theirs.ok ? JSON.stringify(theirs.value) : '';
	const outcomes = [
		await readQuestionnaires(application, actor, seriesId),
		await readTemplate(application, actor, place),
		await saveQuestionnaire(application, actor, { ...place, json }),
		await dropQuestionnaire(application, actor, place)
	];
	expect(outcomes).toEqual(outcomes.map(() => refused('unknown-series')));
});

it('a samordnare neither reads nor changes the series of another municipality, and makes one in the own alone', async () => {
	const { application } = database;
	const actor = own.actors.samordnare;
	const settings = {
		title: 'Vår',
		theme: 'Tema',
		rhythm: namedRhythms.yearly,
		answeringDays: 42,
		reminders: usualReminders,
		legalBasis: 'Lag',
		board: null,
		information: '',
		retention: null
	};
	const { seriesId } = other;
	const theirs = () => readSeries(application, other.actors.samordnare, seriesId);
	const before = await theirs();
	expect([
		await readSeries(application, actor, seriesId),
		await changeSeries(application, actor, { seriesId, ...settings })
	]).toEqual([refused('unknown-series'), refused('unknown-series')]);
	const made = await createSeries(application, actor, settings);
	expect(await readSeries(application, other.actors.samordnare, made.ok ? made.value : '')).toEqual(
		refused('unknown-series')
	);
	expect(await theirs()).toEqual(before);
	expect((await readSeriesGround(application, actor)).usualBoard).not.toBe('');
});

it('a samordnare is neither offered nor plans the next round of another municipality’s series', async () => {
	const { application } = database;
	const actor = own.actors.samordnare;
	const { seriesId } = other;
	const overviewOf = async () => (await readOverview(application, other.actors.samordnare)).series;
	const before = await overviewOf();
	const rounds = before.find(({ series }) => series.seriesId === seriesId)?.rounds ?? [];
	const days = { opensOn: calendarDate('2027-01-15'), closesOn: calendarDate('2027-02-26') };
	const shown = { seriesId, place: 202_700, ...days, asked: 4, added: 0, gone: 0 };
	expect([
		await offerNextRound(application, actor, { rounds, seriesId }),
		await acceptProposal(application, actor, shown),
		await createPlannedRound(application, actor, planOf(other, { year: 2031 }))
	]).toEqual([null, refused('unknown-series'), refused('unknown-series')]);
	expect(await overviewOf()).toEqual(before);
});
