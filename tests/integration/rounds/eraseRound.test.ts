import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application } from '#lib/server/application.ts';
import { withMunicipality } from '#lib/server/db/connection.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { readMaterial } from '#lib/server/lagesbild/reportMaterial.ts';
import { listLetters } from '#lib/server/invitations/listLetters.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { commentOnRound } from '#lib/server/rounds/commentOnRound.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import {
	decideErasure,
	proposeErasure,
	readErasure,
	saveRetentionRule,
	type ErasureView
} from '#lib/server/rounds/eraseRound.ts';
import { readRound } from '#lib/server/rounds/readRound.ts';
import { sweep } from '#lib/server/jobs/sweep.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { accepted, refused } from '#lib/shared/result.ts';
import { movingClock } from '../../support/movingClock.ts';
import { policeAnswers } from '../../support/policeAnswers.ts';
import { insertPublication } from '../../support/publishedRound.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	planOf,
	type SmallMunicipality
} from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

const clock = movingClock('2026-01-16T09:00:00Z');
let database: TestDatabase;
let application: Application;
let municipality: SmallMunicipality;
let roundId: string;
let nextId: string;

const rule = { months: 12, countedFrom: 'decided', decision: 'Dokumenthanteringsplan, KS 2026:12' } as const;

async function answeredRound(year: number, opensOn: string, closesOn: string): Promise<string> {
	const plan = planOf(municipality, {
		year,
		periodFrom: calendarDate(`${String(year - 1)}-01-01`),
		periodTo: calendarDate(`${String(year - 1)}-12-31`),
		opensOn: calendarDate(opensOn),
		closesOn: calendarDate(closesOn)
	});
	const round = await openedRoundIn(application, municipality, plan);
	const token = round.tokens.get('Lokalpolisområde Prov') ?? '';
	await saveDraft(application, token, { answers: policeAnswers(), page: 7 });
	await application.marks.flush();
	await submitAnswers(application, { token, asksAboutTexts: false });
	return round.roundId;
}

beforeAll(async () => {
	database = await openTestDatabase({ clock });
	// Messages are written and never sent: nobody answers at the address.
	const config = { ...database.application.config, smtpUrl: 'smtp://127.0.0.1:9' };
	application = { ...database.application, config };
	municipality = await insertSmallMunicipality(application, '9998');
	roundId = await answeredRound(2026, '2026-01-15', '2026-02-28');
	await closeRound(application, municipality.actors.samordnare, roundId);
});
afterAll(() => database.close());

async function view(id = roundId): Promise<ErasureView> {
	const read = await readErasure(application, municipality.actors.samordnare, id);
	if (!read.ok) throw new Error(read.refusal);
	return read.value;
}

const propose = () => proposeErasure(application, municipality.actors.samordnare, roundId);
const decide = async (isApproved: boolean, role: 'samordnare' | 'granskare' = 'granskare') =>
	await decideErasure(application, municipality.actors[role], {
		roundId,
		erasureId: (await view()).pending?.erasureId ?? '00000000-0000-4000-8000-000000000000',
		isApproved
	});

/** In how many rows of the round's content something is left. */
async function rowsLeft(): Promise<Record<string, number>> {
	const left: Record<string, number> = {};
	for (const table of [
		'unit_response',
		'answer_piece',
		'opinion_tally',
		'free_text_answer',
		'draft',
		'sent_copy',
		'invitation',
		'round_comment',
		'answering_mark'
	]) {
		const rows = await database.owner
			.sql`select 1 from ${database.owner.sql(table)} where round_id = ${roundId}`;
		left[table] = rows.length;
	}
	return left;
}

describe('a closed round', () => {
	it('is not erased before it has been published, has a rule and the time is out', async () => {
		expect((await view()).obstacle).toBe('not-decided');
		await insertPublication(database.owner, municipality, { roundId, at: new Date('2026-06-15T09:00:00Z') });
		expect(await propose()).toEqual(refused('no-rule'));
		const given = { roundId, ...rule };
		expect(await saveRetentionRule(application, municipality.actors.granskare, given)).toEqual(
			refused('not-allowed')
		);
		expect(await saveRetentionRule(application, municipality.actors.samordnare, given)).toEqual(
			accepted(null)
		);
		expect(await view()).toMatchObject({ rule, dueOn: '2027-06-15', obstacle: 'too-early' });
		expect(await propose()).toEqual(refused('too-early'));
	});

	it('tells the samordnare when the time is out', async () => {
		clock.set('2027-06-15T07:00:00Z');
		await sweep(application);
		const listed = await listLetters(application, municipality.actors.samordnare, roundId);
		const notices = listed.ok ? listed.value.letters.filter(({ kind }) => kind === 'notice') : [];
		expect(notices.map(({ subject }) => subject)).toContain('Omgång 2026 ska gallras');
		const read = await readRound(application, municipality.actors.granskare, roundId);
		expect(read.ok && read.value.erasure).toBe('due');
	});

	it('is kept while a later round is to be compared with it', async () => {
		nextId = await answeredRound(2027, '2027-06-01', '2027-07-15');
		expect(await propose()).toEqual(refused('needed-by-later-round'));
		expect((await view(nextId)).proposedRule).toEqual(rule);
		await closeRound(application, municipality.actors.samordnare, nextId);
		await insertPublication(database.owner, municipality, { roundId: nextId, at: clock.now() });
	});

	it('is proposed by one and confirmed by another, and the database asks for the same', async () => {
		expect(await proposeErasure(application, municipality.actors.granskare, roundId)).toEqual(
			refused('not-allowed')
		);
		expect(await propose()).toEqual(accepted(null));
		expect(await propose()).toEqual(refused('already-proposed'));
		expect(await decide(true, 'samordnare')).toEqual(refused('not-allowed'));
		expect(await decide(false, 'samordnare')).toEqual(accepted(null));
		expect(await propose()).toEqual(accepted(null));
		const { sql } = database.owner;
		await expect(sql`update round set erased_at = now() where round_id = ${roundId}`).rejects.toThrow(
			/two persons/
		);
		await expect(sql`
			update round_erasure set decided_at = ${clock.now()}, decided_by = proposed_by, is_approved = true
			where round_id = ${roundId} and decided_at is null`).rejects.toThrow(/round_erased_by_two/);
		const erasing = withMunicipality(application.database, '9998', (own) =>
			own`select erase_round(${roundId}, now())`.then((rows) => rows.length)
		);
		await expect(erasing).rejects.toThrow(/two persons/);
		expect(await rowsLeft()).toMatchObject({ unit_response: 1, answer_piece: 1 });
	});

	it('loses what was answered and who was written to, and keeps what is published', async () => {
		const note = { roundId, text: 'Skolan ringde om frågan K2.' };
		expect(await commentOnRound(application, municipality.actors.granskare, note)).toEqual(accepted(null));
		const before = (await view()).counts;
		expect(before).toMatchObject({ answers: 1, links: 4, comments: 1, marks: 1 });
		expect(await decide(true)).toEqual(accepted(null));
		expect(await rowsLeft()).toEqual({
			unit_response: 0,
			answer_piece: 0,
			opinion_tally: 0,
			free_text_answer: 0,
			draft: 0,
			sent_copy: 0,
			invitation: 0,
			round_comment: 0,
			answering_mark: 0
		});
		const { sql } = database.owner;
		const messages = await sql<{ text: string }[]>`
			select concat_ws('|', recipient, recipient_name, subject, contact_id, sealed_body) as text
			from outbox_message where round_id = ${roundId}`;
		expect(new Set(messages.map(({ text }) => text))).toEqual(new Set(['Gallrad|Gallrat']));
		expect(await sql`select 1 from lagesbild where round_id = ${roundId}`).toHaveLength(1);
		const [{ key } = { key: 'missing' }] = await sql<{ key: unknown }[]>`
			select free_text_key as key from round where round_id = ${roundId}`;
		expect(key).toBe(null);
	});

	it('has a protocol of who, when, by which decision and how much', async () => {
		const { erasures, obstacle, pending } = await view();
		expect([obstacle, pending]).toEqual(['already-erased', null]);
		expect(erasures.map(({ isApproved }) => isApproved).sort()).toEqual([false, true]);
		expect(erasures.find(({ isApproved }) => isApproved)).toMatchObject({
			decision: rule.decision,
			dueOn: '2027-06-15',
			proposerName: 'Namn samordnare',
			deciderName: 'Namn granskare',
			isApproved: true,
			erased: { answers: 1, links: 4, comments: 1, marks: 1 }
		});
		const read = await readRound(application, municipality.actors.samordnare, roundId);
		expect(read.ok && [read.value.state, read.value.erasure]).toEqual(['erased', null]);
	});
});

describe('after the erasure', () => {
	it('the round is not compiled, not given another rule and not erased again', async () => {
		const { samordnare } = municipality.actors;
		expect(await compileLagesbild(application, samordnare, roundId)).toEqual(refused('round-erased'));
		expect(await saveRetentionRule(application, samordnare, { roundId, ...rule })).toEqual(
			refused('already-erased')
		);
		expect(await propose()).toEqual(refused('already-erased'));
		const { sql } = database.owner;
		await expect(sql`update round set erased_at = null where round_id = ${roundId}`).rejects.toThrow(
			/two persons/
		);
	});

	it('the next round is compiled without being compared with it, and not with something older instead', async () => {
		const material = await withMunicipality(application.database, '9998', (sql) =>
			readMaterial(application, sql, nextId)
		);
		expect(material.ok && [material.value.previous, material.value.answers.sectors.length > 0]).toEqual([
			null,
			true
		]);
	});
});
