import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/server/access/actor.ts';
import { addTheme, endTheme, readThemes, rewordTheme } from '#lib/server/lagesbild/freetexts/changeThemes.ts';
import type { ReadText } from '#lib/server/lagesbild/freetexts/readFreeTexts.ts';
import { readTextQuestions } from '#lib/server/lagesbild/freetexts/readTextQuestions.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { movingClock } from '../../support/movingClock.ts';
import { choiceOf, openRoundOfTexts, type RoundOfTexts } from '../../support/roundOfTexts.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

// Each test goes on where the one before it ended.

const secretTheme = { label: 'Sällsynt ämne', description: 'Det som bara några få skriver om.' };

let database: TestDatabase;
let round: RoundOfTexts;
let samordnare: Actor;
let granskare: Actor;
let lasare: Actor;
let seriesId: string;
let roundId: string;
let texts: readonly ReadText[];

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	round = await openRoundOfTexts(database.application, '9998');
	({ roundId } = round);
	({ seriesId } = round.municipality);
	({ samordnare, granskare, lasare } = round.municipality.actors);
});
afterAll(() => database.close());

describe('coding', () => {
	it('waits for the round to be closed, and is the samordnare’s', async () => {
		const { application } = database;
		expect(await round.save([])).toEqual({ ok: false, refusal: 'round-not-closed' });
		await closeRound(application, samordnare, roundId);
		expect(await round.save([], granskare)).toEqual({ ok: false, refusal: 'not-allowed' });
		expect(await readTextQuestions(application, lasare, roundId)).toEqual({
			ok: false,
			refusal: 'not-allowed'
		});
	});

	it('begins with the list that is shipped, to which the samordnare may add', async () => {
		const { application } = database;
		const added = { seriesId, words: secretTheme, firstPlace: 202600 };
		expect(await addTheme(application, granskare, added)).toEqual({ ok: false, refusal: 'not-allowed' });
		expect((await addTheme(application, samordnare, added)).ok).toBe(true);
		expect(await addTheme(application, samordnare, added)).toEqual({ ok: false, refusal: 'name-taken' });
		const list = await readThemes(application, samordnare, seriesId);
		expect(list.ok && list.value.themes.map(({ code }) => code)).toEqual(
			expect.arrayContaining(['samverkan', 'kunskap', 'sallsynt-amne'])
		);
	});

	it('is saved unfinished, and the overview tells how far it has come', async () => {
		texts = await round.texts();
		expect(texts).toHaveLength(8);
		expect(texts.map(({ coding }) => coding.state)).toEqual(texts.map(() => 'uncoded'));
		const first = texts.slice(0, 6).map((text) => choiceOf(text, ['samverkan']));
		expect(await round.save(first)).toEqual({ ok: true, value: { saved: 6, conflicts: [] } });
		const overview = await readTextQuestions(database.application, samordnare, roundId);
		expect(overview.ok && overview.value.questions).toEqual([
			{
				item: 'Z7',
				title: expect.stringContaining('?') as string,
				sectors: ['polis'],
				texts: 8,
				coded: 6
			}
		]);
	});

	it('of a text that somebody else has coded meanwhile is not overwritten, and the rest is saved', async () => {
		const { 0: taken, 6: free } = texts;
		const saved = await round.save([choiceOf(taken, ['kunskap']), choiceOf(free, ['sallsynt-amne'])]);
		expect(saved).toEqual({ ok: true, value: { saved: 1, conflicts: [taken?.freeTextId] } });
		const after = await round.texts();
		expect(after[0]?.coding).toEqual({ state: 'coded', themes: ['samverkan'] });
		expect(after[6]?.coding).toEqual({ state: 'coded', themes: ['sallsynt-amne'] });
	});

	it('of the same text by two at once is written once', async () => {
		const [one, other] = await Promise.all([
			round.save([choiceOf(texts[7], ['kunskap'])]),
			round.save([choiceOf(texts[7], ['halsa'])])
		]);
		const outcomes = [one, other].map((saving) => saving.ok && saving.value.saved);
		expect(outcomes.toSorted()).toEqual([0, 1]);
		const [row] = await database.owner.sql<{ revision: number }[]>`
			select revision from coded_text where free_text_id = ${texts[7]?.freeTextId ?? ''}`;
		expect(row?.revision).toBe(1);
	});

	it('takes neither a text of elsewhere nor a theme of no list', async () => {
		const [text] = await round.texts();
		expect(await round.save([choiceOf(text, ['pahittat'])])).toEqual({ ok: false, refusal: 'unknown-theme' });
		const elsewhere = { ...choiceOf(text, ['halsa']), freeTextId: '00000000-0000-4000-8000-000000000000' };
		expect(await round.save([elsewhere])).toEqual({ ok: false, refusal: 'unknown-text' });
	});

	it('fixes the words of the themes that it has used, in the program and in the database', async () => {
		const { application } = database;
		const words = { label: 'Något annat', description: 'Något annat.' };
		const reworded = await rewordTheme(application, samordnare, { seriesId, code: 'samverkan', words });
		expect(reworded).toEqual({ ok: false, refusal: 'in-use' });
		const attempt = database.owner.sql`update theme set label = 'Något annat' where code = 'samverkan'`;
		await expect(attempt).rejects.toMatchObject({ constraint_name: 'theme_keeps_its_meaning' });
		const boende = { seriesId, code: 'boende', lastPlace: 202500 };
		expect((await endTheme(application, samordnare, boende)).ok).toBe(true);
		expect(await round.save([choiceOf((await round.texts())[0], ['boende'])])).toEqual({
			ok: false,
			refusal: 'unknown-theme'
		});
	});

	it('has no time, no person and no link to a unit beside a text', async () => {
		const columns = await database.owner.sql<{ name: string }[]>`
			select column_name as name from information_schema.columns
			where table_name in ('coded_text', 'text_theme') order by 1`;
		expect([...new Set(columns.map(({ name }) => name))]).toEqual([
			'code',
			'free_text_id',
			'is_coded',
			'item',
			'municipality_id',
			'revision',
			'round_id',
			'sector',
			'series_id'
		]);
	});
});
