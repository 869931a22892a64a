import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/server/access/actor.ts';
import { planRound } from '#lib/server/rounds/changeTimetable.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { createRound } from '#lib/server/rounds/createRound.ts';
import { judgeChange, readChanges } from '#lib/server/rounds/judgeChanges.ts';
import { openRound } from '#lib/server/rounds/openRound.ts';
import {
	dropQuestionnaire,
	readQuestionnaires,
	readTemplate,
	saveQuestionnaire
} from '#lib/server/rounds/ownQuestionnaires.ts';
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

const clock = movingClock('2026-01-16T09:00:00Z');
let database: TestDatabase;
let municipality: SmallMunicipality;
let samordnare: Actor;
let roundId: string;

beforeAll(async () => {
	database = await openTestDatabase({ clock });
	municipality = await insertSmallMunicipality(database.application, '9998');
	({ samordnare } = municipality.actors);
	const first = await openedRoundIn(database.application, municipality);
	done(await closeRound(database.application, samordnare, first.roundId));
	clock.set('2026-12-01T09:00:00Z');
	const created = await createRound(database.application, samordnare, nextYear());
	({ roundId } = done(created));
});
afterAll(() => database.close());

function done<Value>(result: Result<Value, string>): Value {
	if (!result.ok) throw new Error(result.refusal);
	return result.value;
}

const nextYear = () =>
	planOf(municipality, {
		year: 2027,
		periodFrom: calendarDate('2026-01-01'),
		periodTo: calendarDate('2026-12-31'),
		opensOn: calendarDate('2027-01-15'),
		closesOn: calendarDate('2027-02-28')
	});

const place = () => ({ seriesId: municipality.seriesId, sector: 'polis' as const });

async function template(): Promise<string> {
	return JSON.stringify(done(await readTemplate(database.application, samordnare, place())));
}

async function changes() {
	const view = done(await readChanges(database.application, samordnare, roundId));
	return view.sectors
		.filter((each) => each.changes.length > 0)
		.map((each) => [each.sector, each.changes.map(({ change, isWaiting }) => [change.code, isWaiting])]);
}

async function versionOf(sector: string) {
	const view = done(await readChanges(database.application, samordnare, roundId));
	return view.sectors.find((each) => each.sector === sector)?.versions;
}

const save = (json: string) => saveQuestionnaire(database.application, samordnare, { ...place(), json });

const judge = (verdict: 'holds' | 'breaks', code = 'P3') =>
	judgeChange(database.application, samordnare, {
		...{ roundId, sector: 'polis' as const, code, verdict, codes: [] },
		reason: 'frågan gäller nu bara dömda'
	});

const oldWords = 'Hur många personer har varit skäligen misstänkta för köp av sexuell handling?';

describe('a series’ own questionnaire', () => {
	it('is the program’s until another is saved, and a proposal is asked with that at once', async () => {
		expect(await changes()).toEqual([]);
		expect(await versionOf('polis')).toEqual({ before: 1, after: 1 });
		expect(await save((await template()).replace(oldWords, 'Hur många personer har dömts?'))).toEqual(
			accepted({ renewed: 1 })
		);
		expect(await changes()).toEqual([['polis', [['P3', true]]]]);
		expect(await versionOf('polis')).toEqual({ before: 1, after: 2 });
		expect(await versionOf('socialtjanst')).toEqual({ before: 1, after: 1 });
		const view = done(await readQuestionnaires(database.application, samordnare, municipality.seriesId));
		expect(view.sectors.filter(({ isOwn }) => isOwn).map(({ sector }) => sector)).toEqual(['polis']);
	});

	it('is refused with what is wrong, and nothing is written', async () => {
		expect(await save('inte JSON')).toEqual(refused('no-json'));
		expect(await save(JSON.stringify({ sector: 'skola' }))).toEqual(refused('other-sector'));
		expect(
			await save(JSON.stringify({ sector: 'polis', pages: [{ elements: [{ type: 'x', name: 'a' }] }] }))
		).toEqual({
			ok: false,
			refusal: 'not-compilable',
			faults: [{ path: 'pages[0].elements[0].type', message: 'Frågetypen x stöds inte' }]
		});
		expect(await save((await template()).replace(oldWords, 'Med \\u0000 i'))).toEqual(
			accepted({ renewed: 1 })
		);
		expect(await save((await template()).replace('Med  i', 'Hur många personer har dömts?'))).toEqual(
			accepted({ renewed: 1 })
		);
	});

	it('is saved by the samordnare alone', async () => {
		const { granskare } = municipality.actors;
		const saving = saveQuestionnaire(database.application, granskare, { ...place(), json: '{}' });
		expect(await saving).toEqual(refused('not-allowed'));
		expect(await dropQuestionnaire(database.application, granskare, place())).toEqual(refused('not-allowed'));
	});
});

describe('a round whose questionnaire has changed', () => {
	it('is neither planned nor opened before a person has judged what it does to the series', async () => {
		expect(await planRound(database.application, samordnare, roundId)).toEqual(refused('changes-not-judged'));
		expect(await openRound(database.application, samordnare, roundId)).toEqual(refused('changes-not-judged'));
	});

	it('is judged by the samordnare, about what has changed', async () => {
		expect(await judge('breaks', 'P7')).toEqual(refused('nothing-to-judge'));
		expect(await judge('holds')).toEqual(accepted(null));
		expect(await judge('breaks')).toEqual(accepted(null));
		expect(await changes()).toEqual([['polis', [['P3', false]]]]);
		const [kept] = await database.owner.sql`
			select sector, code, verdict, reason, round_id = ${roundId} as own from series_judgement`;
		expect(kept).toEqual({
			sector: 'polis',
			code: 'P3',
			verdict: 'breaks',
			reason: 'frågan gäller nu bara dömda',
			own: true
		});
	});

	it('is then planned, and what was judged stands once the round has opened', async () => {
		expect(await planRound(database.application, samordnare, roundId)).toEqual(accepted(null));
		expect(await dropQuestionnaire(database.application, samordnare, place())).toEqual(
			accepted({ renewed: 0 })
		);
		expect(await changes()).toEqual([['polis', [['P3', false]]]]);
		clock.set('2027-01-15T09:00:00Z');
		done(await openRound(database.application, samordnare, roundId));
		expect(await judge('holds')).toEqual(refused('round-has-opened'));
	});
});
