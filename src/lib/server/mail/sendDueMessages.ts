import { nextAttemptAt, type SendingOutcome } from '#lib/invitations/outboxState.ts';
import type { Application } from '../application.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { readMailSettings } from '../invitations/mailSettingsStore.ts';
import { findMunicipality } from '../organisations/municipalityStore.ts';
import { hasInvitedUnitAnswered } from '../responses/listAnsweredUnits.ts';
import { composeMail, type Letterhead } from './composeMail.ts';
import type { Mailer } from './mailer.ts';
import {
	cancelMessage,
	claimDueMessage,
	markMessagePutOff,
	markMessageRefused,
	markMessageSent,
	markMessageUnsure,
	type OutboxMessage
} from './outboxStore.ts';
import { senderOf } from './sender.ts';
import { wakeSending } from './wakeSending.ts';

interface Attempt {
	readonly message: OutboxMessage;
	readonly outcome: SendingOutcome;
}

async function recordAttempt(sql: Sql, { message, outcome }: Attempt, at: Date): Promise<void> {
	const { messageId, attempts } = message;
	if (outcome.kind === 'sent') {
		await markMessageSent(sql, messageId, at);
		return;
	}
	const fault = { messageId, at, reason: outcome.reason };
	if (outcome.kind === 'unsure') {
		await markMessageUnsure(sql, fault);
		return;
	}
	const dueAt = outcome.kind === 'put-off' ? nextAttemptAt(attempts, at) : null;
	if (dueAt) await markMessagePutOff(sql, { ...fault, dueAt });
	else await markMessageRefused(sql, fault);
}

/** Whether a message that was written earlier no longer is to be sent: nobody who has answered is reminded. */
async function isOvertaken(application: Application, sql: Sql, message: OutboxMessage): Promise<boolean> {
	if (message.kind !== 'reminder' || message.invitationId === null) return false;
	return await hasInvitedUnitAnswered(application, sql, message.invitationId);
}

async function claimNext(application: Application, sql: Sql): Promise<OutboxMessage | null> {
	for (;;) {
		const now = application.clock.now();
		const message = await claimDueMessage(sql, now);
		if (!message || !(await isOvertaken(application, sql, message))) return message;
		await cancelMessage(sql, message.messageId, now);
	}
}

/** Half a minute of post at the rate that SMTP_RATE has by itself: then other municipalities and other jobs have their turn. */
export const messagesOfAJob = 300;

interface Work {
	readonly municipalityId: string;
	/** Aborted when the program is about to stop: what is under way is finished, and nothing more is taken. */
	readonly signal: AbortSignal;
}

/** How many messages a job may still send: the queue has others waiting. */
interface Allowance {
	left: number;
}

interface Turn extends Work, Letterhead {
	readonly mailer: Mailer;
	readonly allowance: Allowance;
}

/** One message after another. What became of one is kept in the transaction that takes the next: one commit a message. */
async function sendInTurn(
	application: Application,
	{ mailer, municipalityId, signal, allowance, ...head }: Turn
): Promise<void> {
	const { clock, database } = application;
	const exchange = (done: Attempt | null) =>
		withMunicipality(database, municipalityId, async (sql) => {
			if (done) await recordAttempt(sql, done, clock.now());
			const isAway = done?.outcome.kind === 'put-off' && done.outcome.isServerAway;
			if (isAway || signal.aborted || allowance.left <= 0) return null;
			allowance.left -= 1;
			return await claimNext(application, sql);
		});
	let message = await exchange(null);
	while (message) {
		const outcome = await mailer.hand(composeMail(application, message, head));
		message = await exchange({ message, outcome });
	}
}

/**
 * Sends what the outbox of a municipality holds. Each message is marked as under way before it is handed over, so that it
 * goes at most once whatever stops, and however many programs send from the same outbox. After a number of messages the rest is
 * left to a job of its own.
 */
export async function sendDueMessages(application: Application, mailer: Mailer, work: Work): Promise<void> {
	const { config, database } = application;
	const head = await withMunicipality(database, work.municipalityId, async (sql) => {
		const municipality = await findMunicipality(sql);
		const settings = await readMailSettings(sql);
		return { municipality, sender: senderOf(config, { municipality, settings }) };
	});
	const allowance = { left: messagesOfAJob };
	const turns = Array.from({ length: mailer.connections }, () =>
		sendInTurn(application, { ...work, ...head, mailer, allowance })
	);
	const outcomes = await Promise.allSettled(turns);
	const failed = outcomes.find((outcome) => outcome.status === 'rejected');
	if (failed) throw failed.reason;
	if (allowance.left > 0) return;
	await withMunicipality(database, work.municipalityId, (sql) =>
		wakeSending(application, sql, work.municipalityId)
	);
}
