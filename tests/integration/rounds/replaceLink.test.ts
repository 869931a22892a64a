import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Application } from '#lib/server/application.ts';
import type { Actor } from '#lib/server/access/actor.ts';
import { tokenInLetter } from '#lib/server/demonstration/tokenInLetter.ts';
import { listLetters } from '#lib/server/invitations/listLetters.ts';
import { printLetters } from '#lib/server/invitations/printLetters.ts';
import { readUnitLink, replaceLink, type LinkView } from '#lib/server/invitations/replaceLink.ts';
import { readAnsweringLink } from '#lib/server/responses/answeringLink.ts';
import { keptNotes } from '#lib/server/responses/keptAnswers.ts';
import { openAnswering } from '#lib/server/responses/openAnswering.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { saveNotes } from '#lib/server/responses/saveNotes.ts';
import { shareLink } from '#lib/server/responses/shareLink.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { moveDraft, readWithdrawnLink } from '#lib/server/responses/withdrawnLink.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { remindUnits } from '#lib/server/rounds/remindUnits.ts';
import { accepted, refused } from '#lib/shared/result.ts';
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
let application: Application;
let municipality: SmallMunicipality;
let samordnare: Actor;
let round: OpenedRound;
let year = 2025;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	// Messages are written and never sent: nobody answers at the address.
	const config = { ...database.application.config, smtpUrl: 'smtp://127.0.0.1:9' };
	application = { ...database.application, config };
	municipality = await insertSmallMunicipality(application, '9998');
	({ samordnare } = municipality.actors);
});
beforeEach(async () => {
	year += 1;
	round = await openedRoundIn(application, municipality, planOf(municipality, { year }));
});
afterAll(() => database.close());

const police = () => round.tokens.get('Lokalpolisområde Prov') ?? '';
const place = () => ({ roundId: round.roundId, unitId: municipality.unitIds[0] ?? '' });

async function view(): Promise<LinkView> {
	const read = await readUnitLink(application, samordnare, place());
	if (!read.ok) throw new Error(read.refusal);
	return read.value;
}

async function replace(instead: 'mail' | 'letter' | 'nothing') {
	const { standing } = await view();
	return await replaceLink(application, samordnare, { ...place(), instead, standing });
}

async function letters() {
	const listed = await listLetters(application, samordnare, round.roundId);
	if (!listed.ok) throw new Error(listed.refusal);
	return listed.value.letters
		.filter(({ recipientName }) => recipientName.startsWith('Lokalpolisområde'))
		.toSorted((one, other) => one.kind.localeCompare(other.kind));
}

async function newLink(): Promise<string> {
	const replacement = (await letters()).find(({ kind, body }) => kind === 'replacement' && body !== null);
	return tokenInLetter(replacement?.body ?? null) ?? '';
}

const stateOf = async (token: string) => {
	const opened = await openAnswering(application, token);
	return opened.ok ? 'open' : opened.refusal;
};

describe('a unit’s link', () => {
	it('is withdrawn at once, and a new one goes by e-mail in its place', async () => {
		expect(await view()).toMatchObject({ hasLink: true, email: 'kontakt0@partner.example', letterId: null });
		expect(await replace('mail')).toEqual(accepted(null));
		expect(await stateOf(police())).toBe('withdrawn');
		expect(await stateOf(await newLink())).toBe('open');
		expect((await letters()).map(({ kind, state, recipient }) => [kind, state, recipient])).toEqual([
			['invitation', 'cancelled', 'kontakt0@partner.example'],
			['replacement', 'planned', 'kontakt0@partner.example']
		]);
		expect(await stateOf(round.tokens.get('Vuxenenheten') ?? '')).toBe('open');
	});

	it('comes as one letter to print, also to who has an address', async () => {
		await replace('letter');
		const { letterId } = await view();
		expect(letterId).not.toBe(null);
		const printed = await printLetters(application, samordnare, {
			roundId: round.roundId,
			of: { messageId: letterId ?? '' }
		});
		expect(printed.ok && Buffer.from(printed.value.subarray(0, 5)).toString()).toBe('%PDF-');
		expect((await letters()).map(({ state, recipient }) => [state, recipient])).toContainEqual([
			'printed',
			null
		]);
		await replace('mail');
		expect((await view()).letterId).toBe(null);
	});

	it('can be left without a new one, and no reminder gives it one', async () => {
		await replace('nothing');
		expect(await view()).toMatchObject({ hasLink: false });
		const chosen = { roundId: round.roundId, unitIds: [place().unitId], ownLine: '', reminders: 0 };
		expect(await remindUnits(application, samordnare, chosen)).toEqual(refused('nobody-to-remind'));
		expect(await replace('nothing')).toEqual(refused('no-link'));
		expect(await replace('letter')).toEqual(accepted(null));
	});

	it('is withdrawn once, however often the button is pressed', async () => {
		const { standing } = await view();
		const press = () => replaceLink(application, samordnare, { ...place(), instead: 'mail', standing });
		const outcomes = await Promise.all([press(), press()]);
		expect(outcomes).toContainEqual(accepted(null));
		expect(outcomes).toContainEqual(refused('changed-meanwhile'));
		expect(await letters()).toHaveLength(2);
	});

	it('is neither read nor withdrawn by others, nor when the round has closed', async () => {
		const { granskare } = municipality.actors;
		expect(await readUnitLink(application, granskare, place())).toEqual(refused('not-allowed'));
		const asked = { ...place(), instead: 'mail', standing: '1-1' } as const;
		expect(await replaceLink(application, granskare, asked)).toEqual(refused('not-allowed'));
		await closeRound(application, samordnare, round.roundId);
		expect(await replace('mail')).toEqual(refused('not-open'));
	});

	it('says the same before and after the unit has answered', async () => {
		const before = await view();
		await saveDraft(application, police(), { answers: policeAnswers(), page: 7 });
		await submitAnswers(application, { token: police(), asksAboutTexts: false });
		expect(await view()).toEqual(before);
		expect(await replace('mail')).toEqual(accepted(null));
		expect(await stateOf(await newLink())).toBe('answered');
	});

	it('stands in the log by the unit, without the link', async () => {
		await replace('mail');
		const logged = await database.owner.sql<{ action: string }[]>`
			select action from audit_event where subject = ${`${round.roundId}/${place().unitId}`}`;
		expect(logged.map(({ action }) => action)).toEqual(['link-replaced']);
	});
});

describe('what was begun with a withdrawn link', () => {
	const begin = async () => {
		await saveDraft(application, police(), { answers: { P3_antal: 14 }, page: 1 });
		await saveNotes(application, police(), { reasons: {}, confirmed: ['P3'], keptItems: [] });
		await replace('mail');
		return await newLink();
	};
	const answersOf = async (token: string) => {
		const opened = await openAnswering(application, token);
		return opened.ok ? [opened.value.answers, opened.value.resumePage] : opened.refusal;
	};

	it('stays, and follows to the new link by whoever holds both', async () => {
		const to = await begin();
		expect(await readWithdrawnLink(application, police())).toMatchObject({
			municipality: { coordinatorName: 'Prov Provsson' },
			hasDraft: true
		});
		expect(await answersOf(to)).toEqual([{}, null]);
		expect(await moveDraft(application, { from: police(), to })).toEqual(accepted(null));
		expect(await answersOf(to)).toEqual([{ P3_antal: 14 }, 1]);
		const link = await readAnsweringLink(application, to);
		expect(link.ok && keptNotes(link.value).confirmed).toEqual(['P3']);
		expect(await moveDraft(application, { from: police(), to })).toEqual(refused('draft-at-new-link'));
		expect(await readWithdrawnLink(application, police())).toMatchObject({ hasDraft: false });
	});

	it('does not follow to another unit’s link, nor over what has been begun or sent there', async () => {
		const to = await begin();
		const moved = (token: string) => moveDraft(application, { from: police(), to: token });
		expect(await moved(round.tokens.get('Vuxenenheten') ?? '')).toEqual(refused('other-unit'));
		expect(await moved('AAAAAAAAAAAAAAAAAAAAAA')).toEqual(refused('unknown-link'));
		expect(await moved(police())).toEqual(refused('withdrawn'));
		await saveDraft(application, to, { answers: policeAnswers(), page: 7 });
		expect(await moved(to)).toEqual(refused('draft-at-new-link'));
		await submitAnswers(application, { token: to, asksAboutTexts: false });
		expect(await moved(to)).toEqual(refused('answered'));
		expect(await answersOf(to)).toBe('answered');
	});

	it('is not moved from a link that still opens, nor by a colleague', async () => {
		const other = round.tokens.get('Vuxenenheten') ?? '';
		expect(await moveDraft(application, { from: other, to: other })).toEqual(refused('nothing-to-move'));
		const shared = await shareLink(application, police(), { name: 'Statistiken', task: '', pages: [] });
		const colleague = shared.ok ? (/\/svara\/(.+)$/.exec(shared.value.address)?.[1] ?? '') : '';
		const to = await begin();
		expect(await stateOf(colleague)).toBe('withdrawn');
		expect(await readWithdrawnLink(application, colleague)).toMatchObject({ hasDraft: false });
		expect(await moveDraft(application, { from: colleague, to })).toEqual(refused('nothing-to-move'));
	});
});
