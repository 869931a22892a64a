import { nextAttemptAt, type SendingOutcome } from '#lib/invitations/outboxState.ts';
import type { Application } from '../application.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { findMunicipality } from '../organisations/municipalityStore.ts';
import { hasInvitedUnitAnswered } from '../responses/listAnsweredUnits.ts';
import { composeMail, type Claimed } from './composeMail.ts';
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

async function claimNext(application: Application, sql: Sql): Promise<Claimed | null> {
	for (;;) {
		const now = application.clock.now();
		const message = await claimDueMessage(sql, now);
		if (!message) return null;
		if (await isOvertaken(application, sql, message)) {
			await cancelMessage(sql, message.messageId, now);
			continue;
		}
		const municipality = await findMunicipality(sql);
		return { message, municipality, sender: senderOf(application.config, municipality) };
	}
}

interface Work {
	readonly municipalityId: string;
	/** Aborted when the program is about to stop: what is under way is finished, and nothing more is taken. */
	readonly signal: AbortSignal;
}

/** One message after another. What became of one is kept in the transaction that takes the next: one commit a message. */
async function sendInTurn(application: Application, mailer: Mailer, work: Work): Promise<void> {
	const { clock, database } = application;
	const exchange = (done: Attempt | null) =>
		withMunicipality(database, work.municipalityId, async (sql) => {
			if (done) await recordAttempt(sql, done, clock.now());
			const isAway = done?.outcome.kind === 'put-off' && done.outcome.isServerAway;
			return isAway || work.signal.aborted ? null : await claimNext(application, sql);
		});
	let claimed = await exchange(null);
	while (claimed) {
		const { message } = claimed;
		const outcome = await mailer.hand(composeMail(application, claimed));
		claimed = await exchange({ message, outcome });
	}
}

/**
 * Sends what the outbox of a municipality holds. Each message is marked as under way before it is handed over, so that it
 * goes at most once whatever stops, and however many programs send from the same outbox.
 */
export async function sendDueMessages(application: Application, mailer: Mailer, work: Work): Promise<void> {
	const turns = Array.from({ length: mailer.connections }, () => sendInTurn(application, mailer, work));
	const outcomes = await Promise.allSettled(turns);
	const failed = outcomes.find((outcome) => outcome.status === 'rejected');
	if (failed) throw failed.reason;
}
