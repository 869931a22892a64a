import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Application } from '#lib/server/application.ts';
import { sweep } from '#lib/server/jobs/sweep.ts';
import { listLetters } from '#lib/server/invitations/listLetters.ts';
import { usualReminders } from '#lib/rounds/reminderDays.ts';
import {
	cancelRound,
	changeReminders,
	moveRound,
	planRound,
	saveRoundDays
} from '#lib/server/rounds/changeTimetable.ts';
import { createRound } from '#lib/server/rounds/createRound.ts';
import { doRoundStep } from '#lib/server/rounds/doRoundStep.ts';
import { readRound } from '#lib/server/rounds/readRound.ts';
import { openRound } from '#lib/server/rounds/openRound.ts';
import { readWaitingUnits, remindUnits } from '#lib/server/rounds/remindUnits.ts';
import { withMunicipality } from '#lib/server/db/connection.ts';
import { markBouncedAddress } from '#lib/server/organisations/markBouncedAddress.ts';
import { readTimetable, retryStep } from '#lib/server/rounds/readTimetable.ts';
import { openAnswering } from '#lib/server/responses/openAnswering.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import { movingClock } from '../../support/movingClock.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	planOf,
	type SmallMunicipality
} from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

const clock = movingClock('2026-01-10T09:00:00Z');
let database: TestDatabase;
let application: Application;
let municipality: SmallMunicipality;
let year = 2025;
let roundId: string;

beforeAll(async () => {
	database = await openTestDatabase({ clock });
	// Messages are written and never sent: nobody answers at the address.
	const config = { ...database.application.config, smtpUrl: 'smtp://127.0.0.1:9' };
	application = { ...database.application, config };
	municipality = await insertSmallMunicipality(application, '9998');
});
beforeEach(async () => {
	clock.set('2026-01-10T09:00:00Z');
	year += 1;
	const { samordnare } = municipality.actors;
	const created = done(await createRound(application, samordnare, planOf(municipality, { year })));
	({ roundId } = created);
});
afterAll(() => database.close());

function done<Value>(result: Result<Value, string>): Value {
	if (!result.ok) throw new Error(result.refusal);
	return result.value;
}

const plan = () => planRound(application, municipality.actors.samordnare, roundId);

async function alarms(): Promise<Record<string, string>> {
	const rows = await database.owner.sql<{ key: string; runAt: Date }[]>`
		select key, run_at as "runAt" from graphile_worker.jobs
		where key like ${`round-step/${roundId}/%`} order by run_at`;
	return Object.fromEntries(rows.map(({ key, runAt }) => [key.split('/')[2] ?? '', runAt.toISOString()]));
}

async function steps() {
	const { steps } = done(await readTimetable(application, municipality.actors.samordnare, roundId));
	return Object.fromEntries(
		steps.map((each) => [each.step, each.doneAt ? 'done' : (each.skipReason ?? each.dueAt.toISOString())])
	);
}

const letters = async () =>
	done(await listLetters(application, municipality.actors.samordnare, roundId)).letters;

describe('a proposal', () => {
	it('does nothing by itself until it is planned', async () => {
		clock.set('2026-02-20T09:00:00Z');
		await sweep(application);
		expect(await alarms()).toEqual({});
		expect(await letters()).toEqual([]);
	});
});

describe('a planned round', () => {
	it('has an alarm in the queue for each step, and new days move them', async () => {
		expect(await plan()).toEqual(accepted(null));
		expect(await alarms()).toEqual({
			open: '2026-01-15T07:00:00.000Z',
			'first-reminder': '2026-01-22T08:00:00.000Z',
			'second-reminder': '2026-02-14T08:00:00.000Z',
			'last-reminder': '2026-02-25T08:00:00.000Z',
			'closes-tomorrow': '2026-02-27T08:00:00.000Z',
			close: '2026-02-28T23:00:00.000Z',
			thank: '2026-03-01T08:00:00.000Z'
		});
		const days = { opensOn: calendarDate('2026-01-20'), closesOn: calendarDate('2026-04-01') };
		expect(await moveRound(application, municipality.actors.samordnare, { roundId, days })).toEqual(
			accepted(null)
		);
		expect(await alarms()).toEqual({
			open: '2026-01-20T07:00:00.000Z',
			'first-reminder': '2026-01-27T08:00:00.000Z',
			'second-reminder': '2026-03-18T08:00:00.000Z',
			'last-reminder': '2026-03-29T07:00:00.000Z',
			'closes-tomorrow': '2026-03-31T07:00:00.000Z',
			close: '2026-04-01T22:00:00.000Z',
			thank: '2026-04-02T07:00:00.000Z'
		});
		expect(await plan()).toEqual(refused('already-planned'));
	});

	it('has other reminders when the samordnare says so, and their alarms move', async () => {
		await plan();
		const reminders = { firstReminder: null, secondReminder: 10, lastReminder: 5 };
		const { samordnare } = municipality.actors;
		done(await changeReminders(application, samordnare, { roundId, reminders }));
		const { 'first-reminder': first, 'second-reminder': second, 'last-reminder': last } = await steps();
		expect([first, second, last]).toEqual(['moved', '2026-02-18T08:00:00.000Z', '2026-02-23T08:00:00.000Z']);
		const { 'second-reminder': alarm } = await alarms();
		expect(alarm).toBe('2026-02-18T08:00:00.000Z');
		done(await changeReminders(application, samordnare, { roundId, reminders: usualReminders }));
		expect((await steps())['first-reminder']).toBe('2026-01-22T08:00:00.000Z');
	});

	it('that is opened by hand has its first day then, and reminders from it', async () => {
		await plan();
		clock.set('2026-01-12T10:00:00Z');
		done(await openRound(application, municipality.actors.samordnare, roundId));
		const view = done(await readTimetable(application, municipality.actors.samordnare, roundId));
		expect(view.round.opensOn).toBe('2026-01-12');
		expect(view.steps[0]).toMatchObject({ step: 'open', dueAt: new Date('2026-01-12T07:00:00Z') });
		expect(await steps()).toMatchObject({
			open: 'done',
			'first-reminder': '2026-01-19T08:00:00.000Z',
			'second-reminder': '2026-02-14T08:00:00.000Z'
		});
	});

	it('opens once, however many programs wake at the hour, and not before it', async () => {
		await plan();
		const due = { municipalityId: '9998', roundId, step: 'open' } as const;
		await doRoundStep(application, due);
		expect(await letters()).toEqual([]);
		clock.set('2026-01-15T07:00:00Z');
		await Promise.all([doRoundStep(application, due), doRoundStep(application, due), sweep(application)]);
		expect(await letters()).toHaveLength(4);
		expect(await steps()).toMatchObject({ open: 'done' });
	});

	it('catches up after being down: opens, sends one reminder of two, and closes', async () => {
		await plan();
		clock.set('2026-01-23T06:00:00Z');
		await sweep(application);
		expect((await letters()).map(({ kind }) => kind).sort()).toEqual([
			...Array<string>(4).fill('invitation'),
			...Array<string>(4).fill('reminder')
		]);
		clock.set('2026-02-27T09:00:00Z');
		await sweep(application);
		expect(await steps()).toMatchObject({
			'first-reminder': 'done',
			'second-reminder': 'too-late',
			'last-reminder': 'done',
			'closes-tomorrow': 'done'
		});
		clock.set('2026-03-05T09:00:00Z');
		await sweep(application);
		expect(await steps()).toMatchObject({ close: 'done', thank: '2026-03-06T08:00:00.000Z' });
	});

	it('shows what has failed three times, and tries again on a person’s word', async () => {
		await plan();
		clock.set('2026-01-15T07:00:00Z');
		await database.owner
			.sql`alter table outbox_message add constraint broken check (kind <> 'invitation') not valid`;
		const due = { municipalityId: '9998', roundId, step: 'open' } as const;
		const again = () => retryStep(application, municipality.actors.samordnare, { roundId, step: 'open' });
		for (let attempt = 0; attempt < 3; attempt += 1) {
			expect(await again()).toEqual(refused('not-failed'));
			await expect(doRoundStep(application, due)).rejects.toThrow();
		}
		const shown = done(await readRound(application, municipality.actors.samordnare, roundId));
		expect(shown.failedSteps).toEqual(['open']);
		expect(shown.state).toBe('planned');
		await database.owner.sql`alter table outbox_message drop constraint broken`;
		expect(await again()).toEqual(accepted(null));
		await doRoundStep(application, due);
		expect(await steps()).toMatchObject({ open: 'done' });
	});
});

describe('a round that is called off', () => {
	it('leaves its links, answers, letters and timetable dead, and its year to another', async () => {
		const { samordnare } = municipality.actors;
		year += 1;
		clock.set('2026-01-16T09:00:00Z');
		const round = await openedRoundIn(application, municipality, planOf(municipality, { year }));
		({ roundId } = round);
		const token = round.tokens.get('Vuxenenheten') ?? '';
		expect((await openAnswering(application, token)).ok).toBe(true);
		expect(await cancelRound(application, samordnare, { roundId, reason: 'Nytt uppdrag' })).toEqual(
			accepted(null)
		);
		expect(await openAnswering(application, token)).toEqual(refused('withdrawn'));
		expect((await letters()).map(({ state, body }) => [state, body])).toEqual(
			Array(4).fill(['cancelled', null])
		);
		clock.set('2026-03-05T09:00:00Z');
		await sweep(application);
		expect(await steps()).toMatchObject({ open: 'done', close: 'round-cancelled', thank: 'round-cancelled' });
		const shown = done(await readRound(application, samordnare, roundId));
		expect([shown.state, shown.round.cancelReason]).toEqual(['cancelled', 'Nytt uppdrag']);
		clock.set('2026-01-16T09:00:00Z');
		expect((await createRound(application, samordnare, planOf(municipality, { year }))).ok).toBe(true);
	});
});

describe('the days after the answers', () => {
	it('are proposed with the round, and are the samordnare’s to set', async () => {
		const { samordnare, lasare } = municipality.actors;
		const read = async () => done(await readTimetable(application, lasare, roundId)).days;
		expect(await read()).toEqual([
			{ kind: 'disclosure', day: '2026-03-07' },
			{ kind: 'analysis', day: '2026-03-28' },
			{ kind: 'review', day: '2026-04-11' },
			{ kind: 'board', day: '2026-05-09' },
			{ kind: 'council', day: '2026-06-13' }
		]);
		const days = {
			disclosure: calendarDate('2026-03-09'),
			analysis: calendarDate('2026-03-30'),
			review: calendarDate('2026-04-13'),
			board: calendarDate('2026-05-11'),
			council: calendarDate('2026-06-15')
		};
		expect(await saveRoundDays(application, lasare, { roundId, days })).toEqual(refused('not-allowed'));
		expect(await saveRoundDays(application, samordnare, { roundId, days })).toEqual(accepted(null));
		expect((await read()).map(({ day }) => day)).toEqual(Object.values(days));
	});
});

describe('the samordnare', () => {
	it('reminds chosen units with a line of one’s own, while the round is open', async () => {
		const { samordnare } = municipality.actors;
		const [unitId = '', second = ''] = municipality.unitIds;
		const given = { roundId, unitIds: [unitId], ownLine: 'Ring mig gärna.', reminders: 0 };
		expect(await remindUnits(application, samordnare, given)).toEqual(refused('not-open'));
		clock.set('2026-01-16T09:00:00Z');
		done(await openRound(application, samordnare, roundId));
		const bounce = {
			contactId: municipality.contactIds[1] ?? '',
			on: calendarDate('2026-01-16'),
			reason: 'x'
		};
		await withMunicipality(application.database, '9998', (sql) => markBouncedAddress(sql, bounce));
		expect(await remindUnits(application, samordnare, { ...given, unitIds: [unitId, second] })).toEqual(
			accepted({ reminded: 1 })
		);
		const reminders = (await letters()).filter(({ kind }) => kind === 'reminder');
		expect(reminders.map(({ recipient }) => recipient)).toEqual(['kontakt0@partner.example']);
		expect(reminders[0]?.body).toContain('\n\nRing mig gärna.\n\n');
		const { units } = done(await readWaitingUnits(application, samordnare, roundId));
		expect(units.map(({ email, hasBounced }) => [email, hasBounced])).toEqual([
			['kontakt0@partner.example', false],
			['kontakt2@partner.example', false],
			[null, true],
			['kontakt3@partner.example', false]
		]);
		const toOneWithout = { ...given, unitIds: [second], reminders: 1 };
		expect(await remindUnits(application, samordnare, toOneWithout)).toEqual(refused('nobody-to-remind'));
	});

	it('reminds once, however often the button is pressed', async () => {
		const { samordnare } = municipality.actors;
		clock.set('2026-01-16T09:00:00Z');
		done(await openRound(application, samordnare, roundId));
		const { reminders } = done(await readWaitingUnits(application, samordnare, roundId));
		const given = { roundId, unitIds: [municipality.unitIds[0] ?? ''], ownLine: '', reminders };
		const press = () => remindUnits(application, samordnare, given);
		const outcomes = await Promise.all([press(), press()]);
		expect(outcomes.toSorted((one, other) => Number(other.ok) - Number(one.ok))).toEqual([
			accepted({ reminded: 1 }),
			refused('reminded-meanwhile')
		]);
		expect((await letters()).filter(({ kind }) => kind === 'reminder')).toHaveLength(1);
	});
});
