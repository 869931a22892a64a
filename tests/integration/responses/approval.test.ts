import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutApproval } from '#lib/responses/approval.ts';
import { exchangeToken } from '#lib/server/responses/exchangeToken.ts';
import { giveVerdict, openApproval } from '#lib/server/responses/approveAnswers.ts';
import { askForApproval, withdrawApproval } from '#lib/server/responses/askForApproval.ts';
import { openAnswering } from '#lib/server/responses/openAnswering.ts';
import { openReview } from '#lib/server/responses/openReview.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { saveNotes } from '#lib/server/responses/saveNotes.ts';
import { listGivenLinks, shareLink } from '#lib/server/responses/shareLink.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { movingClock } from '../../support/movingClock.ts';
import { policeAnswers } from '../../support/policeAnswers.ts';
import { insertSmallMunicipality, openedRoundIn } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let own: string;
let other: string;
let manager: string;

const unapproved = withoutApproval(policeAnswers());

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	const municipality = await insertSmallMunicipality(database.application, '9998');
	const { tokens } = await openedRoundIn(database.application, municipality);
	own = tokens.get('Lokalpolisområde Prov') ?? '';
	other = tokens.get('Vuxenenheten') ?? '';
	await saveDraft(database.application, own, { answers: unapproved, page: 3 });
	manager = await ask();
});
afterAll(() => database.close());

async function ask(): Promise<string> {
	const asked = await askForApproval(database.application, own);
	if (!asked.ok) throw new Error(asked.refusal);
	return asked.value.address.slice(-22);
}

async function seen() {
	const opened = await openApproval(database.application, manager);
	if (!opened.ok) throw new Error(opened.refusal);
	return opened.value;
}

async function standing() {
	const review = await openReview(database.application, own);
	return review.ok ? review.value.approval : null;
}

const send = () => submitAnswers(database.application, { token: own, asksAboutTexts: false });
const save = (changes: Parameters<typeof policeAnswers>[0]) =>
	saveDraft(database.application, own, { answers: policeAnswers(changes), page: 3 });
const refusedAs = (refusal: string) => ({ ok: false, refusal });

describe('a manager’s link', () => {
	it('shows all answers, and nothing can be done with it but to approve', async () => {
		const { application } = database;
		const exchanged = await exchangeToken(application, manager);
		expect(exchanged.ok && exchanged.value.isForApproval).toBe(true);
		const { answers, missing, standing: now, unit } = await seen();
		expect([answers['P3_antal'], missing, now, unit.name]).toEqual([
			14,
			0,
			'waiting',
			'Lokalpolisområde Prov'
		]);
		const only = refusedAs('approval-only');
		const colleague = { name: 'Någon', task: '', pages: [] };
		expect(await openAnswering(application, manager)).toEqual(only);
		expect(await saveDraft(application, manager, { answers: {}, page: 0 })).toEqual(only);
		expect(await saveNotes(application, manager, { reasons: {}, confirmed: [], keptItems: [] })).toEqual(
			only
		);
		expect(await submitAnswers(application, { token: manager, asksAboutTexts: false })).toEqual(only);
		expect(await shareLink(application, manager, colleague)).toEqual(only);
		expect(await askForApproval(application, manager)).toEqual(only);
		expect(await withdrawApproval(application, manager)).toEqual(only);
	});

	it('is no colleague’s link, and neither the unit’s own nor a colleague’s link approves', async () => {
		const { application } = database;
		const shared = await shareLink(application, own, { name: 'Statistiken', task: '', pages: [] });
		const colleague = shared.ok ? shared.value.address.slice(-22) : '';
		const listed = await listGivenLinks(application, own);
		expect(listed.ok && listed.value.map(({ name }) => name)).toEqual(['Statistiken']);
		const { fingerprint } = await seen();
		for (const link of [own, other, colleague]) {
			expect(await giveVerdict(application, link, { kind: 'approved', fingerprint })).toEqual(
				refusedAs('unknown-link')
			);
		}
		expect(await askForApproval(application, colleague)).toEqual(refusedAs('not-the-units-own'));
	});
});

describe('answers that wait for approval', () => {
	it('are not sent, also when the respondent has answered the question of approval', async () => {
		await save({});
		expect(await standing()).toEqual({ standing: 'waiting', comment: null });
		expect(await send()).toEqual(refusedAs('not-approved'));
	});

	it('come back with a comment, and the question of approval is open again', async () => {
		const { fingerprint } = await seen();
		const comment = 'Räkna om P3.';
		const verdict = { kind: 'returned', fingerprint, comment } as const;
		expect((await giveVerdict(database.application, manager, verdict)).ok).toBe(true);
		expect(await standing()).toEqual({ standing: 'returned', comment });
		expect(await send()).toEqual(refusedAs('incomplete'));
		await save({ P3_antal: 15 });
		expect(await standing()).toEqual({ standing: 'changed-since-return', comment });
		expect(await send()).toEqual(refusedAs('not-approved'));
	});

	it('are not approved when they were changed while the manager read, or are unfinished', async () => {
		const { application } = database;
		const { fingerprint } = await seen();
		await save({ P3_antal: 16 });
		expect(await giveVerdict(application, manager, { kind: 'approved', fingerprint })).toEqual(
			refusedAs('changed-meanwhile')
		);
		await save({ A1: undefined });
		const unfinished = await seen();
		expect(unfinished.missing).toBe(1);
		expect(
			await giveVerdict(application, manager, { kind: 'approved', fingerprint: unfinished.fingerprint })
		).toEqual(refusedAs('incomplete'));
	});

	it('are approved as they are: the approval answers the question, and a later change makes it void', async () => {
		const { application } = database;
		await saveDraft(application, own, { answers: unapproved, page: 3 });
		const { fingerprint } = await seen();
		expect((await giveVerdict(application, manager, { kind: 'approved', fingerprint })).ok).toBe(true);
		const opened = await openAnswering(application, own);
		expect(opened.ok && opened.value.answers['A6']).toBe('ja');
		expect((await standing())?.standing).toBe('approved');
		await saveNotes(application, own, { reasons: { P3: 'Skäl' }, confirmed: [], keptItems: [] });
		expect((await standing())?.standing).toBe('changed-since-approval');
		await saveNotes(application, own, { reasons: {}, confirmed: ['P3'], keptItems: [] });
		expect((await standing())?.standing).toBe('approved');
		await save({ P3_antal: 17 });
		expect((await seen()).standing).toBe('changed-since-approval');
		expect(await send()).toEqual(refusedAs('not-approved'));
	});

	it('are sent without it when the request is withdrawn, and the manager’s answer goes with it', async () => {
		const { application } = database;
		const { fingerprint } = await seen();
		await giveVerdict(application, manager, { kind: 'approved', fingerprint });
		expect((await withdrawApproval(application, own)).ok).toBe(true);
		expect(await standing()).toEqual({ standing: 'not-asked', comment: null });
		expect(await openApproval(application, manager)).toEqual(refusedAs('unknown-link'));
		expect(await send()).toEqual(refusedAs('incomplete'));
	});

	it('are approved with the newest link only', async () => {
		const former = await ask();
		manager = await ask();
		expect(await openApproval(database.application, former)).toEqual(refusedAs('unknown-link'));
		const { fingerprint } = await seen();
		await giveVerdict(database.application, manager, { kind: 'approved', fingerprint });
		expect((await send()).ok).toBe(true);
		expect(await openApproval(database.application, manager)).toEqual(refusedAs('answered'));
	});
});

describe('whoever reads the database', () => {
	it('finds neither the request, the verdict nor what kind of link was given', async () => {
		await saveDraft(database.application, other, { answers: {}, page: 0 });
		await shareLink(database.application, other, { name: 'Kollega', task: 'allt', pages: [] });
		await askForApproval(database.application, other);
		const rows = await database.owner.sql<{ note: number; token: number }[]>`
			select length(sealed_note) as note, length(sealed_token) as token from shared_link`;
		expect(new Set(rows.map(({ note, token }) => `${String(note)} ${String(token)}`)).size).toBe(1);
	});
});
