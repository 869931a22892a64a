import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality } from '../db/connection.ts';
import { openSealed } from '../keys/sealing.ts';
import { listMessages, type OutboxMessage } from '../mail/outboxStore.ts';
import { longestSendingBefore } from '../mail/sendAgain.ts';
import { findRound } from '../rounds/roundStore.ts';

export interface Letter {
	readonly messageId: string;
	readonly recipient: string | null;
	readonly recipientName: string;
	readonly subject: string;
	/** null once the letter has gone by e-mail: the link is then kept nowhere. */
	readonly body: string | null;
	/** uncertain: the program stopped while the mail server was taking the letter, so it may have gone. */
	readonly state: 'waiting' | 'sent' | 'failed' | 'uncertain';
	readonly createdAt: Date;
	readonly sentAt: Date | null;
	readonly failure: string | null;
}

function stateOf(message: OutboxMessage, now: Date): Letter['state'] {
	if (message.sentAt) return 'sent';
	if (message.failedAt) return 'failed';
	return message.sendingAt && message.sendingAt < longestSendingBefore(now) ? 'uncertain' : 'waiting';
}

function toLetter(application: Application, message: OutboxMessage, now: Date): Letter {
	const key = application.keys.derive('outbox-letter');
	const body = message.sealedBody
		? Buffer.from(openSealed(key, message.sealedBody, message.messageId)).toString('utf8')
		: null;
	return {
		messageId: message.messageId,
		recipient: message.recipient,
		recipientName: message.recipientName,
		subject: message.subject,
		body,
		state: stateOf(message, now),
		createdAt: message.createdAt,
		sentAt: message.sentAt,
		failure: message.failure
	};
}

/** The round's invitations, to print or to read. That they were read is recorded, since each holds a link. */
export async function listLetters(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<Result<Letter[], 'unknown-round' | 'not-allowed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const now = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		if (!(await findRound(sql, roundId))) return refused('unknown-round');
		const messages = await listMessages(sql, roundId);
		await insertAuditEvent(sql, actor, { action: 'letters-read', subject: roundId, at: now });
		return accepted(messages.map((message) => toLetter(application, message, now)));
	});
}
