import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage } from '#lib/server/responses/openPage.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
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

const clock = movingClock('2027-01-16T09:00:00Z');
let database: TestDatabase;
let municipality: SmallMunicipality;
let second: OpenedRound;

function planOfYear(year: number) {
	const day = (text: string) => calendarDate(`${String(year)}-${text}`);
	const asked = (text: string) => calendarDate(`${String(year - 1)}-${text}`);
	return planOf(municipality, {
		year,
		periodFrom: asked('01-01'),
		periodTo: asked('12-31'),
		opensOn: day('01-15'),
		closesOn: day('02-28')
	});
}

async function figuresOf(unit: string) {
	const opened = await openPage(database.application, second.tokens.get(unit) ?? '');
	if (!opened.ok) throw new Error(opened.refusal);
	return opened.value.previous;
}

beforeAll(async () => {
	database = await openTestDatabase({ clock });
	municipality = await insertSmallMunicipality(database.application, '9998');
	const first = await openedRoundIn(database.application, municipality, planOfYear(2027));
	const police = first.tokens.get('Lokalpolisområde Prov') ?? '';
	await saveDraft(database.application, police, { answers: policeAnswers(), page: 7 });
	const sent = await submitAnswers(database.application, { token: police, asksAboutTexts: false });
	if (!sent.ok) throw new Error(sent.refusal);
	clock.set('2028-01-16T09:00:00Z');
	second = await openedRoundIn(database.application, municipality, planOfYear(2028));
});
afterAll(() => database.close());

describe('the unit’s own figures of the time before', () => {
	it('are not shown while that round is still open', async () => {
		expect(await figuresOf('Lokalpolisområde Prov')).toBeNull();
	});

	it('are shown to the link of the same unit in the next round', async () => {
		const closed = await closeRound(
			database.application,
			municipality.actors.samordnare,
			await firstRoundId()
		);
		expect(closed.ok).toBe(true);
		const figures = await figuresOf('Lokalpolisområde Prov');
		const answers = new Map(figures?.counts.map(({ field, answer }) => [field, answer]));
		expect([answers.get('P3_antal'), answers.get('P7.vuxna.antal'), answers.get('P7.barn.antal')]).toEqual([
			14,
			9,
			'noll'
		]);
	});

	it('are not shown to any other unit', async () => {
		for (const unit of ['Vuxenenheten', 'Mottagningen', 'Föreningen Lyktan']) {
			expect(await figuresOf(unit)).toBeNull();
		}
	});
});

async function firstRoundId(): Promise<string> {
	const [row] = await database.owner.sql<{ roundId: string }[]>`
		select round_id as "roundId" from round where year = 2027`;
	return row?.roundId ?? '';
}
