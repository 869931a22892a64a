import { messageState, type MessageState } from '#lib/invitations/outboxState.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality } from '../db/connection.ts';
import { openBody } from '../mail/composeMail.ts';
import { listMessages, type MessageKind, type OutboxMessage } from '../mail/outboxStore.ts';
import { findRound } from '../rounds/roundStore.ts';

export interface Letter {
	readonly messageId: string;
	readonly kind: MessageKind;
	readonly recipient: string | null;
	readonly recipientName: string;
	readonly subject: string;
	/** null once the letter has gone by e-mail, or was cancelled: the link is then kept nowhere. */
	readonly body: string | null;
	readonly state: MessageState;
	readonly createdAt: Date;
	/** When a letter that was put off is tried again. */
	readonly dueAt: Date | null;
	readonly sentAt: Date | null;
	readonly failure: string | null;
}

export interface RoundLetters {
	readonly roundName: string;
	readonly letters: readonly Letter[];
}

function toLetter(application: Application, message: OutboxMessage, now: Date): Letter {
	return {
		messageId: message.messageId,
		kind: message.kind,
		recipient: message.recipient,
		recipientName: message.recipientName,
		subject: message.subject,
		body: openBody(application, message),
		state: messageState(message, now),
		createdAt: message.createdAt,
		dueAt: message.dueAt,
		sentAt: message.sentAt,
		failure: message.failure
	};
}

/** The round's invitations, to print or to read. That they were read is recorded, since each holds a link. */
export async function listLetters(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<Result<RoundLetters, 'unknown-round' | 'not-allowed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const now = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await findRound(sql, roundId);
		if (!round) return refused('unknown-round');
		const messages = await listMessages(sql, roundId);
		await insertAuditEvent(sql, actor, { action: 'letters-read', subject: roundId, at: now });
		const letters = messages.map((message) => toLetter(application, message, now));
		return accepted({ roundName: roundName(round), letters });
	});
}
