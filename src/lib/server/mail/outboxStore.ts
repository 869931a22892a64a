import type { Sql } from '../db/connection.ts';

export interface OutboxMessage {
	readonly messageId: string;
	readonly roundId: string;
	readonly invitationId: string;
	/** Whom it is to; null when nobody answers for the unit, or the person has been erased. */
	readonly contactId: string | null;
	readonly recipient: string | null;
	readonly recipientName: string;
	readonly subject: string;
	/** Sealed under the program's key, since the body holds the link; null once sent. */
	readonly sealedBody: Uint8Array | null;
	readonly createdAt: Date;
	/** When it was taken for sending; with neither sentAt nor failedAt nobody knows yet whether it went. */
	readonly sendingAt: Date | null;
	readonly sentAt: Date | null;
	readonly failedAt: Date | null;
	readonly failure: string | null;
}

export type NewMessage = Omit<OutboxMessage, 'sendingAt' | 'sentAt' | 'failedAt' | 'failure'>;

export async function insertMessage(sql: Sql, message: NewMessage): Promise<void> {
	await sql`
		insert into outbox_message (municipality_id, message_id, round_id, invitation_id, contact_id, recipient,
			recipient_name, subject, sealed_body, created_at)
		values (current_municipality(), ${message.messageId}, ${message.roundId}, ${message.invitationId},
			${message.contactId}, ${message.recipient}, ${message.recipientName}, ${message.subject}, ${message.sealedBody},
			${message.createdAt})`;
}

export async function listMessages(sql: Sql, roundId: string): Promise<OutboxMessage[]> {
	return await sql<OutboxMessage[]>`
		select message_id as "messageId", round_id as "roundId", invitation_id as "invitationId",
			contact_id as "contactId", recipient,
			recipient_name as "recipientName", subject, sealed_body as "sealedBody", created_at as "createdAt",
			sending_at as "sendingAt", sent_at as "sentAt", failed_at as "failedAt", failure
		from outbox_message
		where municipality_id = current_municipality() and round_id = ${roundId}
		order by recipient_name, message_id`;
}

/** Takes the message for sending. null when somebody else has taken it, or it was sent, or it has nobody to go to. */
export async function claimMessage(sql: Sql, messageId: string, at: Date): Promise<OutboxMessage | null> {
	const [row] = await sql<OutboxMessage[]>`
		update outbox_message set sending_at = ${at}, failed_at = null, failure = null
		where municipality_id = current_municipality() and message_id = ${messageId}
			and sending_at is null and sent_at is null and recipient is not null and sealed_body is not null
		returning message_id as "messageId", round_id as "roundId", invitation_id as "invitationId",
			contact_id as "contactId", recipient,
			recipient_name as "recipientName", subject, sealed_body as "sealedBody", created_at as "createdAt",
			sending_at as "sendingAt", sent_at as "sentAt", failed_at as "failedAt", failure`;
	return row ?? null;
}

export async function markMessageSent(sql: Sql, messageId: string, at: Date): Promise<void> {
	await sql`
		update outbox_message set sent_at = ${at}, sealed_body = null
		where municipality_id = current_municipality() and message_id = ${messageId}`;
}

/** Sets the message free for a new attempt and keeps the reason in words. */
export async function markMessageFailed(
	sql: Sql,
	messageId: string,
	failure: { readonly at: Date; readonly reason: string }
): Promise<void> {
	await sql`
		update outbox_message set sending_at = null, failed_at = ${failure.at}, failure = ${failure.reason}
		where municipality_id = current_municipality() and message_id = ${messageId}`;
}

/**
 * Sets a message that has not gone, or of which that is not known, free to be sent again.
 * @param takenBefore a message taken later than this may be under way and is left alone
 * @returns whether there was such a message
 */
export async function freeMessage(
	sql: Sql,
	{ roundId, messageId, takenBefore }: { roundId: string; messageId: string; takenBefore: Date }
): Promise<boolean> {
	const freed = await sql`
		update outbox_message set sending_at = null
		where municipality_id = current_municipality() and round_id = ${roundId} and message_id = ${messageId}
			and sent_at is null and recipient is not null and sealed_body is not null
			and (failed_at is not null or sending_at < ${takenBefore})
		returning message_id`;
	return freed.length > 0;
}

/** Erases the letters of a round that takes no more answers: the links in them open nothing. */
export async function eraseBodies(sql: Sql, roundId: string): Promise<void> {
	await sql`
		update outbox_message set sealed_body = null
		where municipality_id = current_municipality() and round_id = ${roundId}`;
}
