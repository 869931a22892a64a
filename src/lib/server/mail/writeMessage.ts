import { randomUUID } from 'node:crypto';
import type { Application } from '../application.ts';
import type { Sql } from '../db/connection.ts';
import { seal } from '../keys/sealing.ts';
import { insertMessage, type NewMessage } from './outboxStore.ts';
import { internetIdOf, type Sender } from './sender.ts';

/** A message as whoever writes it has it; the rest is the outbox's own. */
export interface WrittenMessage extends Omit<
	NewMessage,
	'messageId' | 'internetId' | 'sealedBody' | 'createdAt' | 'dueAt'
> {
	readonly body: string;
	readonly sender: Sender;
}

/**
 * Writes a message into the outbox, in the transaction of what it is about. Without an address, or without SMTP_URL, it is
 * read and printed in the program and never sent, also if a mail server is named later.
 * @returns its id
 */
export async function writeMessage(
	application: Application,
	sql: Sql,
	{ body, sender, ...message }: WrittenMessage
): Promise<string> {
	const messageId = randomUUID();
	const now = application.clock.now();
	const isSent = Boolean(application.config.smtpUrl) && message.recipient !== null;
	await insertMessage(sql, {
		...message,
		messageId,
		internetId: internetIdOf(messageId, sender),
		sealedBody: seal(application.keys.derive('outbox-letter'), Buffer.from(body), messageId),
		createdAt: now,
		dueAt: isSent ? now : null
	});
	return messageId;
}
