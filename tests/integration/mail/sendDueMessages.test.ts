import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Application } from '#lib/server/application.ts';
import { listLetters, type Letter } from '#lib/server/invitations/listLetters.ts';
import { openMailer, type Mailer } from '#lib/server/mail/mailer.ts';
import { sendAgain } from '#lib/server/mail/sendAgain.ts';
import { sendDueMessages } from '#lib/server/mail/sendDueMessages.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { createRound } from '#lib/server/rounds/createRound.ts';
import { openRound } from '#lib/server/rounds/openRound.ts';
import type { RoundPlan } from '#lib/rounds/roundPlan.ts';
import { addDays, dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused } from '#lib/shared/result.ts';
import { openMailServer, type MailServer } from '../../support/mailServer.ts';
import { movingClock } from '../../support/movingClock.ts';
import { insertSmallMunicipality, planOf, type SmallMunicipality } from '../../support/smallMunicipality.ts';
import { startMailSender, type MailSender } from '../../support/startMailSender.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';
import { until } from '../../support/until.ts';

const opening = '2026-01-16T09:00:00Z';
const clock = movingClock(opening);
let server: MailServer;
let database: TestDatabase;
let application: Application;
let municipality: SmallMunicipality;
let mailer: Mailer;
let year = 2025;
let roundId: string;
const senders: MailSender[] = [];

beforeAll(async () => {
	server = await openMailServer();
	database = await openTestDatabase({ clock });
	const config = { ...database.application.config, smtpUrl: server.smtpUrl };
	application = { ...database.application, config };
	municipality = await insertSmallMunicipality(application, '9998');
});
beforeEach(async () => {
	clock.set(opening);
	server.forget();
	server.treat(() => 'take');
	mailer = openMailer({ smtpUrl: server.smtpUrl, mailsPerSecond: 1000 });
	roundId = await openedRound();
});
afterEach(async () => {
	for (const sender of senders.splice(0)) await sender.kill();
	mailer.close();
	await closeRound(application, municipality.actors.samordnare, roundId);
});
afterAll(async () => {
	await database.close();
	await server.close();
});

async function openedRound(days: Partial<RoundPlan> = {}): Promise<string> {
	year += 1;
	const { samordnare } = municipality.actors;
	const created = await createRound(application, samordnare, planOf(municipality, { year, ...days }));
	if (!created.ok) throw new Error(created.refusal);
	await openRound(application, samordnare, created.value.roundId);
	return created.value.roundId;
}

/** A program of its own has the real clock, and would close a round of last winter. */
async function openedRoundOfToday(): Promise<string> {
	await closeRound(application, municipality.actors.samordnare, roundId);
	const now = new Date(Date.now());
	clock.set(now.toISOString());
	const today = dayInSweden(now);
	return await openedRound({ opensOn: today, closesOn: addDays(today, 30) });
}

const startSender = async (): Promise<MailSender> => {
	const sender = await startMailSender(application.config);
	senders.push(sender);
	return sender;
};

const everybody = [0, 1, 2, 3].map((place) => `kontakt${String(place)}@partner.example`);

async function letters(): Promise<readonly Letter[]> {
	const read = await listLetters(application, municipality.actors.samordnare, roundId);
	if (!read.ok) throw new Error(read.refusal);
	return read.value.letters.toSorted((a, b) => String(a.recipient).localeCompare(String(b.recipient)));
}

const states = async () => (await letters()).map(({ state }) => state);
const receivers = () => server.received.map(({ to }) => to).sort();

function send(): Promise<void> {
	const { signal } = new AbortController();
	return sendDueMessages(application, mailer, { municipalityId: '9998', signal });
}

const first = async (): Promise<Letter> => {
	const [letter] = await letters();
	if (!letter) throw new Error('There is no letter');
	return letter;
};

describe('an invitation in the outbox', () => {
	it('goes to each unit once, and its link is then kept nowhere', async () => {
		expect(await states()).toEqual(['planned', 'planned', 'planned', 'planned']);
		await send();
		await send();
		expect(receivers()).toEqual(everybody);
		expect(await states()).toEqual(['sent', 'sent', 'sent', 'sent']);
		expect((await letters()).map(({ body }) => body)).toEqual([null, null, null, null]);
	});

	it('is text and simple HTML with headers that no absence answers, and fetches nothing', async () => {
		const { messageId } = await first();
		await send();
		const mail = server.received.find(({ to }) => to === everybody[0]);
		expect(mail?.messageId).toBe(`<${messageId}@9998.example>`);
		for (const line of [
			'From: Provby 9998 <samordnare@9998.example>',
			'Reply-To: samordnare@9998.example',
			'Auto-Submitted: auto-generated',
			'X-Auto-Response-Suppress: All',
			'List-ID: <kartlaggning.provby-9998.9998.example>',
			'Content-Language: sv',
			'Content-Type: text/plain; charset=utf-8',
			'Content-Type: text/html; charset=utf-8'
		]) {
			expect(mail?.raw).toContain(`${line}\r\n`);
		}
		expect(mail?.raw).not.toMatch(/<img|<style|src=/i);
	});

	it('waits when the server puts it off, with longer and longer pauses, and is tried again by itself', async () => {
		server.treat((to) => (to === everybody[0] ? 'put-off' : 'take'));
		await send();
		expect(await states()).toEqual(['waiting', 'sent', 'sent', 'sent']);
		const letter = await first();
		expect(letter).toMatchObject({ failure: 'E-postservern svarade med kod 451' });
		expect(letter.dueAt).toEqual(new Date('2026-01-16T09:01:00Z'));
		clock.set('2026-01-16T09:01:00Z');
		await send();
		expect((await first()).dueAt).toEqual(new Date('2026-01-16T09:06:00Z'));
		server.treat(() => 'take');
		await send();
		expect(await states()).toEqual(['waiting', 'sent', 'sent', 'sent']);
		clock.set('2026-01-16T09:06:00Z');
		await send();
		expect(receivers()).toEqual([...everybody.slice(1), everybody[0]].sort());
		expect(await states()).toEqual(['sent', 'sent', 'sent', 'sent']);
	});

	it('that the server refuses is not tried again but by a person’s word', async () => {
		server.treat((to) => (to === everybody[0] ? 'refuse' : 'take'));
		await send();
		clock.set('2026-01-18T09:00:00Z');
		await send();
		const letter = await first();
		expect(letter).toMatchObject({ state: 'refused', failure: 'E-postservern svarade med kod 550' });
		expect(letter.body).toContain('/svara/');
		server.treat(() => 'take');
		const { samordnare, granskare } = municipality.actors;
		const { messageId } = letter;
		expect(await sendAgain(application, granskare, { roundId, messageId })).toEqual(refused('not-allowed'));
		expect(await sendAgain(application, samordnare, { roundId, messageId })).toEqual(accepted(null));
		await send();
		expect(receivers()).toEqual(everybody);
		expect(await sendAgain(application, samordnare, { roundId, messageId })).toEqual(
			refused('not-waiting-for-you')
		);
	});

	it.each(['take-and-drop', 'lose-and-drop'] as const)(
		'is unsure when the line breaks after the text (%s), and is never repeated by itself',
		async (treatment) => {
			server.treat((to) => (to === everybody[0] ? treatment : 'take'));
			await send();
			const { messageId } = await first();
			const came = server.received.filter(({ to }) => to === everybody[0]).length;
			expect(came).toBe(treatment === 'take-and-drop' ? 1 : 0);
			server.treat(() => 'take');
			clock.set('2026-01-20T09:00:00Z');
			await send();
			expect(await states()).toEqual(['unsure', 'sent', 'sent', 'sent']);
			expect(server.received.filter(({ to }) => to === everybody[0])).toHaveLength(came);
			await sendAgain(application, municipality.actors.samordnare, { roundId, messageId });
			await send();
			const copies = server.received.filter(({ to }) => to === everybody[0]);
			expect(new Set(copies.map((mail) => mail.messageId))).toEqual(new Set([`<${messageId}@9998.example>`]));
			expect(copies).toHaveLength(came + 1);
			expect(await states()).toEqual(['sent', 'sent', 'sent', 'sent']);
		}
	);

	it('waits when nobody answers at the mail server’s address, and spends no attempt on the others', async () => {
		const away = openMailer({ smtpUrl: 'smtp://127.0.0.1:9', mailsPerSecond: 1000 });
		const { signal } = new AbortController();
		await sendDueMessages(application, { ...away, connections: 1 }, { municipalityId: '9998', signal });
		away.close();
		expect((await states()).sort()).toEqual(['planned', 'planned', 'planned', 'waiting']);
		clock.set('2026-01-16T09:01:00Z');
		await send();
		expect(receivers()).toEqual(everybody);
	});

	it('is cancelled when its round is closed before it went', async () => {
		server.treat((to) => (to === everybody[0] ? 'put-off' : 'take'));
		await send();
		await closeRound(application, municipality.actors.samordnare, roundId);
		clock.set('2026-01-18T09:00:00Z');
		await send();
		expect(await states()).toEqual(['cancelled', 'sent', 'sent', 'sent']);
		expect(receivers()).toEqual(everybody.slice(1));
	});
});

describe('two at once on one database', () => {
	it('send each message once', async () => {
		const another = openMailer({ smtpUrl: server.smtpUrl, mailsPerSecond: 1000 });
		const { signal } = new AbortController();
		const work = { municipalityId: '9998', signal };
		await Promise.all([send(), sendDueMessages(application, another, work), send()]);
		another.close();
		expect(receivers()).toEqual(everybody);
		expect(await states()).toEqual(['sent', 'sent', 'sent', 'sent']);
	});
});

describe('a program that is killed while the server takes a message', () => {
	it('leaves that message as unsure, and another program sends the rest', async () => {
		roundId = await openedRoundOfToday();
		server.treat((to) => (to === everybody[0] ? 'hold' : 'put-off'));
		const killed = await startSender();
		await until(() => server.held() === 1);
		await until(async () => (await states()).filter((state) => state === 'waiting').length === 3);
		await killed.kill();
		server.release();
		expect((await first()).state).toBe('sending');
		server.treat(() => 'take');
		clock.set(new Date(Date.now() + 10 * 60_000).toISOString());
		await send();
		expect(await states()).toEqual(['unsure', 'sent', 'sent', 'sent']);
		expect(receivers()).toEqual(everybody);
	});

	it('is followed by one that does what the queue had given to the first', async () => {
		roundId = await openedRoundOfToday();
		server.treat(() => 'hold');
		const killed = await startSender();
		await until(() => server.held() === 4);
		await killed.kill();
		server.release();
		server.forget();
		server.treat(() => 'take');
		clock.set(new Date(Date.now() + 10 * 60_000).toISOString());
		for (const { messageId } of await letters()) {
			await sendAgain(application, municipality.actors.samordnare, { roundId, messageId });
		}
		await database.owner.sql`update outbox_message set due_at = now() where round_id = ${roundId}`;
		await startSender();
		await until(async () => (await states()).every((state) => state === 'sent'));
		expect(receivers()).toEqual(everybody);
	});
});
