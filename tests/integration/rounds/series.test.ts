import { afterAll, beforeAll, expect, it } from 'vitest';
import { usualReminders } from '#lib/rounds/reminderDays.ts';
import { seriesFormSchema } from '#lib/rounds/seriesForm.ts';
import type { Round } from '#lib/rounds/round.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import type { SeriesSettings } from '#lib/rounds/series.ts';
import { mergeUnit } from '#lib/server/organisations/register/saveUnit.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { createRound } from '#lib/server/rounds/createRound.ts';
import { readErasure } from '#lib/server/rounds/eraseRound.ts';
import { openRound } from '#lib/server/rounds/openRound.ts';
import { proposeRound } from '#lib/server/rounds/proposeRound.ts';
import { readCalendar } from '#lib/server/rounds/readCalendar.ts';
import { readOverview } from '#lib/server/rounds/readOverview.ts';
import { readRound } from '#lib/server/rounds/readRound.ts';
import { changeSeries, createSeries, readSeries } from '#lib/server/rounds/saveSeries.ts';
import { readInformation } from '#lib/server/responses/readInformation.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { accepted, refused } from '#lib/shared/result.ts';
import { movingClock } from '../../support/movingClock.ts';
import { insertSmallMunicipality, type SmallMunicipality } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

const clock = movingClock('2026-05-18T09:00:00Z');
let database: TestDatabase;
let municipality: SmallMunicipality;

beforeAll(async () => {
	database = await openTestDatabase({ clock });
	municipality = await insertSmallMunicipality(database.application, '9998');
});
afterAll(() => database.close());

const typed = {
	title: 'Unga & nätet',
	theme: 'Övergrepp på nätet',
	rhythm: 'each-third',
	answeringDays: '14',
	firstReminder: '7',
	secondReminder: '14',
	lastReminder: '3',
	board: '',
	legalBasis: 'Lagen (2023:196), 4–6 §§',
	information: 'Kommunstyrelsen beslutade om det här i mars.\n\nTack för hjälpen.',
	months: '24',
	countedFrom: 'closed',
	decision: 'KS 2026:12'
};

function settings(changes: Partial<typeof typed> = {}): SeriesSettings {
	return seriesFormSchema.parse({ ...typed, ...changes });
}

async function nextRound(seriesId: string): Promise<Round> {
	const { application } = database;
	const { samordnare } = municipality.actors;
	const proposal = await proposeRound(application, samordnare, seriesId);
	if (!proposal.ok) throw new Error(proposal.refusal);
	const { dates, threshold, units } = proposal.value;
	const unitIds = units.map(({ unit }) => unit.unitId);
	const created = await createRound(application, samordnare, { seriesId, ...dates, threshold, unitIds });
	if (!created.ok) throw new Error(created.refusal);
	return created.value;
}

it('is made, with a round for each third of the year in its order', async () => {
	const { application } = database;
	const { samordnare, lasare } = municipality.actors;
	expect(await createSeries(application, lasare, settings())).toEqual(refused('not-allowed'));
	const made = await createSeries(application, samordnare, settings());
	const seriesId = made.ok ? made.value : '';
	expect(await readSeries(application, samordnare, seriesId)).toEqual(
		accepted({
			seriesId,
			slug: 'unga-natet',
			isMain: false,
			title: 'Unga & nätet',
			theme: 'Övergrepp på nätet',
			rhythm: 'FREQ=YEARLY;BYMONTH=1,5,9;BYMONTHDAY=15',
			answeringDays: 14,
			reminders: usualReminders,
			legalBasis: 'Lagen (2023:196), 4–6 §§',
			board: null,
			information: typed.information,
			retention: { months: 24, countedFrom: 'closed', decision: 'KS 2026:12' }
		})
	);
	expect(await createSeries(application, samordnare, settings({ title: 'UNGA & nätet' }))).toEqual(
		refused('title-taken')
	);

	const [first, second] = [await nextRound(seriesId), await nextRound(seriesId)];
	expect(
		[first, second].map((round) => [roundName(round), round.period, round.opensOn, round.closesOn])
	).toEqual([
		['tertial 1 2026', { from: '2026-01-01', to: '2026-04-30' }, '2026-05-18', '2026-06-01'],
		['tertial 2 2026', { from: '2026-05-01', to: '2026-08-31' }, '2026-09-15', '2026-09-29']
	]);
	const overview = (await readOverview(application, samordnare)).series.find(
		(each) => each.series.seriesId === seriesId
	);
	expect([overview?.rounds.map(({ round }) => round.part), overview?.next]).toEqual([
		['t2', 't1'],
		'tertial 3 2026'
	]);
	const { entries } = await readCalendar(application, samordnare);
	expect(entries.find(({ roundId }) => roundId === second.roundId)?.title).toBe(
		'Unga & nätet, omgång tertial 2 2026 (förslag): öppnar'
	);
	const view = await readRound(application, samordnare, first.roundId);
	expect(view.ok && view.value.round.period).toEqual(first.period);
});

it('refuses two rounds of the same time, also when one is called by a month', async () => {
	const { application } = database;
	const { samordnare } = municipality.actors;
	const made = await createSeries(application, samordnare, settings({ title: 'Boende' }));
	const seriesId = made.ok ? made.value : '';
	const round = await nextRound(seriesId);
	const plan = {
		seriesId,
		year: 2026,
		part: 'm04',
		periodFrom: round.period.from,
		periodTo: round.period.to,
		opensOn: round.opensOn,
		closesOn: round.closesOn,
		threshold: 5,
		unitIds: [...municipality.unitIds]
	} as const;
	expect(await createRound(application, samordnare, { ...plan, unitIds: [...plan.unitIds] })).toEqual(
		refused('year-taken')
	);
});

it('has a rule for how long answers are kept, for rounds without one of their own, and words before the questions', async () => {
	const { application } = database;
	const { samordnare } = municipality.actors;
	const made = await createSeries(application, samordnare, settings({ title: 'Vräkning' }));
	const seriesId = made.ok ? made.value : '';
	const { roundId } = await nextRound(seriesId);
	await openRound(application, samordnare, roundId);
	await closeRound(application, samordnare, roundId);
	const due = async () => {
		const view = await readErasure(application, samordnare, roundId);
		return view.ok ? [view.value.rule?.decision, view.value.dueOn] : view;
	};
	expect(await due()).toEqual(['KS 2026:12', '2028-05-18']);
	const changed = settings({ title: 'Vräkning', months: '6', decision: 'KS 2026:80' });
	await changeSeries(application, samordnare, { seriesId, ...changed });
	expect(await due()).toEqual(['KS 2026:80', '2026-11-18']);
	const asked = { municipality: { municipalityId: '9998' }, seriesId };
	expect(
		await readInformation(application, asked as unknown as Parameters<typeof readInformation>[1])
	).toEqual(['Kommunstyrelsen beslutade om det här i mars.', 'Tack för hjälpen.']);
});

it('is proposed anew without the units that have ended since, and names them', async () => {
	const { application } = database;
	const { samordnare } = municipality.actors;
	const made = await createSeries(application, samordnare, settings({ title: 'Hot' }));
	const seriesId = made.ok ? made.value : '';
	await nextRound(seriesId);
	const [unitId = '', intoUnitId = ''] = municipality.unitIds;
	const lastDay = calendarDate('2026-05-17');
	expect((await mergeUnit(application, samordnare, { unitId, intoUnitId, lastDay })).ok).toBe(true);
	const proposal = await proposeRound(application, samordnare, seriesId);
	if (!proposal.ok) throw new Error(proposal.refusal);
	const { units, gone } = proposal.value;
	expect(gone.map((unit) => unit.unitId)).toEqual([unitId]);
	expect(units.map(({ unit }) => unit.unitId).toSorted()).toEqual(
		municipality.unitIds.filter((one) => one !== unitId).toSorted()
	);
	expect(units.every(({ isProposed }) => isProposed)).toBe(true);
});
