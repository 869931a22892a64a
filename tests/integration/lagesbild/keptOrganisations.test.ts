import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WaiverForm } from '#lib/organisations/registerForms.ts';
import type { Actor } from '#lib/server/access/actor.ts';
import { demonstrationMethod, demonstrationTexts } from '#lib/server/demonstration/reportTexts.ts';
import { approveAndPublish } from '#lib/server/lagesbild/approveAndPublish.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { readLagesbild } from '#lib/server/lagesbild/readLagesbild.ts';
import { readPublished, readPublishedFile } from '#lib/server/lagesbild/readPublished.ts';
import { readWaiversOf } from '#lib/server/lagesbild/readWaivers.ts';
import { submitForReview } from '#lib/server/lagesbild/reviewLagesbild.ts';
import { saveTexts } from '#lib/server/lagesbild/saveTexts.ts';
import { eraseContact } from '#lib/server/organisations/register/eraseContact.ts';
import { readContact } from '#lib/server/organisations/register/readContact.ts';
import { readWaiversOfOrganisation } from '#lib/server/organisations/register/readWaivers.ts';
import { addContact } from '#lib/server/organisations/register/saveContact.ts';
import { registerWaiver, withdrawWaiver } from '#lib/server/organisations/register/saveWaiver.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { changeThreshold, decideThreshold, readThreshold } from '#lib/server/rounds/changeThreshold.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { saveMethod } from '#lib/server/rounds/saveMethod.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { tablesHolding } from '../../support/databaseText.ts';
import { movingClock } from '../../support/movingClock.ts';
import { policeAnswers } from '../../support/policeAnswers.ts';
import { openRoundOfPolice } from '../../support/roundOfPolice.ts';
import { openedRoundIn, planOf, type SmallMunicipality } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

// A municipality that begins with the rule: the police are the only ones of their sector, and know of 9 adults in the first
// year and of 11 in the second. Each test goes on where the one before it ended.

const clock = movingClock('2026-01-16T09:00:00Z');

let database: TestDatabase;
let municipality: SmallMunicipality;
let firstId: string;
let secondId: string;
let samordnare: Actor;
let granskare: Actor;
let organisationId: string;
let signerId: string;

beforeAll(async () => {
	database = await openTestDatabase({ clock });
	const opened = await openRoundOfPolice(database.application);
	({ municipality } = opened);
	firstId = opened.round.roundId;
	({ samordnare, granskare } = municipality.actors);
	const [row] = await database.owner.sql<{ id: string }[]>`
		select organisation_id as id from contact where contact_id = ${municipality.contactIds[0] ?? ''}`;
	organisationId = row!.id;
	const signer = await addContact(database.application, samordnare, {
		organisationId,
		form: {
			name: 'Siv Signerare',
			email: null,
			phone: null,
			language: 'sv',
			councilPosition: null,
			councilFrom: null,
			councilTo: null
		}
	});
	if (!signer.ok) throw new Error(signer.refusal);
	signerId = signer.value;
	await closeRound(database.application, samordnare, firstId);
	await saveMethod(database.application, samordnare, { roundId: firstId, method: demonstrationMethod });
});
afterAll(() => database.close());

async function compiled(roundId: string): Promise<string> {
	const made = await compileLagesbild(database.application, samordnare, roundId);
	if (!made.ok) throw new Error(JSON.stringify(made));
	return made.value.lagesbildId;
}

async function view(lagesbildId: string) {
	const read = await readLagesbild(database.application, samordnare, lagesbildId);
	if (!read.ok) throw new Error(read.refusal);
	return read.value;
}

/** What the police's table of adults and children says in the row of adults, by column. */
async function adults(lagesbildId: string) {
	const { stored } = await view(lagesbildId);
	const table = stored.released.tables.find(({ id }) => id === 'P7-polis');
	const cells = table?.rows.find(({ id }) => id === 'P7.vuxna')?.cells ?? [];
	return Object.fromEntries(table?.columns.map(({ id }, place) => [id, cells[place]]) ?? []);
}

const hidden = { kind: 'hidden' };
const shown = (value: number) => ({ kind: 'number', value });

function keep(roundId: string, keepsOrganisations: boolean, reason = '') {
	return changeThreshold(database.application, samordnare, { roundId, keepsOrganisations, reason });
}

function waiver(changes: Partial<WaiverForm> = {}) {
	const form: WaiverForm = {
		seriesId: municipality.seriesId,
		roundId: null,
		item: 'P7',
		details: ['sum'],
		signerId,
		signerRole: 'Lokalpolisområdeschef',
		signedOn: calendarDate('2026-01-10'),
		validUntil: calendarDate('2028-12-31'),
		...changes
	};
	return registerWaiver(database.application, samordnare, { organisationId, form });
}

describe('the first year', () => {
	it('shows the police’s number while nothing else is chosen', async () => {
		const draft = await compiled(firstId);
		expect((await adults(draft))['summa']).toEqual(shown(9));
		expect((await view(draft)).stored.released.protocol.policy).not.toHaveProperty('contributors');
	});

	it('is compiled with the rule as soon as it is chosen, and a draft without it goes no further', async () => {
		const draft = await compiled(firstId);
		expect(await keep(firstId, true)).toEqual({ ok: true, value: 'raise' });
		expect(await submitForReview(database.application, samordnare, draft)).toEqual({
			ok: false,
			refusal: 'threshold-changed'
		});
		const kept = await compiled(firstId);
		expect(await adults(kept)).toMatchObject({ summa: hidden, storst: hidden, intervall: hidden });
		const { released, hiding } = (await view(kept)).stored;
		expect(released.protocol.verified).toBe(true);
		expect(released.protocol.policy).toMatchObject({
			contributors: { minimumOrganisations: 3, pPercent: 10 },
			insiders: 'single'
		});
		expect(hiding?.places).toContainEqual({
			table: 'P7-polis',
			row: 'P7.vuxna',
			column: 'summa',
			reason: 'contributors'
		});
	});

	it('a medgivande that the police have signed opens their number, and is told of', async () => {
		expect(await waiver({ signedOn: calendarDate('2026-02-01') })).toEqual({
			ok: false,
			refusal: 'signed-in-the-future'
		});
		expect(await waiver({ item: 'X99' })).toEqual({ ok: false, refusal: 'unknown-question' });
		expect(await waiver({ signerId: municipality.contactIds[1] ?? '' })).toEqual({
			ok: false,
			refusal: 'unknown-signer'
		});
		expect((await waiver({ item: 'P11' })).ok).toBe(true);
		expect((await adults(await compiled(firstId)))['summa']).toEqual(hidden);
		expect((await waiver()).ok).toBe(true);
		const draft = await compiled(firstId);
		expect((await adults(draft))['summa']).toEqual(shown(9));
		const { stored } = await view(draft);
		const told = await readWaiversOf(database.application, samordnare, stored);
		expect(told?.used.map(({ item }) => item).toSorted()).toEqual(['P11', 'P7']);
		expect([told?.later, told?.ended]).toEqual([[], []]);
	});

	it('is published with it, and without the rule’s per cent', async () => {
		const draft = await compiled(firstId);
		const { stored } = await view(draft);
		await saveTexts(database.application, samordnare, {
			lagesbildId: draft,
			revision: stored.revision,
			texts: demonstrationTexts(2025, stored.texts)
		});
		const { policy } = (await view(draft)).content.protocol;
		expect(policy.contributors).toEqual({ minimumOrganisations: 3 });
		expect(await submitForReview(database.application, samordnare, draft)).toEqual({ ok: true, value: null });
		const { revision } = (await view(draft)).stored;
		const published = await approveAndPublish(database.application, granskare, {
			lagesbildId: draft,
			revision
		});
		expect(published.ok).toBe(true);
		const address = { slug: 'provby-9998', year: 2026 };
		const page = await readPublished(database.application, address);
		expect(page.ok && JSON.stringify(page.value)).not.toContain('pPercent');
		const json = await readPublishedFile(database.application, { ...address, file: 'lagesbild.json' });
		expect(json.ok && Buffer.from(json.value.bytes).toString()).not.toContain('pPercent');
	});
});

describe('the second year', () => {
	it('begins with what was chosen in the first', async () => {
		clock.set('2027-01-16T09:00:00Z');
		const plan = planOf(municipality, {
			year: 2027,
			periodFrom: calendarDate('2026-01-01'),
			periodTo: calendarDate('2026-12-31'),
			opensOn: calendarDate('2027-01-15'),
			closesOn: calendarDate('2027-02-28')
		});
		const { roundId, tokens } = await openedRoundIn(database.application, municipality, plan);
		secondId = roundId;
		const token = tokens.get('Lokalpolisområde Prov') ?? '';
		const answers = policeAnswers({ P7: { vuxna: { antal: 11 }, barn: { status: 'noll' } } });
		await saveDraft(database.application, token, { answers, page: 7 });
		await submitAnswers(database.application, { token, asksAboutTexts: false });
		await closeRound(database.application, samordnare, roundId);
		const read = await readThreshold(database.application, granskare, roundId);
		expect(read.ok && read.value.round.keepsOrganisations).toBe(true);
	});

	it('a medgivande that is withdrawn counts no more; what it let be published stays', async () => {
		const open = await compiled(secondId);
		expect(await adults(open)).toMatchObject({ summa: shown(11), 'summa-fore': shown(9) });
		const held = await readWaiversOfOrganisation(database.application, samordnare, { organisationId });
		const waiverId = held.find(({ item }) => item === 'P7')?.waiverId ?? '';
		const withdrawn = await withdrawWaiver(database.application, samordnare, { organisationId, waiverId });
		expect(withdrawn.ok).toBe(true);
		expect(await withdrawWaiver(database.application, samordnare, { organisationId, waiverId })).toEqual({
			ok: false,
			refusal: 'unknown-waiver'
		});
		expect(await submitForReview(database.application, samordnare, open)).toEqual({
			ok: false,
			refusal: 'waiver-ended'
		});
		const told = await readWaiversOf(database.application, samordnare, (await view(open)).stored);
		expect(told?.ended.map(({ item }) => item)).toEqual(['P7']);
		const closed = await compiled(secondId);
		expect(await adults(closed)).toMatchObject({ summa: hidden, panel: hidden, 'summa-fore': shown(9) });
		expect((await view(closed)).stored.released.protocol.verified).toBe(true);
	});

	it('one that has run out counts no more either', async () => {
		await waiver({ validUntil: calendarDate('2027-01-15') });
		expect((await adults(await compiled(secondId)))['summa']).toEqual(hidden);
		await waiver({ validUntil: calendarDate('2027-01-16'), roundId: firstId });
		expect((await adults(await compiled(secondId)))['summa']).toEqual(hidden);
	});

	it('the rule is given up with a reason, and by two', async () => {
		expect(await keep(secondId, false)).toEqual({ ok: false, refusal: 'reason-missing' });
		expect(await keep(secondId, false, 'Polisen vill stå för sina tal.')).toEqual({
			ok: true,
			value: 'propose'
		});
		expect((await adults(await compiled(secondId)))['summa']).toEqual(hidden);
		await expect(
			database.owner.sql`update round set keeps_organisations = false where round_id = ${secondId}`
		).rejects.toMatchObject({ constraint_name: 'threshold_lowered_by_two' });
		const read = await readThreshold(database.application, granskare, secondId);
		const changeId = read.ok ? (read.value.pending?.changeId ?? '') : '';
		const decision = { roundId: secondId, changeId, isApproved: true };
		const turned: Actor = { ...samordnare, role: 'granskare' };
		expect(await decideThreshold(database.application, turned, decision)).toEqual({
			ok: false,
			refusal: 'same-person'
		});
		expect((await decideThreshold(database.application, granskare, decision)).ok).toBe(true);
		const actions = await database.owner.sql<{ action: string }[]>`
			select action from audit_event where action like 'keeping-%' or action = 'organisations-kept'
			order by occurred_at, action`;
		expect(actions.map(({ action }) => action)).toEqual([
			'organisations-kept',
			'keeping-end-proposed',
			'keeping-ended'
		]);
		// What was hidden in a draft only was never said to be hidden.
		expect((await adults(await compiled(secondId)))['summa']).toEqual(shown(11));
	});
});

describe('whoever has signed', () => {
	it('is told of it, and erased out of it', async () => {
		const { application } = database;
		const read = await readContact(application, samordnare, signerId);
		const signed = read.ok ? read.value.signed : [];
		expect(signed.map(({ item }) => item).toSorted()).toEqual(['P11', 'P7', 'P7', 'P7']);
		expect(new Set(signed.map(({ signerRole }) => signerRole))).toEqual(new Set(['Lokalpolisområdeschef']));
		const erased = await eraseContact(application, samordnare, { contactId: signerId, successorId: null });
		expect(erased.ok).toBe(true);
		const held = await readWaiversOfOrganisation(application, samordnare, { organisationId });
		expect(
			new Set(held.map(({ signerName, signerRole }) => `${String(signerName)} ${String(signerRole)}`))
		).toEqual(new Set(['null null']));
		for (const text of ['Siv Signerare', 'Lokalpolisområdeschef'])
			expect(await tablesHolding(database.owner, text)).toEqual([]);
	});
});
