import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '#lib/server/access/actor.ts';
import {
	previewMailText,
	readMailTexts,
	saveMailText,
	saveSigning,
	sendTrial
} from '#lib/server/invitations/mailTexts.ts';
import { readUnitLink, replaceLink } from '#lib/server/invitations/replaceLink.ts';
import { printLetters } from '#lib/server/invitations/printLetters.ts';
import { readReturnedMail, uploadReports } from '#lib/server/mail/bounces/uploadReports.ts';
import { usualReminders } from '#lib/rounds/reminderDays.ts';
import {
	cancelRound,
	changeReminders,
	moveRound,
	planRound,
	saveRoundDays
} from '#lib/server/rounds/changeTimetable.ts';
import { readCalendar, readCalendarFeed, renewCalendarFeed } from '#lib/server/rounds/readCalendar.ts';
import {
	decideErasure,
	proposeErasure,
	readErasure,
	saveRetentionRule
} from '#lib/server/rounds/eraseRound.ts';
import { readTimetable, retryStep } from '#lib/server/rounds/readTimetable.ts';
import { readWaitingUnits, remindUnits } from '#lib/server/rounds/remindUnits.ts';
import { refused } from '#lib/shared/result.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { movingClock } from '../../support/movingClock.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	type SmallMunicipality
} from '../../support/smallMunicipality.ts';
import { returnedMail } from '../../support/returnedMail.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let own: SmallMunicipality;
let other: SmallMunicipality;
let roundId: string;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	own = await insertSmallMunicipality(database.application, '9997');
	other = await insertSmallMunicipality(database.application, '9998');
	({ roundId } = await openedRoundIn(database.application, other));
});
afterAll(() => database.close());

it('a samordnare plans, moves and calls off no round of another municipality', async () => {
	const config = { ...database.application.config, smtpUrl: 'smtp://127.0.0.1:9' };
	const application = { ...database.application, config };
	const { samordnare } = own.actors;
	const [opensOn, closesOn] = [calendarDate('2026-01-15'), calendarDate('2026-03-31')];
	const days = {
		disclosure: closesOn,
		analysis: closesOn,
		review: closesOn,
		board: closesOn,
		council: closesOn
	};
	const outcomes = [
		await readTimetable(application, samordnare, roundId),
		await printLetters(application, samordnare, { roundId, of: 'all' }),
		await planRound(application, samordnare, roundId),
		await readWaitingUnits(application, samordnare, roundId),
		await remindUnits(application, samordnare, {
			roundId,
			unitIds: [...other.unitIds],
			ownLine: '',
			reminders: 0
		}),
		await moveRound(application, samordnare, { roundId, days: { opensOn, closesOn } }),
		await changeReminders(application, samordnare, { roundId, reminders: usualReminders }),
		await saveRoundDays(application, samordnare, { roundId, days }),
		await cancelRound(application, samordnare, { roundId, reason: 'x' }),
		await retryStep(application, samordnare, { roundId, step: 'open' })
	];
	expect(outcomes).toEqual(outcomes.map(() => ({ ok: false, refusal: 'unknown-round' })));
});

it('a samordnare withdraws no link of another municipality', async () => {
	const { application } = database;
	const place = { roundId, unitId: other.unitIds[0] ?? '' };
	const { samordnare } = own.actors;
	expect(await readUnitLink(application, samordnare, place)).toEqual(refused('unknown-unit'));
	const replacement = { ...place, instead: 'letter', standing: '1-1' } as const;
	expect(await replaceLink(application, samordnare, replacement)).toEqual(refused('unknown-unit'));
});

it('a round of another municipality is neither given a rule nor erased', async () => {
	const { application } = database;
	const { samordnare, granskare } = own.actors;
	const erasureId = '00000000-0000-4000-8000-000000000000';
	const rule = { roundId, months: 0, countedFrom: 'closed', decision: 'x' } as const;
	const outcomes = [
		await readErasure(application, samordnare, roundId),
		await saveRetentionRule(application, samordnare, rule),
		await proposeErasure(application, samordnare, roundId),
		await decideErasure(application, granskare, { roundId, erasureId, isApproved: true })
	];
	expect(outcomes).toEqual(outcomes.map(() => refused('unknown-round')));
});

it('a samordnare reads and marks its own returned mail only', async () => {
	const { application, owner } = database;
	const [message] = await owner.sql<{ id: string }[]>`
		select internet_id as id from outbox_message where municipality_id = '9998' limit 1`;
	const files = [{ name: 'retur.eml', source: returnedMail({ internetId: message?.id ?? '' }) }];
	const { samordnare } = own.actors;
	const uploaded = await uploadReports(application, samordnare, files);
	expect(uploaded.ok && uploaded.value[0]?.fate.kind).toBe('unknown-message');
	const theirs = await uploadReports(application, other.actors.samordnare, files);
	expect(theirs.ok && theirs.value[0]?.fate).toMatchObject({ kind: 'known', isMarked: true });
	const counted = async (actor: Actor) => {
		const returned = await readReturnedMail(application, actor);
		return returned.ok ? returned.value.addresses.length : null;
	};
	expect([await counted(samordnare), await counted(other.actors.samordnare)]).toEqual([0, 1]);
});

it('a samordnare reads and changes its own texts only', async () => {
	const { application } = database;
	const { samordnare } = own.actors;
	const text = { subject: 'Egen', body: 'Egen text\n{länk}' };
	const given = { kind: 'invitation', language: 'sv', text } as const;
	await saveMailText(application, samordnare, given);
	await saveSigning(application, samordnare, { senderName: 'Egen', replyTo: '', signature: '' });
	const theirs = await readMailTexts(application, other.actors.samordnare);
	expect(theirs.settings).toEqual({ senderName: '', replyTo: '', signature: '', texts: [] });
	expect((await readMailTexts(application, samordnare)).settings.texts).toEqual([
		{ kind: 'invitation', language: 'sv', ...text }
	]);
	const shown = await previewMailText(application, samordnare, given);
	expect(shown.body).toContain('Egen text');
	expect(await sendTrial(application, samordnare, given)).toEqual({ ok: false, refusal: 'no-mail-server' });
});

it('a calendar has its own municipality’s days only, by page and by secret address, and a new address ends the old', async () => {
	const { application } = database;
	const days = async (actor: Actor) => (await readCalendar(application, actor)).entries.length;
	expect([await days(own.actors.lasare), await days(other.actors.lasare)]).toEqual([0, 10]);
	expect(await renewCalendarFeed(application, other.actors.granskare)).toEqual(refused('not-allowed'));
	const feedOf = async ({ actors }: SmallMunicipality) => {
		const made = await renewCalendarFeed(application, actors.samordnare);
		const token = /\/kalender\/([\w-]{22})\.ics$/.exec(made.ok ? made.value.address : '')?.[1] ?? '';
		return { token, read: await readCalendarFeed(application, token) };
	};
	const [mine, theirs] = [await feedOf(own), await feedOf(other)];
	expect(mine.read.ok && mine.read.value).not.toContain('BEGIN:VEVENT');
	expect(theirs.read.ok && theirs.read.value.match(/BEGIN:VEVENT/g)).toHaveLength(10);
	await feedOf(other);
	expect(await readCalendarFeed(application, theirs.token)).toEqual(refused('unknown-address'));
});
