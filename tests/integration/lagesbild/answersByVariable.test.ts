import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withMunicipality } from '#lib/server/db/connection.ts';
import { gatherAnswers } from '#lib/server/lagesbild/gatherAnswers.ts';
import { writeByVariable } from '#lib/server/responses/answersByVariable.ts';
import { endReopeningsNow } from '#lib/server/rounds/endReopenings.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { reopenForUnit } from '#lib/server/rounds/reopenForUnit.ts';
import { findRound } from '#lib/server/rounds/roundStore.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
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
const names = ['Polisen ett', 'Polisen två', 'Polisen tre'] as const;
let database: TestDatabase;
let municipality: SmallMunicipality;
let round: OpenedRound;

async function answer(name: string, persons: number): Promise<void> {
	const token = round.tokens.get(name) ?? '';
	const answers = { ...policeAnswers(), P3_antal: persons };
	await saveDraft(database.application, token, { answers, page: 7 });
	const sent = await submitAnswers(database.application, { token, asksAboutTexts: false });
	if (!sent.ok) throw new Error(sent.refusal);
}

beforeAll(async () => {
	database = await openTestDatabase({ clock });
	municipality = await insertSmallMunicipality(
		database.application,
		'9998',
		names.map((name) => ['polis', name] as const)
	);
	round = await openedRoundIn(database.application, municipality);
	await answer('Polisen ett', 3);
	await answer('Polisen två', 14);
});
afterAll(() => database.close());

/** All that the statistics read of the sector, and the numbers of persons who have bought sex, smallest first. */
async function gathered() {
	const { roundId } = round;
	const answers = await withMunicipality(database.application.database, '9998', async (sql) => {
		const found = await findRound(sql, roundId);
		if (!found) throw new Error('No round');
		return await gatherAnswers(database.application, sql, found);
	});
	const [sector] = answers.sectors;
	if (!sector) throw new Error('No sector');
	const { units, response, instrument } = sector;
	const places = [...Array(units.count).keys()];
	const bought = instrument.variables.findIndex(({ code }) => code === 'P3');
	return {
		persons: [...units.read(bought, (packed) => packed)].sort((one, other) => one - other),
		all: {
			response,
			names: Buffer.from(units.names).toString('hex'),
			organisations: places.map((unit) => units.organisationOf(unit)),
			columns: instrument.variables.map((_, place) => [...units.read(place, (packed) => packed)]),
			tallies: instrument.variables.map((_, place) => [...units.tally(place)])
		}
	};
}

const pieces = () => database.owner.sql<{ units: number }[]>`select units from answer_piece`;
const end = () => endReopeningsNow(database.application, municipality.actors.samordnare, round.roundId);

describe('the answers of a round', () => {
	it('are read from the rows while it is open, and who answered is found by the pseudonyms', async () => {
		expect(await pieces()).toEqual([]);
		const { persons, all } = await gathered();
		expect(persons).toEqual([3, 14]);
		expect(all.response).toEqual({
			sector: 'polis',
			asked: 3,
			answered: 2,
			answeredByOrganisation: [1, 1],
			byKind: [{ kind: 'other_authority', asked: 3, answered: 2, organisations: 3 }]
		});
		expect(new Set(all.organisations).size).toBe(2);
	});

	it('are the same by variable when it has been closed as by row', async () => {
		const open = await gathered();
		const closed = await closeRound(database.application, municipality.actors.samordnare, round.roundId);
		expect(closed.ok).toBe(true);
		expect(await pieces()).toEqual([{ units: 2 }]);
		expect(await gathered()).toEqual(open);
	});

	it('are read from the rows of a round that was closed before they were written by variable', async () => {
		const before = await gathered();
		await database.owner.sql`delete from answer_piece`;
		expect(await gathered()).toEqual(before);
		await withMunicipality(database.application.database, '9998', (sql) =>
			writeByVariable(sql, round.roundId)
		);
		expect(await gathered()).toEqual(before);
	});

	it('are of the kind of organisation that each unit belonged to when it was asked', async () => {
		const before = await gathered();
		await database.owner
			.sql`update organisation set kind = 'police' where name = 'Organisation för Polisen ett'`;
		expect(await gathered()).toEqual(before);
	});

	it('hold what a unit with more time has answered, before that time has ended and after', async () => {
		const reopened = await reopenForUnit(database.application, municipality.actors.samordnare, {
			roundId: round.roundId,
			unitId: municipality.unitIds[2] ?? '',
			lastDay: calendarDate('2026-03-10'),
			reason: 'Handläggaren var sjuk'
		});
		expect(reopened.ok).toBe(true);
		await answer('Polisen tre', 8);
		const during = await gathered();
		expect([during.persons, await pieces()]).toEqual([[3, 8, 14], [{ units: 2 }]]);
		expect((await end()).ok).toBe(true);
		expect([await gathered(), await pieces()]).toEqual([during, [{ units: 3 }]]);
	});
});
