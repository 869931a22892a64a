import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quotableValues } from '#lib/lagesbild/quoted/quotableValues.ts';
import type { Actor } from '#lib/server/access/actor.ts';
import { demonstrationMethod, demonstrationTexts } from '#lib/server/demonstration/reportTexts.ts';
import { approveAndPublish } from '#lib/server/lagesbild/approveAndPublish.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { addFinding, changeFinding, removeFinding } from '#lib/server/lagesbild/findings/saveFinding.ts';
import { readLagesbild } from '#lib/server/lagesbild/readLagesbild.ts';
import { readPublished } from '#lib/server/lagesbild/readPublished.ts';
import { submitForReview } from '#lib/server/lagesbild/reviewLagesbild.ts';
import { saveTexts } from '#lib/server/lagesbild/saveTexts.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { saveMethod } from '#lib/server/rounds/saveMethod.ts';
import { refused } from '#lib/shared/result.ts';
import { findingContent } from '../../support/findingBuilder.ts';
import { movingClock } from '../../support/movingClock.ts';
import { openRoundOfPolice } from '../../support/roundOfPolice.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let roundId = '';
let lagesbildId = '';
let findingId = '';
let samordnare: Actor;
let granskare: Actor;

async function compile(): Promise<string> {
	const compiled = await compileLagesbild(database.application, samordnare, roundId);
	if (!compiled.ok) throw new Error(compiled.refusal);
	return compiled.value.lagesbildId;
}

async function view(id = lagesbildId) {
	const read = await readLagesbild(database.application, samordnare, id);
	if (!read.ok) throw new Error(read.refusal);
	return read.value;
}

const statements = async (id?: string) =>
	(await view(id)).findings.map(({ content, revision }) => [content.statement, revision]);

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	const opened = await openRoundOfPolice(database.application);
	({ roundId } = opened.round);
	({ samordnare, granskare } = opened.municipality.actors);
	await closeRound(database.application, samordnare, roundId);
	lagesbildId = await compile();
});
afterAll(() => database.close());

describe('a finding of a draft', () => {
	it('is written by the samordnare, after those that are there', async () => {
		const { application } = database;
		const content = findingContent();
		expect(await addFinding(application, granskare, { lagesbildId, content })).toEqual(
			refused('not-allowed')
		);
		const added = await addFinding(application, samordnare, { lagesbildId, content });
		if (!added.ok) throw new Error(added.refusal);
		({ findingId } = added.value);
		await addFinding(application, samordnare, {
			lagesbildId,
			content: findingContent({ statement: 'En till' })
		});
		expect(await statements()).toEqual([
			[content.statement, 1],
			['En till', 1]
		]);
	});

	it('quotes no number that is hidden or is not there', async () => {
		const content = findingContent({ knowledgeGaps: 'Inget är känt om {{finns.inte}}.' });
		expect(await addFinding(database.application, samordnare, { lagesbildId, content })).toEqual({
			ok: false,
			refusal: 'cannot-be-quoted',
			faults: [
				{
					field: 'knowledgeGaps',
					message: '{{finns.inte}} finns inte bland talen i lägesbilden. Se listan Tal att citera.'
				}
			]
		});
	});

	it('is like the other texts, which quote no number that is hidden either', async () => {
		const { stored } = await view();
		const hidden = quotableValues(stored.released.tables).find(({ text }) => text === null);
		const texts = { ...stored.texts, analys: `Det är {{${hidden?.reference ?? ''}}} personer.` };
		const edit = { lagesbildId, revision: stored.textsRevision, texts };
		expect(await saveTexts(database.application, samordnare, edit)).toEqual({
			ok: false,
			refusal: 'cannot-be-quoted',
			faults: [
				{
					field: 'analys',
					message: `{{${hidden?.reference ?? ''}}} kan inte citeras: talet visas inte i lägesbilden.`
				}
			]
		});
	});

	it('keeps what one wrote when another has saved it meanwhile', async () => {
		const content = findingContent({ statement: 'Ändrad' });
		const edit = { lagesbildId, findingId, revision: 1, content };
		const { application } = database;
		const before = (await view()).stored.revision;
		expect((await changeFinding(application, samordnare, edit)).ok).toBe(true);
		expect(await changeFinding(application, samordnare, edit)).toEqual(refused('changed-meanwhile'));
		expect(await removeFinding(application, samordnare, edit)).toEqual(refused('changed-meanwhile'));
		expect(await statements()).toEqual([
			['Ändrad', 2],
			['En till', 1]
		]);
		// Whoever has read the version before has read something else.
		expect((await view()).stored.revision).toBe(before + 1);
	});

	it('is saved by the program while it is written, with one line in the log for a sitting', async () => {
		const { application } = database;
		const lines = async () => {
			const [row] = await database.owner.sql<{ count: number }[]>`
				select count(*)::int as count from audit_event where action = 'finding-saved'`;
			return row?.count ?? 0;
		};
		const other = (await view()).findings[1]!;
		const place = { lagesbildId, findingId: other.findingId, content: other.content, isAutomatic: true };
		const before = await lines();
		expect(await changeFinding(application, samordnare, { ...place, revision: 1 })).toEqual({
			ok: true,
			value: { revision: 2 }
		});
		const later = {
			...application,
			clock: { now: () => new Date(application.clock.now().getTime() + 3_600_000) }
		};
		await changeFinding(later, samordnare, { ...place, revision: 2 });
		await changeFinding(later, samordnare, { ...place, revision: 3 });
		expect(await statements()).toEqual([
			['Ändrad', 2],
			['En till', 4]
		]);
		// The samordnare had just saved; an hour later it is another sitting.
		expect((await lines()) - before).toBe(1);
	});

	it('is taken out, and then it is gone', async () => {
		const { application } = database;
		const other = (await view()).findings[1]!;
		const place = { lagesbildId, findingId: other.findingId, revision: other.revision };
		expect((await removeFinding(application, samordnare, place)).ok).toBe(true);
		expect(await removeFinding(application, samordnare, place)).toEqual(refused('unknown-finding'));
		expect(await statements()).toEqual([['Ändrad', 2]]);
	});

	it('follows into the next version with its id', async () => {
		const next = await compile();
		expect((await view(next)).findings.map((each) => [each.findingId, each.content.statement])).toEqual([
			[findingId, 'Ändrad']
		]);
		lagesbildId = next;
	});
});

describe('a finding of a version that is judged or published', () => {
	it('hinders publication while it lacks something, and cannot be changed under review', async () => {
		const { application } = database;
		const { stored } = await view();
		const texts = demonstrationTexts(2025, stored.texts);
		await saveTexts(application, samordnare, { lagesbildId, revision: stored.textsRevision, texts });
		await saveMethod(application, samordnare, { roundId, method: demonstrationMethod });
		const change = async (content = findingContent()) => {
			const { revision } = (await view()).findings[0]!;
			return await changeFinding(application, samordnare, { lagesbildId, findingId, revision, content });
		};
		await change(findingContent({ degree: null }));
		expect((await view()).missing.map(({ place, finding, part }) => [place, finding, part])).toEqual([
			['findings', findingId, 'degree'],
			['findings', findingId, 'evidence']
		]);
		expect(await submitForReview(application, samordnare, lagesbildId)).toEqual(refused('parts-missing'));
		await change();
		expect((await submitForReview(application, samordnare, lagesbildId)).ok).toBe(true);
		expect(await change()).toEqual(refused('not-a-draft'));
	});

	it('stands in what is published, and is fixed with it', async () => {
		const { revision } = (await view()).stored;
		const published = await approveAndPublish(database.application, granskare, { lagesbildId, revision });
		expect(published.ok).toBe(true);
		const shown = await readPublished(database.application, { slug: 'provby-9998', year: 2026 });
		const analysis = shown.ok && shown.value.lagesbild.chapters.find(({ id }) => id === 'analys');
		expect(analysis && analysis.sections.map(({ title }) => title)).toContain(
			'Få skolor frågar om sex mot ersättning'
		);
		const { owner } = database;
		const fixed = { code: '23514', constraint_name: 'finding_published_is_fixed' };
		await expect(
			owner.sql`update lagesbild_finding set place = 9 where lagesbild_id = ${lagesbildId}`
		).rejects.toMatchObject(fixed);
		await expect(
			owner.sql`delete from lagesbild_finding where lagesbild_id = ${lagesbildId}`
		).rejects.toMatchObject(fixed);
	});
});
