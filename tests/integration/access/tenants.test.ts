import { glob, readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approveAndPublish } from '#lib/server/lagesbild/approveAndPublish.ts';
import { changePlan, readPlan, withdrawPlanChange } from '#lib/server/lagesbild/changePlan.ts';
import { judgePlan } from '#lib/server/lagesbild/judgePlan.ts';
import { placeWish } from '#lib/server/lagesbild/placeWish.ts';
import { addTheme, endTheme, readThemes, rewordTheme } from '#lib/server/lagesbild/freetexts/changeThemes.ts';
import { decideQuotation, withdrawQuotation } from '#lib/server/lagesbild/freetexts/decideQuotation.ts';
import { proposeQuotation, readQuotableText } from '#lib/server/lagesbild/freetexts/proposeQuotation.ts';
import { readFreeTexts } from '#lib/server/lagesbild/freetexts/readFreeTexts.ts';
import { readQuotations } from '#lib/server/lagesbild/freetexts/readQuotations.ts';
import { readTextQuestions } from '#lib/server/lagesbild/freetexts/readTextQuestions.ts';
import { saveCoding } from '#lib/server/lagesbild/freetexts/saveCoding.ts';
import { readHiding } from '#lib/server/lagesbild/readHiding.ts';
import { readNulagesbild } from '#lib/server/lagesbild/readNulagesbild.ts';
import { readProtocol } from '#lib/server/lagesbild/readProtocol.ts';
import { readLagesbild } from '#lib/server/lagesbild/readLagesbild.ts';
import { returnForChanges, submitForReview } from '#lib/server/lagesbild/reviewLagesbild.ts';
import { saveTexts } from '#lib/server/lagesbild/saveTexts.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { listLetters } from '#lib/server/invitations/listLetters.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { sendAgain } from '#lib/server/mail/sendAgain.ts';
import { changeThreshold, decideThreshold, readThreshold } from '#lib/server/rounds/changeThreshold.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { createRound } from '#lib/server/rounds/createRound.ts';
import { openRound } from '#lib/server/rounds/openRound.ts';
import { proposeRound } from '#lib/server/rounds/proposeRound.ts';
import { readOverview } from '#lib/server/rounds/readOverview.ts';
import { readRound } from '#lib/server/rounds/readRound.ts';
import { saveMethod } from '#lib/server/rounds/saveMethod.ts';
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

let database: TestDatabase;
let own: SmallMunicipality;
let other: SmallMunicipality;
let othersRound: OpenedRound;
let othersLagesbildId: string;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	own = await insertSmallMunicipality(database.application, '9997');
	other = await insertSmallMunicipality(database.application, '9998');
	const { samordnare } = other.actors;
	const closed = await openedRoundIn(database.application, other);
	const police = closed.tokens.get('Lokalpolisområde Prov') ?? '';
	await saveDraft(database.application, police, { answers: policeAnswers(), page: 7 });
	await submitAnswers(database.application, { token: police, asksAboutTexts: false });
	await closeRound(database.application, samordnare, closed.roundId);
	const compiled = await compileLagesbild(database.application, samordnare, closed.roundId);
	if (!compiled.ok) throw new Error(compiled.refusal);
	othersLagesbildId = compiled.value.lagesbildId;
	othersRound = await openedRoundIn(database.application, other, planOf(other, { year: 2027 }));
});
afterAll(() => database.close());

describe('a samordnare', () => {
	it('reads nothing of another municipality by any use case, with its ids in hand', async () => {
		const actor = own.actors.samordnare;
		const { application } = database;
		const { roundId } = othersRound;
		const method = { whyThisProblem: 'x', sourcesUsed: '', limitsOfSources: '', meaningOfLimits: '' };
		expect({
			round: await readRound(application, actor, roundId),
			open: await openRound(application, actor, roundId),
			close: await closeRound(application, actor, roundId),
			letters: await listLetters(application, actor, roundId),
			compile: await compileLagesbild(application, actor, roundId),
			method: await saveMethod(application, actor, { roundId, method }),
			propose: await proposeRound(application, actor, other.seriesId),
			create: await createRound(application, actor, planOf(other, { year: 2030 })),
			foreignUnits: await createRound(application, actor, planOf(own, { unitIds: [...other.unitIds] }))
		}).toEqual({
			round: { ok: false, refusal: 'unknown-round' },
			open: { ok: false, refusal: 'unknown-round' },
			close: { ok: false, refusal: 'unknown-round' },
			letters: { ok: false, refusal: 'unknown-round' },
			compile: { ok: false, refusal: 'unknown-round' },
			method: { ok: false, refusal: 'unknown-round' },
			propose: { ok: false, refusal: 'unknown-series' },
			create: { ok: false, refusal: 'unknown-series' },
			foreignUnits: { ok: false, refusal: 'unknown-unit' }
		});
		const overview = await readOverview(application, actor);
		expect(overview.series.flatMap((each) => each.rounds)).toEqual([]);
	});

	it('changes neither threshold nor tables of another municipality, nor does its granskare', async () => {
		const { application } = database;
		const { samordnare, granskare } = own.actors;
		const { roundId } = othersRound;
		const id = '00000000-0000-4000-8000-000000000000';
		const raise = { roundId, threshold: 9, reason: '' };
		const change = { kind: 'drop', split: 'A / B' } as const;
		const outcomes = [
			await readThreshold(application, samordnare, roundId),
			await changeThreshold(application, samordnare, raise),
			await decideThreshold(application, granskare, { roundId, changeId: id, isApproved: true }),
			await readPlan(application, samordnare, roundId),
			await judgePlan(application, samordnare, roundId),
			await changePlan(application, samordnare, { roundId, change }),
			await withdrawPlanChange(application, samordnare, { roundId, place: 1 })
		];
		expect(outcomes).toEqual(outcomes.map(() => ({ ok: false, refusal: 'unknown-round' })));
	});

	it('reads, codes and quotes no free text of another municipality, nor changes its code list', async () => {
		const { application } = database;
		const { samordnare, granskare } = own.actors;
		const { roundId } = othersRound;
		const { seriesId } = other;
		const id = '00000000-0000-4000-8000-000000000000';
		const words = { label: 'Nytt', description: 'Nytt' };
		const proposal = { roundId, freeTextId: id, theme: 'samverkan', wording: 'Med andra ord' };
		const decision = { roundId, quotationId: id, isApproved: true, reason: 'x' };
		const ofRound = [
			await readFreeTexts(application, samordnare, { roundId, item: 'Z7' }),
			await readTextQuestions(application, samordnare, roundId),
			await saveCoding(application, samordnare, { roundId, choices: [] }),
			await readQuotableText(application, samordnare, proposal),
			await proposeQuotation(application, samordnare, proposal),
			await readQuotations(application, granskare, roundId),
			await decideQuotation(application, granskare, decision)
		];
		expect(ofRound).toEqual(ofRound.map(() => ({ ok: false, refusal: 'unknown-round' })));
		const ofSeries = [
			await readThemes(application, samordnare, seriesId),
			await addTheme(application, samordnare, { seriesId, words, firstPlace: 202600 }),
			await rewordTheme(application, samordnare, { seriesId, code: 'samverkan', words }),
			await endTheme(application, samordnare, { seriesId, code: 'samverkan', lastPlace: 202600 })
		];
		expect(ofSeries).toEqual(ofSeries.map(() => ({ ok: false, refusal: 'unknown-series' })));
		expect(await withdrawQuotation(application, samordnare, decision)).toEqual({
			ok: false,
			refusal: 'unknown-quotation'
		});
	});

	it('sends no letter of another municipality', async () => {
		const [letter] = await database.owner.sql<{ messageId: string }[]>`
			update outbox_message set refused_at = now() where round_id = ${othersRound.roundId} and recipient is not null
			returning message_id as "messageId"`;
		if (!letter) throw new Error('The other municipality has no letter');
		const application = {
			...database.application,
			config: { ...database.application.config, smtpUrl: 'smtp://127.0.0.1:9' }
		};
		const message = { roundId: othersRound.roundId, messageId: letter.messageId };
		expect([
			await sendAgain(application, own.actors.samordnare, message),
			await sendAgain(application, other.actors.samordnare, message)
		]).toEqual([
			{ ok: false, refusal: 'not-waiting-for-you' },
			{ ok: true, value: null }
		]);
	});

	it('reads and changes no lägesbild of another municipality, nor does its granskare', async () => {
		const { application } = database;
		const { samordnare, granskare } = own.actors;
		const unknown = { ok: false, refusal: 'unknown-lagesbild' };
		const read = await readLagesbild(application, other.actors.samordnare, othersLagesbildId);
		const { stored } = read.ok ? read.value : { stored: null };
		if (!stored) throw new Error('The other municipality cannot read its own');
		const edit = { lagesbildId: othersLagesbildId, revision: stored.textsRevision, texts: stored.texts };
		const wish = { table: 'x', row: 'y', column: '', wish: 'must-show' } as const;
		expect([
			await readLagesbild(application, samordnare, othersLagesbildId),
			await saveTexts(application, samordnare, edit),
			await submitForReview(application, samordnare, othersLagesbildId),
			await returnForChanges(application, granskare, { lagesbildId: othersLagesbildId, reason: 'x' }),
			await approveAndPublish(application, granskare, edit),
			await readHiding(application, granskare, othersLagesbildId),
			await readProtocol(application, granskare, othersLagesbildId),
			await readNulagesbild(application, samordnare, othersLagesbildId),
			await placeWish(application, samordnare, { lagesbildId: othersLagesbildId, placed: wish })
		]).toEqual(Array.from({ length: 9 }, () => unknown));
	});
});

describe('every use case that takes an actor', () => {
	it('is tried from another municipality, here or in a file beside this one', async () => {
		const folder = new URL('../../../src/lib/server/', import.meta.url);
		const files = glob('**/*.ts', { cwd: folder.pathname });
		const useCases: string[] = [];
		for await (const file of files) {
			const text = await readFile(new URL(file, folder), 'utf8');
			const found = text.matchAll(
				/export async function (\w+)\(\s*application: Application,\s*actor: Actor/g
			);
			useCases.push(...[...found].map((match) => match[1] ?? ''));
		}
		const tests = (await readdir(import.meta.dirname)).filter((file) => file.endsWith('enants.test.ts'));
		const texts = await Promise.all(tests.map((file) => readFile(new URL(file, import.meta.url), 'utf8')));
		const tested = texts.join('\n');
		expect(useCases.length).toBeGreaterThan(12);
		expect(useCases.filter((name) => !new RegExp(`\\b${name}\\(application`).test(tested))).toEqual([]);
	});
});
