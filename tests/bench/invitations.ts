import { createTransport } from 'nodemailer';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { htmlOfText } from '../../src/lib/invitations/htmlOfText.ts';
import { messageState, type MessageTimes } from '../../src/lib/invitations/outboxState.ts';
import type { Database } from '../../src/lib/server/db/connection.ts';
import { listLetters } from '../../src/lib/server/invitations/listLetters.ts';
import { createRound } from '../../src/lib/server/rounds/createRound.ts';
import { openRound } from '../../src/lib/server/rounds/openRound.ts';
import { addDays, dayInSweden } from '../../src/lib/shared/calendarDate.ts';
import { openMailServer, type MailServer } from '../support/mailServer.ts';
import { openMigratedDatabase, type MigratedDatabase } from '../support/migratedDatabase.ts';
import { insertSmallMunicipality, planOf } from '../support/smallMunicipality.ts';
import { startMailSender, type MailSender } from '../support/startMailSender.ts';

const messages = Number(process.env['INVITATIONS'] ?? 5000);

function residentMegabytes(processId: number): number {
	const status = readFileSync(`/proc/${String(processId)}/status`, 'utf8');
	return Math.round(Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024);
}

/**
 * Until the box holds so many, or has not grown for a while: what the killed program had in hand may never come.
 * @returns when the last one came.
 */
async function untilReceived({ received }: MailServer, count: number): Promise<number> {
	let seen = received.length;
	let grewAt = performance.now();
	while (seen < count && performance.now() - grewAt < 10_000) {
		await pause(5);
		if (received.length === seen) continue;
		seen = received.length;
		grewAt = performance.now();
	}
	return grewAt;
}

/** The same text by nodemailer alone, as fast as the same kind of server takes it: no outbox, no database. */
async function bareRate(text: string): Promise<number> {
	const server = await openMailServer();
	const transport = createTransport({
		pool: true,
		maxConnections: 5,
		maxMessages: 500,
		host: '127.0.0.1',
		port: Number(new URL(server.smtpUrl).port)
	});
	const html = htmlOfText(text, 'sv');
	const began = performance.now();
	let next = 0;
	const turn = async () => {
		while (next < messages) {
			next += 1;
			const to = `enhet${String(next)}@partner.example`;
			await transport.sendMail({ from: 'a@kommun.example', to, subject: 'Kartläggning', text, html });
		}
	};
	await Promise.all(Array.from({ length: 5 }, turn));
	const perSecond = messages / ((performance.now() - began) / 1000);
	transport.close();
	await server.close();
	return perSecond;
}

async function statesOf({ sql }: Database): Promise<ReadonlyMap<string, string>> {
	const rows = await sql<(MessageTimes & { internetId: string })[]>`
		select internet_id as "internetId", due_at as "dueAt", sending_at as "sendingAt", sent_at as "sentAt",
			failed_at as "failedAt", refused_at as "refusedAt", unsure_at as "unsureAt", cancelled_at as "cancelledAt",
			bounced_at as "bouncedAt", delayed_at as "delayedAt"
		from outbox_message`;
	// As it is shown when the longest attempt there is would be over: nothing is under way any more.
	const later = new Date(Date.now() + 60 * 60_000);
	return new Map(rows.map((row) => [`<${row.internetId}>`, messageState(row, later)]));
}

interface Run {
	readonly seconds: number;
	readonly peakMegabytes: number;
}

/** Sends to the half, kills, starts again, and waits for the rest. */
async function sendOverKill(start: () => Promise<MailSender>, server: MailServer): Promise<Run> {
	const peaks: number[] = [];
	const first = await start();
	const began = performance.now();
	await untilReceived(server, messages / 2);
	peaks.push(residentMegabytes(first.processId));
	await first.kill();
	const stopped = performance.now();
	const second = await start();
	const restarted = performance.now();
	const ended = await untilReceived(server, messages);
	peaks.push(residentMegabytes(second.processId));
	// The last ones are taken by the server before they are recorded.
	await pause(1000);
	await second.kill();
	return {
		seconds: (ended - began - (restarted - stopped)) / 1000,
		peakMegabytes: Math.max(...peaks)
	};
}

function report(server: MailServer, run: Run & { states: ReadonlyMap<string, string>; bare: number }): void {
	const times = new Map<string, number>();
	for (const { messageId } of server.received) times.set(messageId, (times.get(messageId) ?? 0) + 1);
	const received = [...run.states].filter(([id]) => times.has(id));
	const unsure = [...run.states].filter(([, state]) => state === 'unsure').map(([id]) => id);
	const perSecond = received.length / run.seconds;
	console.log(
		JSON.stringify({
			messages: run.states.size,
			received: received.length,
			sent_twice: [...times.values()].filter((count) => count > 1).length,
			// Lost is what neither came nor is shown to anybody as waiting for a decision.
			lost: [...run.states].filter(([id, state]) => !times.has(id) && state !== 'unsure').length,
			unsure: unsure.length,
			unsure_that_came: unsure.filter((id) => times.has(id)).length,
			recorded_but_not_received: [...run.states].filter(([id, state]) => state === 'sent' && !times.has(id))
				.length,
			per_s: Math.round(perSecond),
			peak_mb: run.peakMegabytes,
			bare_nodemailer_per_s: Math.round(run.bare),
			ratio_bare: Math.round((100 * perSecond) / run.bare) / 100
		})
	);
}

/** A round that has just been opened: one unit a message. @returns the text of one of them. */
async function openBenchRound({ application }: MigratedDatabase): Promise<string> {
	const units = Array.from({ length: messages }, (_, index) => ['skola', `Skola ${String(index)}`] as const);
	const municipality = await insertSmallMunicipality(application, '9998', units);
	const { samordnare } = municipality.actors;
	const today = dayInSweden(new Date());
	const plan = planOf(municipality, { opensOn: today, closesOn: addDays(today, 30) });
	const created = await createRound(application, samordnare, plan);
	if (!created.ok) throw new Error(created.refusal);
	const { roundId } = created.value;
	const opened = await openRound(application, samordnare, roundId);
	if (!opened.ok) throw new Error(opened.refusal);
	const letters = await listLetters(application, samordnare, roundId);
	const [letter] = letters.ok ? letters.value.letters : [];
	return letter?.body ?? '';
}

/**
 * A round's invitations to a local SMTP server with a kill -9 in the middle and a restart; in the same run nodemailer alone
 * to a server of the same kind. One JSON line.
 */
export async function benchInvitations(): Promise<void> {
	const server = await openMailServer();
	const ground = await openMigratedDatabase({ SMTP_URL: server.smtpUrl, SMTP_RATE: '9999' });
	try {
		const text = await openBenchRound(ground);
		const run = await sendOverKill(() => startMailSender(ground.application.config), server);
		const states = await statesOf(ground.owner);
		report(server, { ...run, states, bare: await bareRate(text) });
	} finally {
		await ground.close();
		await server.close();
	}
}
