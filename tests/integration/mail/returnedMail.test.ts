import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Application } from '#lib/server/application.ts';
import { withMunicipality } from '#lib/server/db/connection.ts';
import { listLetters } from '#lib/server/invitations/listLetters.ts';
import { mailboxAddress } from '#lib/server/mail/bounces/mailboxAddress.ts';
import { readMailbox } from '#lib/server/mail/bounces/readMailbox.ts';
import { readReturnedMail, uploadReports, type JudgedFile } from '#lib/server/mail/bounces/uploadReports.ts';
import { openMailer } from '#lib/server/mail/mailer.ts';
import { sendDueMessages } from '#lib/server/mail/sendDueMessages.ts';
import { findContact } from '#lib/server/organisations/contactStore.ts';
import { readOverview } from '#lib/server/rounds/readOverview.ts';
import { readWaitingUnits } from '#lib/server/rounds/remindUnits.ts';
import { refused } from '#lib/shared/result.ts';
import { openImapServer, type ImapServer } from '../../support/imapServer.ts';
import { openMailServer, type MailServer } from '../../support/mailServer.ts';
import { movingClock } from '../../support/movingClock.ts';
import { absence, returnedMail } from '../../support/returnedMail.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	planOf,
	type SmallMunicipality
} from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

const clock = movingClock('2026-01-16T09:00:00Z');
let smtp: MailServer;
let imap: ImapServer;
let database: TestDatabase;
let application: Application;
let municipality: SmallMunicipality;
let roundId: string;
let year = 2025;

beforeAll(async () => {
	smtp = await openMailServer();
	imap = await openImapServer();
	database = await openTestDatabase({ clock });
	const config = { ...database.application.config, smtpUrl: smtp.smtpUrl, mailbox: imap.imapUrl };
	application = { ...database.application, config };
	municipality = await insertSmallMunicipality(application, '9998');
});
beforeEach(async () => {
	await database.owner.sql`update contact set bounced_on = null, bounce_reason = null`;
	imap.beforeSeen(() => undefined);
	year += 1;
	// The letters are read before they are sent, so the sending is put after.
	({ roundId } = await openedRoundIn(application, municipality, planOf(municipality, { year })));
	const mailer = openMailer({ smtpUrl: smtp.smtpUrl, mailsPerSecond: 1000 });
	const { signal } = new AbortController();
	await sendDueMessages(application, mailer, { municipalityId: '9998', signal });
	mailer.close();
});
afterAll(async () => {
	await database.close();
	await imap.close();
	await smtp.close();
});

const { signal } = new AbortController();
const read = () => readMailbox(application, signal);

/** Message-ID of the round's message to the unit at a place, as its recipient's server saw it. */
async function sentTo(place: number): Promise<string> {
	const [row] = await database.owner.sql<{ id: string }[]>`
		select internet_id as id from outbox_message
		where round_id = ${roundId} and recipient = ${`kontakt${String(place)}@partner.example`}`;
	return row?.id ?? '';
}

async function states() {
	const listed = await listLetters(application, municipality.actors.samordnare, roundId);
	if (!listed.ok) throw new Error(listed.refusal);
	const inOrder = listed.value.letters.toSorted((a, b) =>
		String(a.recipient).localeCompare(String(b.recipient))
	);
	return inOrder.map(({ state }) => state);
}

async function reasonAt(place: number) {
	const contact = await withMunicipality(application.database, '9998', (sql) =>
		findContact(sql, municipality.contactIds[place] ?? '')
	);
	return contact?.bounceReason ?? null;
}

async function upload(...sources: readonly Uint8Array[]): Promise<readonly JudgedFile['fate'][]> {
	const files = sources.map((source, place) => ({ name: `${String(place)}.eml`, source }));
	const uploaded = await uploadReports(application, municipality.actors.samordnare, files);
	if (!uploaded.ok) throw new Error(uploaded.refusal);
	return uploaded.value.map(({ fate }) => fate);
}

describe('a report that is uploaded', () => {
	it('marks the message and the contact’s address, and says so', async () => {
		const [fate] = await upload(returnedMail({ internetId: await sentTo(0) }));
		expect(fate).toMatchObject({
			kind: 'known',
			outcome: 'permanent',
			before: 'sent',
			after: 'bounced',
			contact: { name: 'Kontakt Lokalpolisområde Prov' },
			isMarked: true
		});
		expect(await states()).toEqual(['bounced', 'sent', 'sent', 'sent']);
		expect(await reasonAt(0)).toBe('Adressen finns inte (5.1.1)');
		const { samordnare } = municipality.actors;
		expect(await readOverview(application, samordnare)).toMatchObject({ bouncedAddresses: 1 });
		const returned = await readReturnedMail(application, samordnare);
		expect(returned.ok && returned.value.addresses).toMatchObject([{ email: 'kontakt0@partner.example' }]);
		const calls = await readWaitingUnits(application, samordnare, roundId);
		expect(calls.ok && calls.value.units.map(({ hasBounced }) => hasBounced)).toContain(true);
	});

	it('changes nothing the second time, nor after the address has been changed', async () => {
		const report = returnedMail({ internetId: await sentTo(0) });
		await upload(report);
		expect(await upload(report)).toMatchObject([{ before: 'bounced', after: 'bounced', isMarked: false }]);
		await database.owner.sql`
			update contact set email = 'ny@partner.example', bounced_on = null, bounce_reason = null
			where contact_id = ${municipality.contactIds[1] ?? ''}`;
		expect(await upload(returnedMail({ internetId: await sentTo(1) }))).toMatchObject([
			{ after: 'bounced', isMarked: false }
		]);
		expect(await reasonAt(1)).toBe(null);
		await database.owner.sql`
			update contact set email = 'kontakt1@partner.example' where contact_id = ${municipality.contactIds[1] ?? ''}`;
	});

	it('leaves the address alone when the message is late or was given up', async () => {
		const delayed = returnedMail({ internetId: await sentTo(0), action: 'delayed', status: '4.4.1' });
		const givenUp = returnedMail({ internetId: await sentTo(1), status: '4.4.7' });
		expect(await upload(delayed, givenUp)).toMatchObject([
			{ before: 'sent', after: 'delayed', isMarked: false },
			{ before: 'sent', after: 'bounced', isMarked: false }
		]);
		expect(await states()).toEqual(['delayed', 'bounced', 'sent', 'sent']);
		expect([await reasonAt(0), await reasonAt(1)]).toEqual([null, null]);
		await upload(returnedMail({ internetId: await sentTo(0) }));
		await upload(delayed);
		expect((await states())[0]).toBe('bounced');
	});

	it('says what it is of no message of, and what is no report', async () => {
		const strange = '0b3f5a0e-52b1-4f6a-9f0c-3b1f4f0a9d11@kommunen.example';
		expect(
			await upload(returnedMail({ internetId: strange }), absence(await sentTo(0)), new Uint8Array(3_000_000))
		).toEqual([
			{ kind: 'unknown-message', recipient: 'kontakt0@partner.example' },
			{ kind: 'not-read', refusal: 'not-a-report' },
			{ kind: 'not-read', refusal: 'too-large' }
		]);
		expect(await states()).toEqual(['sent', 'sent', 'sent', 'sent']);
	});

	it('is the samordnare’s to read, some at a time', async () => {
		const files = Array.from({ length: 51 }, () => ({ name: 'x', source: new Uint8Array() }));
		const { granskare, samordnare } = municipality.actors;
		expect(await uploadReports(application, granskare, files)).toEqual(refused('not-allowed'));
		expect(await uploadReports(application, samordnare, files)).toEqual(refused('too-many'));
		expect(await uploadReports(application, samordnare, [])).toEqual(refused('nothing-handed-in'));
	});
});

describe('the mailbox', () => {
	const unread = () => imap.box.filter(({ isSeen }) => !isSeen).length;
	const mailbox = async () => {
		const returned = await readReturnedMail(application, municipality.actors.samordnare);
		return returned.ok ? returned.value.mailbox : null;
	};

	it('is read, its reports are kept and all of it is marked as read', async () => {
		imap.put(
			returnedMail({ internetId: await sentTo(0) }),
			absence(await sentTo(1)),
			Buffer.from('skräp'),
			new Uint8Array(2 * 1_048_576 + 1).fill(65),
			returnedMail({ internetId: await sentTo(2), action: 'delayed', status: '4.2.2' })
		);
		await read();
		expect(await states()).toEqual(['bounced', 'sent', 'delayed', 'sent']);
		expect(await reasonAt(0)).toBe('Adressen finns inte (5.1.1)');
		expect(unread()).toBe(0);
		expect(await mailbox()).toEqual({ readAt: clock.now(), failedAt: null, fault: null });
	});

	it('is read again where a reading was cut short, and nothing is counted twice or lost', async () => {
		imap.put(returnedMail({ internetId: await sentTo(0) }), returnedMail({ internetId: await sentTo(1) }));
		imap.beforeSeen(() => {
			throw new Error('the line breaks');
		});
		await read();
		expect(await states()).toEqual(['bounced', 'sent', 'sent', 'sent']);
		expect(unread()).toBe(2);
		expect(await mailbox()).toMatchObject({ fault: 'unreachable', failedAt: clock.now() });
		imap.beforeSeen(() => undefined);
		await Promise.all([read(), read()]);
		expect(await states()).toEqual(['bounced', 'bounced', 'sent', 'sent']);
		expect(unread()).toBe(0);
		expect(await mailbox()).toMatchObject({ fault: null, failedAt: null });
	});

	it('tells the samordnare of every municipality why it could not be read, and since when', async () => {
		const failing = async (imapUrl: string) => {
			const config = { ...application.config, mailbox: imapUrl };
			await readMailbox({ ...application, config }, signal);
			return (await mailbox())?.fault;
		};
		expect(await failing(imap.imapUrl.replace('hemligt', 'fel'))).toBe('sign-in');
		expect(await failing(imap.imapUrl.replace('INBOX', 'Finns-inte'))).toBe('no-mailbox');
		expect(await failing('imap://returer:hemligt@127.0.0.1:9')).toBe('unreachable');
		const since = clock.now();
		clock.set('2026-01-16T09:05:00Z');
		expect(await failing('imap://returer:hemligt@127.0.0.1:9')).toBe('unreachable');
		expect((await mailbox())?.failedAt).toEqual(since);
		clock.set(since.toISOString());
	});
});

it('a mailbox beyond this machine is read with TLS or not at all', () => {
	const ways = [
		'imaps://anna%40kommunen.example:l%C3%B6sen@mail.kommunen.example',
		'imap://returer:x@mail.kommunen.example:1143/Returer%20h%C3%A4r',
		'imap://returer:x@localhost:1143',
		'imaps://returer:x@[::1]'
	].map((url) => mailboxAddress(url));
	expect(ways.map(({ host, port, secure, doSTARTTLS }) => [host, port, secure, doSTARTTLS])).toEqual([
		['mail.kommunen.example', 993, true, false],
		['mail.kommunen.example', 1143, false, true],
		['localhost', 1143, false, false],
		['::1', 993, true, false]
	]);
	expect([ways[0]?.user, ways[0]?.password, ways[0]?.folder, ways[1]?.folder]).toEqual([
		'anna@kommunen.example',
		'lösen',
		'INBOX',
		'Returer här'
	]);
});
