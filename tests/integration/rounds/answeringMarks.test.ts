import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitPage, openPage } from '#lib/server/responses/openPage.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { cancelRound } from '#lib/server/rounds/changeTimetable.ts';
import { createAnsweringMarks } from '#lib/server/rounds/answeringMarks.ts';
import { readRound } from '#lib/server/rounds/readRound.ts';
import { readWaitingUnits } from '#lib/server/rounds/remindUnits.ts';
import type { Role } from '#lib/server/access/actor.ts';
import type { Result } from '#lib/shared/result.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
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
let database: TestDatabase;
let municipality: SmallMunicipality;
let round: OpenedRound;

beforeAll(async () => {
	database = await openTestDatabase({ clock });
	municipality = await insertSmallMunicipality(database.application, '9998');
	round = await openedRoundIn(database.application, municipality);
});
afterAll(() => database.close());

function done<Value>(result: Result<Value, string>): Value {
	if (!result.ok) throw new Error(result.refusal);
	return result.value;
}

const tokenOf = (unit: string) => round.tokens.get(unit) ?? '';

/** Name of the unit → what the round's page says of it, to somebody with the role. */
async function shown(role: Role = 'samordnare'): Promise<Record<string, unknown>> {
	const view = done(await readRound(database.application, municipality.actors[role], round.roundId));
	return Object.fromEntries(
		view.units.map(({ name, hasAnswered, waiting }) => [name, hasAnswered ? 'answered' : waiting])
	);
}

const stored = () => database.owner.sql<{ openedOn: string | null; begunOn: string | null }[]>`
	select opened_on as "openedOn", begun_on as "begunOn" from answering_mark order by opened_on, begun_on`;

const notOpened = { kind: 'not-opened' };

describe('how far a unit has come', () => {
	it('is told of nobody on the day that the round opens', async () => {
		expect(Object.values(await shown())).toEqual([null, null, null, null]);
	});

	it('is noted in memory when its page is opened, and asks nothing of the database', async () => {
		const { application } = database;
		clock.set('2026-01-19T22:59:00Z');
		done(await visitPage(application, tokenOf('Vuxenenheten')));
		done(await visitPage(application, tokenOf('Vuxenenheten')));
		done(await openPage(application, tokenOf('Mottagningen')));
		expect(await stored()).toEqual([]);
		await application.marks.flush();
		expect(await stored()).toEqual([{ openedOn: '2026-01-19', begunOn: null }]);
	});

	it('is told from the day after, in Swedish time, and to the samordnare alone', async () => {
		expect(await shown()).toEqual({
			'Lokalpolisområde Prov': notOpened,
			Vuxenenheten: notOpened,
			Mottagningen: notOpened,
			'Föreningen Lyktan': notOpened
		});
		clock.set('2026-01-19T23:01:00Z');
		expect(await shown()).toMatchObject({
			Vuxenenheten: { kind: 'opened', since: '2026-01-19' },
			Mottagningen: notOpened
		});
		expect(Object.values(await shown('granskare'))).toEqual([null, null, null, null]);
		expect(Object.values(await shown('lasare'))).toEqual([null, null, null, null]);
	});

	it('is begun when an answer has been saved, not when a page without answers has been left', async () => {
		const { application } = database;
		done(await saveDraft(application, tokenOf('Mottagningen'), { answers: {}, page: 1 }));
		done(await saveDraft(application, tokenOf('Vuxenenheten'), { answers: { A6: 'ja' }, page: 1 }));
		await application.marks.flush();
		clock.set('2026-01-25T09:00:00Z');
		done(await visitPage(application, tokenOf('Vuxenenheten')));
		await application.marks.flush();
		const list = done(
			await readWaitingUnits(application, municipality.actors.samordnare, round.roundId)
		).units;
		expect(Object.fromEntries(list.map(({ name, stage }) => [name, stage]))).toEqual({
			'Lokalpolisområde Prov': notOpened,
			Vuxenenheten: { kind: 'begun', since: '2026-01-20' },
			Mottagningen: notOpened,
			'Föreningen Lyktan': notOpened
		});
	});

	it('is the first day, when another program, or the same one started anew, has seen it on a later one', async () => {
		const { application } = database;
		const restarted = { ...application, marks: createAnsweringMarks(application) };
		done(await visitPage(restarted, tokenOf('Vuxenenheten')));
		await restarted.marks.close();
		expect(await stored()).toEqual([{ openedOn: '2026-01-19', begunOn: '2026-01-20' }]);
	});

	it('gives way to the answer, whose day is all that is told then', async () => {
		const { application } = database;
		const token = tokenOf('Lokalpolisområde Prov');
		done(await visitPage(application, token));
		done(await saveDraft(application, token, { answers: policeAnswers(), page: 7 }));
		done(await submitAnswers(application, { token, asksAboutTexts: false }));
		await application.marks.flush();
		clock.set('2026-01-26T09:00:00Z');
		expect(await shown()).toMatchObject({ 'Lokalpolisområde Prov': 'answered' });
	});
});

describe('what the database has of it', () => {
	it('is two days under a name that is no other row’s', async () => {
		const { sql } = database.owner;
		const columns = await sql<{ name: string; type: string }[]>`
			select column_name as name, data_type as type from information_schema.columns
			where table_name = 'answering_mark' order by ordinal_position`;
		expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
			'municipality_id text',
			'round_id uuid',
			'mark_id bytea',
			'opened_on date',
			'begun_on date'
		]);
		const [shared] = await sql<{ names: number }[]>`
			select count(*)::int as names from answering_mark m
			where m.mark_id in (select unit_pseudonym from unit_response)
				or m.mark_id in (select draft_id from draft) or m.mark_id in (select token_hash from invitation)`;
		expect(shared).toEqual({ names: 0 });
	});

	it('has no day or time beside a draft', async () => {
		const columns = await database.owner.sql<{ name: string }[]>`
			select column_name as name from information_schema.columns where table_name = 'draft'`;
		expect(columns.map(({ name }) => name).toSorted()).toEqual([
			'draft_id',
			'municipality_id',
			'round_id',
			'sealed'
		]);
	});
});

describe('marks that cannot be written', () => {
	it('are kept for the next time, with the first day, and the fault is logged without naming anybody', async () => {
		const { application, owner, logged } = database;
		await owner.sql`revoke insert on answering_mark from lagesbild_app`;
		done(await visitPage(application, tokenOf('Föreningen Lyktan')));
		await application.marks.flush();
		const [line = ''] = logged.filter((each) => each.includes('answering-marks-failed'));
		expect(JSON.parse(line)).toMatchObject({ level: 'error', code: '42501', count: 1 });
		await owner.sql`grant insert on answering_mark to lagesbild_app`;
		clock.set('2026-01-27T09:00:00Z');
		await application.marks.flush();
		expect(await shown()).toMatchObject({ 'Föreningen Lyktan': { kind: 'opened', since: '2026-01-26' } });
	});

	it('are dropped when the round has been called off meanwhile, with those that were there', async () => {
		const { application } = database;
		const { samordnare } = municipality.actors;
		application.marks.note(
			{ municipalityId: '9998', roundId: round.roundId, unitId: municipality.unitIds[2] ?? '' },
			'opened',
			calendarDate('2026-01-27')
		);
		done(await cancelRound(application, samordnare, { roundId: round.roundId, reason: 'Prov' }));
		await application.marks.flush();
		expect(await stored()).toEqual([]);
	});
});
