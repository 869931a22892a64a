import type { MessageTimes } from '#lib/invitations/outboxState.ts';
import type { MessageLanguage } from '#lib/invitations/messageLanguage.ts';
import type { Sql } from '../db/connection.ts';

/** replacement: an invitation with a new link, in place of those that were withdrawn. */
export type MessageKind = 'invitation' | 'reminder' | 'replacement' | 'thanks' | 'notice' | 'trial';

export interface NewMessage {
	readonly messageId: string;
	readonly kind: MessageKind;
	readonly language: MessageLanguage;
	/** Message-ID of the mail, without angle brackets: the same at every attempt. */
	readonly internetId: string;
	/** null for what belongs to no round: what the program says to its own staff. */
	readonly roundId: string | null;
	readonly invitationId: string | null;
	/** Whom it is to; null when nobody answers for the unit, or the person has been erased. */
	readonly contactId: string | null;
	readonly recipient: string | null;
	readonly recipientName: string;
	readonly subject: string;
	/** Sealed under the program's key, since the body may hold a link; null once sent or cancelled. */
	readonly sealedBody: Uint8Array | null;
	readonly createdAt: Date;
	/** Not before this moment; null is a message that is printed and not sent. */
	readonly dueAt: Date | null;
}

export interface OutboxMessage extends NewMessage, MessageTimes {
	readonly attempts: number;
	readonly failure: string | null;
}

function messageColumns(sql: Sql) {
	return sql`message_id as "messageId", kind, language, internet_id as "internetId", round_id as "roundId",
		invitation_id as "invitationId", contact_id as "contactId", recipient, recipient_name as "recipientName", subject,
		sealed_body as "sealedBody", created_at as "createdAt", due_at as "dueAt", attempts,
		sending_at as "sendingAt", sent_at as "sentAt", failed_at as "failedAt", refused_at as "refusedAt",
		unsure_at as "unsureAt", cancelled_at as "cancelledAt", bounced_at as "bouncedAt", delayed_at as "delayedAt",
		failure`;
}

export async function insertMessage(sql: Sql, message: NewMessage): Promise<void> {
	await sql`
		insert into outbox_message (municipality_id, message_id, kind, language, internet_id, round_id, invitation_id,
			contact_id, recipient, recipient_name, subject, sealed_body, created_at, due_at)
		values (current_municipality(), ${message.messageId}, ${message.kind}, ${message.language},
			${message.internetId}, ${message.roundId}, ${message.invitationId}, ${message.contactId},
			${message.recipient}, ${message.recipientName}, ${message.subject}, ${message.sealedBody}, ${message.createdAt},
			${message.dueAt})`;
}

/** The round's messages: by recipient, and in the order they were written. */
export async function listMessages(sql: Sql, roundId: string): Promise<OutboxMessage[]> {
	return await sql<OutboxMessage[]>`
		select ${messageColumns(sql)} from outbox_message
		where municipality_id = current_municipality() and round_id = ${roundId}
		order by recipient_name, created_at, message_id`;
}

/** How many reminders a round has had, sent or waiting. */
export async function countReminders(sql: Sql, roundId: string): Promise<number> {
	const [row] = await sql<{ count: number }[]>`
		select count(*)::integer as count from outbox_message
		where municipality_id = current_municipality() and round_id = ${roundId} and kind = 'reminder'`;
	return row?.count ?? 0;
}

/** The message with a Message-ID, held against other reports of it. */
export async function lockMessageByInternetId(sql: Sql, internetId: string): Promise<OutboxMessage | null> {
	const [row] = await sql<OutboxMessage[]>`
		select ${messageColumns(sql)} from outbox_message
		where municipality_id = current_municipality() and internet_id = ${internetId} for update`;
	return row ?? null;
}

/** What a mail server has reported of a message that it took; the text is of no more use. */
export async function markMessageReported(
	sql: Sql,
	report: Fault & { readonly outcome: 'bounced' | 'delayed' }
): Promise<void> {
	const { messageId, at, reason, outcome } = report;
	await sql`
		update outbox_message
		set bounced_at = ${outcome === 'bounced' ? at : null}, delayed_at = ${outcome === 'delayed' ? at : null},
			failure = ${reason}
		where municipality_id = current_municipality() and message_id = ${messageId} and bounced_at is null`;
}

/** Whose message it was, by the door that gives the municipality's code and nothing more. */
export async function municipalityOfMessage(sql: Sql, internetId: string): Promise<string | null> {
	const [row] = await sql<{ code: string | null }[]>`select municipality_of_message(${internetId}) as code`;
	return row?.code ?? null;
}

/** The latest letter with a valid link of the unit that is printed and not mailed. */
export async function findPrintedLetter(
	sql: Sql,
	{ roundId, unitId }: { readonly roundId: string; readonly unitId: string }
): Promise<string | null> {
	const [row] = await sql<{ messageId: string }[]>`
		select m.message_id as "messageId"
		from outbox_message m join invitation i using (municipality_id, invitation_id)
		where m.municipality_id = current_municipality() and i.round_id = ${roundId} and i.unit_id = ${unitId}
			and i.withdrawn_on is null and m.due_at is null and m.sealed_body is not null
		order by m.created_at desc limit 1`;
	return row?.messageId ?? null;
}

/**
 * Takes one message for sending, the one that has waited longest. Two that take at once take different ones, and what is
 * taken is never taken again unless it is known not to have gone.
 */
export async function claimDueMessage(sql: Sql, at: Date): Promise<OutboxMessage | null> {
	const [row] = await sql<OutboxMessage[]>`
		update outbox_message set sending_at = ${at}, attempts = attempts + 1
		where municipality_id = current_municipality() and message_id = (
			select message_id from outbox_message
			where municipality_id = current_municipality() and due_at <= ${at}
				and sending_at is null and sent_at is null and refused_at is null and cancelled_at is null
				and recipient is not null and sealed_body is not null
			order by due_at, message_id
			for update skip locked
			limit 1
		)
		returning ${messageColumns(sql)}`;
	return row ?? null;
}

export async function markMessageSent(sql: Sql, messageId: string, at: Date): Promise<void> {
	await sql`
		update outbox_message set sent_at = ${at}, sealed_body = null, failed_at = null, unsure_at = null, failure = null
		where municipality_id = current_municipality() and message_id = ${messageId}`;
}

export interface Fault {
	readonly messageId: string;
	readonly at: Date;
	readonly reason: string;
}

/** Sets the message free for a new attempt at a later moment; one whose text was erased meanwhile is cancelled. */
export async function markMessagePutOff(sql: Sql, fault: Fault & { readonly dueAt: Date }): Promise<void> {
	await sql`
		update outbox_message
		set sending_at = null, failed_at = ${fault.at}, due_at = ${fault.dueAt}, failure = ${fault.reason},
			cancelled_at = case when sealed_body is null then ${fault.at}::timestamptz end
		where municipality_id = current_municipality() and message_id = ${fault.messageId}`;
}

export async function markMessageRefused(sql: Sql, fault: Fault): Promise<void> {
	await sql`
		update outbox_message set sending_at = null, refused_at = ${fault.at}, failure = ${fault.reason}
		where municipality_id = current_municipality() and message_id = ${fault.messageId}`;
}

/** Keeps sending_at: a message that may have gone is never taken again by the program. */
export async function markMessageUnsure(sql: Sql, fault: Fault): Promise<void> {
	await sql`
		update outbox_message set unsure_at = ${fault.at}, failure = ${fault.reason}
		where municipality_id = current_municipality() and message_id = ${fault.messageId}`;
}

export async function cancelMessage(sql: Sql, messageId: string, at: Date): Promise<void> {
	await sql`
		update outbox_message set cancelled_at = ${at}, sealed_body = null, sending_at = null
		where municipality_id = current_municipality() and message_id = ${messageId}`;
}

/**
 * Sets a message that has not gone, or of which that is not known, free to be sent again.
 * @param takenBefore a message taken later than this may be under way and is left alone
 * @returns whether there was such a message
 */
export async function freeMessage(
	sql: Sql,
	freeing: { roundId: string; messageId: string; takenBefore: Date; dueAt: Date }
): Promise<boolean> {
	const freed = await sql`
		update outbox_message
		set sending_at = null, refused_at = null, unsure_at = null, attempts = 0, due_at = ${freeing.dueAt}
		where municipality_id = current_municipality() and round_id = ${freeing.roundId}
			and message_id = ${freeing.messageId} and sent_at is null and cancelled_at is null
			and recipient is not null and sealed_body is not null
			and (failed_at is not null or refused_at is not null or unsure_at is not null
				or sending_at < ${freeing.takenBefore})
		returning message_id`;
	return freed.length > 0;
}

/**
 * Ends the sending of a round that takes no more answers. The texts are erased: the links in them open nothing. What is
 * being handed over just now tells itself what became of it.
 */
export async function cancelMessagesOfRound(sql: Sql, roundId: string, at: Date): Promise<void> {
	await sql`
		update outbox_message
		set sealed_body = null,
			cancelled_at = case
				when sent_at is null and refused_at is null and sending_at is null and due_at is not null then ${at}::timestamptz
			end
		where municipality_id = current_municipality() and round_id = ${roundId}
			and kind in ('invitation', 'reminder', 'replacement') and cancelled_at is null`;
}

/** As cancelMessagesOfRound, for what a unit was to get: its links open nothing any more. */
export async function cancelMessagesOfUnit(
	sql: Sql,
	{ roundId, unitId, at }: { readonly roundId: string; readonly unitId: string; readonly at: Date }
): Promise<void> {
	await sql`
		update outbox_message
		set sealed_body = null,
			cancelled_at = case when sent_at is null and refused_at is null and sending_at is null then ${at}::timestamptz end
		where municipality_id = current_municipality() and cancelled_at is null and invitation_id in (
			select invitation_id from invitation
			where municipality_id = current_municipality() and round_id = ${roundId} and unit_id = ${unitId}
		)`;
}

/** The municipalities that have something to send, by the door that gives their codes and nothing more. */
export async function municipalitiesWithDueMail(sql: Sql, at: Date): Promise<string[]> {
	const rows = await sql<{ code: string }[]>`select municipalities_with_due_mail(${at}) as code`;
	return rows.map(({ code }) => code);
}
