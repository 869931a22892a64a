import { createHash, createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/server/access/actor.ts';
import { demonstrationMethod, demonstrationTexts } from '#lib/server/demonstration/reportTexts.ts';
import { publicationKey } from '#lib/server/keys/signingKey.ts';
import { approveAndPublish } from '#lib/server/lagesbild/approveAndPublish.ts';
import { changePlan, readPlan, withdrawPlanChange } from '#lib/server/lagesbild/changePlan.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { explainCorrection } from '#lib/server/lagesbild/explainCorrection.ts';
import { readLagesbild } from '#lib/server/lagesbild/readLagesbild.ts';
import { readPublished, readPublishedFile } from '#lib/server/lagesbild/readPublished.ts';
import { registerDecision } from '#lib/server/lagesbild/registerDecision.ts';
import { submitForReview } from '#lib/server/lagesbild/reviewLagesbild.ts';
import { saveTexts } from '#lib/server/lagesbild/saveTexts.ts';
import { changeThreshold, readThreshold } from '#lib/server/rounds/changeThreshold.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { saveMethod } from '#lib/server/rounds/saveMethod.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { refused } from '#lib/shared/result.ts';
import { movingClock } from '../../support/movingClock.ts';
import { openRoundOfPolice } from '../../support/roundOfPolice.ts';
import type { OpenedRound } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

const address = { slug: 'provby-9998', year: 2026 };
const reason = 'Ett citat hade tagits med i fel kapitel.';
const clock = movingClock('2026-01-16T09:00:00Z');

let database: TestDatabase;
let round: OpenedRound;
let samordnare: Actor;
let granskare: Actor;
let first: string;
let second: string;

async function compiled(): Promise<string> {
	const made = await compileLagesbild(database.application, samordnare, round.roundId);
	if (!made.ok) throw new Error(made.refusal);
	return made.value.lagesbildId;
}

async function view(lagesbildId: string) {
	const read = await readLagesbild(database.application, samordnare, lagesbildId);
	if (!read.ok) throw new Error(read.refusal);
	return read.value;
}

async function publish(lagesbildId: string): Promise<void> {
	const submitted = await submitForReview(database.application, samordnare, lagesbildId);
	if (!submitted.ok) throw new Error(submitted.refusal);
	const { revision } = (await view(lagesbildId)).stored;
	const published = await approveAndPublish(database.application, granskare, { lagesbildId, revision });
	if (!published.ok) throw new Error(published.refusal);
}

async function published(version?: number) {
	const read = await readPublished(database.application, { ...address, version });
	if (!read.ok) throw new Error(read.refusal);
	return read.value;
}

async function fileOf(file: string, version?: number) {
	const read = await readPublishedFile(database.application, { ...address, version, file });
	if (!read.ok) throw new Error(read.refusal);
	return Buffer.from(read.value.bytes);
}

beforeAll(async () => {
	database = await openTestDatabase({ clock });
	const opened = await openRoundOfPolice(database.application);
	round = opened.round;
	({ samordnare, granskare } = opened.municipality.actors);
	const { application } = database;
	await closeRound(application, samordnare, round.roundId);
	await saveMethod(application, samordnare, { roundId: round.roundId, method: demonstrationMethod });
	first = await compiled();
	const { revision } = (await view(first)).stored;
	await saveTexts(application, samordnare, {
		lagesbildId: first,
		revision,
		texts: demonstrationTexts(2025, (await view(first)).stored.texts)
	});
	await publish(first);
});
afterAll(() => database.close());

describe('a corrected version', () => {
	it('is not sent to review until it says what it corrects', async () => {
		const { application } = database;
		expect(await explainCorrection(application, samordnare, { lagesbildId: first, reason })).toEqual({
			ok: false,
			refusal: 'not-a-draft'
		});
		clock.set('2026-01-20T09:00:00Z');
		second = await compiled();
		expect((await view(second)).missing).toEqual([
			{
				place: 'correction',
				part: 'skal',
				text: 'Det är inte sagt vad som rättas: lägesbilden ersätter version 1.'
			}
		]);
		expect(await submitForReview(application, samordnare, second)).toEqual({
			ok: false,
			refusal: 'parts-missing'
		});
		const explanation = { lagesbildId: second, reason };
		expect(await explainCorrection(application, granskare, explanation)).toEqual({
			ok: false,
			refusal: 'not-allowed'
		});
		expect((await explainCorrection(application, samordnare, explanation)).ok).toBe(true);
		expect((await view(second)).missing).toEqual([]);
	});

	it('keeps what the published one kept: what has been read cannot be unread', async () => {
		const choice = { roundId: round.roundId, keepsOrganisations: true, reason: '' };
		expect(await changeThreshold(database.application, samordnare, choice)).toEqual({
			ok: false,
			refusal: 'already-published'
		});
		const held = await readThreshold(database.application, samordnare, round.roundId);
		expect(held.ok && held.value.isPublishedUnkept).toBe(true);
	});

	it('has the tables that the published one was planned with', async () => {
		const { application } = database;
		const { roundId } = round;
		const change = { kind: 'hide-zeros' } as const;
		expect([
			await changePlan(application, samordnare, { roundId, change }),
			await withdrawPlanChange(application, samordnare, { roundId, place: 1 })
		]).toEqual([refused('already-published'), refused('already-published')]);
		const plan = await readPlan(application, samordnare, roundId);
		expect(plan.ok && [plan.value.isFixed, plan.value.changes]).toEqual([true, []]);
	});

	it('takes the year’s address, and the one before it stays at its own', async () => {
		const before = { text: await fileOf('tabeller.csv', 1), page: (await published()).lagesbild };
		await publish(second);
		const [newest, replaced] = [await published(), await published(1)];
		expect([newest.lagesbild.version, newest.lagesbild.correction]).toEqual([2, { replaces: 1, reason }]);
		expect(replaced.lagesbild).toEqual(before.page);
		expect(newest.versions).toEqual(replaced.versions);
		expect(newest.versions.map(({ version, reason: why }) => [version, why])).toEqual([
			[2, reason],
			[1, null]
		]);
		expect(await fileOf('tabeller.csv', 1)).toEqual(before.text);
		expect((await fileOf('tabeller.csv')).toString()).toContain(`Ersätter version 1. ${reason}`);
		expect(await readPublished(database.application, { ...address, version: 3 })).toEqual({
			ok: false,
			refusal: 'not-published'
		});
	});

	it('does not inherit its reason to a third', async () => {
		const third = await compiled();
		expect((await view(third)).content.correction).toEqual({ replaces: 2, reason: '' });
	});
});

describe('the checksums of a version', () => {
	it('are of every file as it is fetched, and signed by the installation’s key', async () => {
		const list = await fileOf('kontrollsummor.txt', 2);
		const lines = list
			.toString()
			.split('\n')
			.filter((line) => line !== '' && !line.startsWith('#'));
		const sums = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
		expect([...sums.keys()]).toEqual([
			'lagesbild.pdf',
			'tabellbilaga.pdf',
			'nulagesbild.pdf',
			'tjansteskrivelse.docx',
			'tabeller.csv',
			'lagesbild.json',
			'rojandeprotokoll.pdf'
		]);
		for (const name of [...sums.keys()].filter((each) => each !== 'rojandeprotokoll.pdf')) {
			expect(sums.get(name)).toBe(
				createHash('sha256')
					.update(await fileOf(name, 2))
					.digest('hex')
			);
		}
		const [row] = await database.owner.sql<{ sha256: Uint8Array }[]>`
			select content_sha256 as sha256 from lagesbild where lagesbild_id = ${second}`;
		expect(sums.get('lagesbild.json')).toBe(Buffer.from(row?.sha256 ?? []).toString('hex'));
		expect(JSON.parse((await fileOf('lagesbild.json', 2)).toString())).toEqual(
			(await published(2)).lagesbild
		);
		const key = createPublicKey(publicationKey(database.application.keys));
		const signature = await fileOf('kontrollsummor.sig', 2);
		expect(verify(null, list, key, signature)).toBe(true);
		expect(verify(null, await fileOf('kontrollsummor.txt', 1), key, signature)).toBe(false);
	});
});

describe('a decision', () => {
	const decision = {
		body: 'Kommunfullmäktige',
		decidedOn: calendarDate('2026-01-20'),
		paragraph: '§ 12',
		diarienummer: null,
		outcome: 'att lägga lägesbilden till handlingarna'
	};

	it('is of a published version, on a day that it was published, and noted by the samordnare', async () => {
		const { application } = database;
		const register = (actor: Actor, decidedOn = '2026-01-20', lagesbildId = second) =>
			registerDecision(application, actor, {
				lagesbildId,
				decision: { ...decision, decidedOn: calendarDate(decidedOn) }
			});
		expect(await register(granskare)).toEqual({ ok: false, refusal: 'not-allowed' });
		expect(await register(samordnare, '2026-01-19')).toEqual({ ok: false, refusal: 'before-publication' });
		expect(await register(samordnare, '2026-02-01')).toEqual({ ok: false, refusal: 'not-yet' });
		expect(await register(samordnare)).toEqual({ ok: true, value: null });
		expect((await published()).decisions).toEqual([decision]);
		expect((await published(1)).decisions).toEqual([]);
	});
});
