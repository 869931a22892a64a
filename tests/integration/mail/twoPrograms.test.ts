import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Application } from '#lib/server/application.ts';
import { withMunicipality } from '#lib/server/db/connection.ts';
import { inviteUnits, roundsLeftToInvite } from '#lib/server/invitations/inviteUnits.ts';
import { sweep } from '#lib/server/jobs/sweep.ts';
import { openMailer } from '#lib/server/mail/mailer.ts';
import { messagesOfAJob, sendDueMessages } from '#lib/server/mail/sendDueMessages.ts';
import { wakeSending } from '#lib/server/mail/wakeSending.ts';
import { createRound } from '#lib/server/rounds/createRound.ts';
import { openRound } from '#lib/server/rounds/openRound.ts';
import { addDays, dayInSweden } from '#lib/shared/calendarDate.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import { openMailServer, type MailServer } from '../../support/mailServer.ts';
import { insertSmallMunicipality, planOf, type SmallMunicipality } from '../../support/smallMunicipality.ts';
import { startMailSender, type MailSender } from '../../support/startMailSender.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';
import { until } from '../../support/until.ts';

// More than one batch of invitations, and more than one job's share of messages.
const unitCount = 320;

/** Two jobs of a program, with five messages each. */
const mostInHand = 10;

let smtp: MailServer;
let database: TestDatabase;
let application: Application;
let municipality: SmallMunicipality;
let year = 2025;
const senders: MailSender[] = [];

beforeAll(async () => {
	smtp = await openMailServer();
	database = await openTestDatabase();
	const config = { ...database.application.config, smtpUrl: smtp.smtpUrl };
	application = { ...database.application, config };
	const units = Array.from({ length: unitCount }, (_, place): [Sector, string] => [
		'civilsamhalle',
		`Enhet ${String(place)}`
	]);
	municipality = await insertSmallMunicipality(application, '9998', units);
});
afterEach(async () => {
	for (const sender of senders.splice(0)) await sender.kill();
});
afterAll(async () => {
	await database.close();
	await smtp.close();
});

async function openedRound(): Promise<string> {
	year += 1;
	const today = dayInSweden(application.clock.now());
	const days = { opensOn: today, closesOn: addDays(today, 30) };
	const { samordnare } = municipality.actors;
	const created = await createRound(application, samordnare, planOf(municipality, { year, ...days }));
	if (!created.ok) throw new Error(created.refusal);
	const opened = await openRound(application, samordnare, created.value.roundId);
	if (!opened.ok) throw new Error(opened.refusal);
	return created.value.roundId;
}

interface Counts {
	readonly units: number;
	readonly messages: number;
	readonly sent: number;
	readonly underWay: number;
	readonly waiting: number;
}

async function counts(roundId: string): Promise<Counts> {
	const [row] = await database.owner.sql<Counts[]>`
		select count(distinct i.unit_id)::int as units, count(*)::int as messages,
			(count(*) filter (where m.sent_at is not null))::int as sent,
			(count(*) filter (where m.sent_at is null and m.sending_at is not null))::int as "underWay",
			(count(*) filter (where m.sent_at is null and m.sending_at is null))::int as waiting
		from outbox_message m join invitation i using (municipality_id, invitation_id)
		where m.round_id = ${roundId}`;
	if (!row) throw new Error('No counts');
	return row;
}

const jobs = async (key: string) =>
	await database.owner.sql`select key from graphile_worker.jobs where key = ${key}`;

it('a large round is invited in batches, each unit once, wherever one is cut short', async () => {
	const roundId = await openedRound();
	expect((await counts(roundId)).messages).toBe(250);
	expect(await jobs(`invite-units/${roundId}`)).toHaveLength(1);
	expect(await roundsLeftToInvite(application.database.sql)).toEqual([{ municipalityId: '9998', roundId }]);
	await database.owner.sql`select graphile_worker.remove_job(${`invite-units/${roundId}`})`;
	await sweep(application);
	expect(await jobs(`invite-units/${roundId}`)).toHaveLength(1);
	const batch = () => inviteUnits(application, { municipalityId: '9998', roundId }, 30);
	await Promise.all([batch(), batch()]);
	await batch();
	await batch();
	expect(await counts(roundId)).toMatchObject({ units: unitCount, messages: unitCount });
	expect(await roundsLeftToInvite(application.database.sql)).toEqual([]);
});

it('one job sends its share and leaves the rest to another', async () => {
	const mailer = openMailer({ smtpUrl: smtp.smtpUrl, mailsPerSecond: 1000 });
	smtp.forget();
	const { signal } = new AbortController();
	const send = () => sendDueMessages(application, mailer, { municipalityId: '9998', signal });
	await database.owner.sql`select graphile_worker.remove_job('send-messages/9998')`;
	await send();
	expect(smtp.received).toHaveLength(messagesOfAJob);
	expect(await jobs('send-messages/9998')).toHaveLength(1);
	await send();
	expect(smtp.received).toHaveLength(unitCount);
	mailer.close();
});

it('two programs on one database, one of them killed in the middle, send none twice and lose none', async () => {
	smtp.forget();
	const roundId = await openedRound();
	for (let started = 0; started < 2; started += 1) senders.push(await startMailSender(application.config));
	await until(() => smtp.received.length >= 60);
	// Each program has five lines to the mail server: when ten messages are held, both are in the middle of sending.
	smtp.treat(() => 'hold');
	await until(async () => {
		await withMunicipality(application.database, '9998', (sql) => wakeSending(application, sql, '9998'));
		return smtp.held() === 10;
	});
	await senders.shift()?.kill();
	smtp.treat(() => 'take');
	smtp.release();
	// As the living program does within a minute.
	await sweep(application);
	await until(async () => {
		const { messages, sent, underWay } = await counts(roundId);
		return messages === unitCount && sent + underWay === unitCount && underWay <= mostInHand;
	});
	const { units, underWay, waiting } = await counts(roundId);
	expect({ units, waiting }).toEqual({ units: unitCount, waiting: 0 });
	const ids = smtp.received.map(({ messageId }) => messageId);
	expect(new Set(ids).size).toBe(ids.length);
	const arrived = new Set(ids);
	const rows = await database.owner.sql<{ id: string; isSent: boolean }[]>`
		select internet_id as id, sent_at is not null as "isSent" from outbox_message where round_id = ${roundId}`;
	const lost = rows.filter(({ id, isSent }) => isSent && !arrived.has(`<${id}>`));
	expect(lost).toEqual([]);
	// What the killed program had in hand is shown as unsure, and taken by nobody.
	expect(underWay).toBeGreaterThanOrEqual(5);
});
