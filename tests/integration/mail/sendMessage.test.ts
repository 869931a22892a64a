import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Application } from '#lib/server/application.ts';
import { startJobRunner, type JobRunner } from '#lib/server/jobs/runner.ts';
import { jobTasks } from '#lib/server/jobs/jobTasks.ts';
import { withMunicipality } from '#lib/server/db/connection.ts';
import { claimMessage } from '#lib/server/mail/outboxStore.ts';
import { sendAgain } from '#lib/server/mail/sendAgain.ts';
import { accepted, refused } from '#lib/shared/result.ts';
import { listLetters } from '#lib/server/invitations/listLetters.ts';
import { movingClock } from '../../support/movingClock.ts';
import { insertSmallMunicipality, planOf, type SmallMunicipality } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';
import { createRound } from '#lib/server/rounds/createRound.ts';
import { openRound } from '#lib/server/rounds/openRound.ts';

interface Received {
	readonly to: string;
	readonly text: string;
}

const received: Received[] = [];
const clock = movingClock('2026-01-16T09:00:00Z');
let refusalsLeft = 0;
let server: SMTPServer;
let database: TestDatabase;
let application: Application;
let municipality: SmallMunicipality;
let runner: JobRunner | null = null;

function startServer(): Promise<number> {
	server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData: (stream, session, callback) => {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				if (refusalsLeft > 0) {
					refusalsLeft -= 1;
					callback(Object.assign(new Error('Try later'), { responseCode: 451 }));
					return;
				}
				const to = session.envelope.rcptTo.map((recipient) => recipient.address).join(',');
				received.push({ to, text: Buffer.concat(chunks).toString('utf8') });
				callback();
			});
		}
	});
	return new Promise((resolve) => {
		const listening = server.listen(0, '127.0.0.1', () => {
			const address = listening.address();
			resolve(typeof address === 'object' && address ? address.port : 0);
		});
	});
}

beforeAll(async () => {
	const port = await startServer();
	database = await openTestDatabase({ clock });
	application = {
		...database.application,
		config: { ...database.application.config, smtpUrl: `smtp://127.0.0.1:${String(port)}` }
	};
	municipality = await insertSmallMunicipality(application, '9998');
});
afterEach(async () => {
	await runner?.stop();
	runner = null;
});
afterAll(async () => {
	await database.close();
	await new Promise<void>((resolve) => {
		server.close(resolve);
	});
});

async function until(condition: () => Promise<boolean>): Promise<void> {
	for (let attempt = 0; attempt < 200; attempt += 1) {
		if (await condition()) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error('It did not happen within ten seconds');
}

async function openedRoundOf(year: number): Promise<string> {
	const { samordnare } = municipality.actors;
	const created = await createRound(application, samordnare, planOf(municipality, { year }));
	if (!created.ok) throw new Error(created.refusal);
	await openRound(application, samordnare, created.value.roundId);
	return created.value.roundId;
}

const receivedOf = (messageId: string) => received.filter((message) => message.text.includes(messageId));

async function lettersOf(roundId: string) {
	const letters = await listLetters(application, municipality.actors.samordnare, roundId);
	return letters.ok ? letters.value : [];
}

describe('an opened round with SMTP_URL set', () => {
	it('sends each unit its invitation once, and then keeps the link nowhere', async () => {
		const roundId = await openedRoundOf(2026);
		expect((await lettersOf(roundId)).map((letter) => letter.state)).toEqual(Array(4).fill('waiting'));
		runner = await startJobRunner(application, jobTasks);
		await until(async () => (await lettersOf(roundId)).every((letter) => letter.state === 'sent'));
		expect(received.map((message) => message.to).sort()).toEqual([
			'kontakt0@partner.example',
			'kontakt1@partner.example',
			'kontakt2@partner.example',
			'kontakt3@partner.example'
		]);
		expect(received.every((message) => message.text.includes('/svara/'))).toBe(true);
		expect((await lettersOf(roundId)).map((letter) => letter.body)).toEqual([null, null, null, null]);
	});

	it('shows in words what the mail server refused, and lets it wait for a new attempt', async () => {
		received.length = 0;
		refusalsLeft = 4;
		const roundId = await openedRoundOf(2027);
		runner = await startJobRunner(application, jobTasks);
		await until(async () => (await lettersOf(roundId)).every((letter) => letter.state === 'failed'));
		const [letter] = await lettersOf(roundId);
		expect(letter).toMatchObject({ failure: 'E-postservern svarade med kod 451' });
		expect(letter?.body).toContain('/svara/');
		expect(received).toEqual([]);
	});

	it('sends a refused message again when the samordnare says so', async () => {
		received.length = 0;
		refusalsLeft = 4;
		const roundId = await openedRoundOf(2028);
		runner = await startJobRunner(application, jobTasks);
		await until(async () => (await lettersOf(roundId)).every((letter) => letter.state === 'failed'));
		const [letter] = await lettersOf(roundId);
		const messageId = letter?.messageId ?? '';
		expect(await sendAgain(application, municipality.actors.granskare, { roundId, messageId })).toEqual(
			refused('not-allowed')
		);
		const { samordnare } = municipality.actors;
		expect(await sendAgain(application, samordnare, { roundId, messageId })).toEqual(accepted(null));
		await until(async () => (await lettersOf(roundId))[0]?.state === 'sent');
		expect(receivedOf(messageId)).toHaveLength(1);
		expect(await sendAgain(application, samordnare, { roundId, messageId })).toEqual(
			refused('not-waiting-for-you')
		);
	});

	it('says it is uncertain whether a letter went when the program stopped while sending it, and never repeats it by itself', async () => {
		received.length = 0;
		const { samordnare } = municipality.actors;
		const roundId = await openedRoundOf(2029);
		const [letter] = await lettersOf(roundId);
		const messageId = letter?.messageId ?? '';
		const { municipalityId } = samordnare;
		const stoppedAt = clock.now();
		await withMunicipality(application.database, municipalityId, (sql) =>
			claimMessage(sql, messageId, stoppedAt)
		);
		expect((await lettersOf(roundId))[0]?.state).toBe('waiting');
		clock.set('2026-01-16T09:20:00Z');
		runner = await startJobRunner(application, jobTasks);
		await until(async () => (await lettersOf(roundId)).slice(1).every(({ state }) => state === 'sent'));
		expect((await lettersOf(roundId))[0]?.state).toBe('uncertain');
		expect(receivedOf(messageId)).toEqual([]);
		expect(await sendAgain(application, samordnare, { roundId, messageId })).toEqual(accepted(null));
		await until(async () => (await lettersOf(roundId))[0]?.state === 'sent');
		expect(receivedOf(messageId)).toHaveLength(1);
	});
});
