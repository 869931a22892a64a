import type { DeliveryReport } from '#lib/invitations/deliveryReport.ts';
import { messageState, type MessageState } from '#lib/invitations/outboxState.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import type { Sql } from '../../db/connection.ts';
import { findNamedContact } from '../../organisations/contactStore.ts';
import { markBouncedAddress } from '../../organisations/markBouncedAddress.ts';
import { lockMessageByInternetId, markMessageReported, type OutboxMessage } from '../outboxStore.ts';

/** What became of a report. */
export type ReportFate =
	/** No message of the municipality's is known by it. */
	| { readonly kind: 'unknown-message'; readonly recipient: string | null }
	| {
			readonly kind: 'known';
			readonly outcome: DeliveryReport['outcome'];
			readonly recipientName: string;
			readonly subject: string;
			readonly before: MessageState;
			readonly after: MessageState;
			readonly reason: string;
			/** Whoever the message went to, when still in the register. */
			readonly contact: { readonly contactId: string; readonly name: string } | null;
			/** The contact's address is marked by this report. */
			readonly isMarked: boolean;
	  };

/** Marks the address when it still is the one that the message went to: another may have been written meanwhile. */
async function markAddress(
	sql: Sql,
	message: OutboxMessage,
	{ at, reason, isPermanent }: { readonly at: Date; readonly reason: string; readonly isPermanent: boolean }
) {
	const found = message.contactId === null ? null : await findNamedContact(sql, message.contactId);
	if (!found || message.contactId === null) return { contact: null, isMarked: false };
	const contact = { contactId: message.contactId, name: found.name };
	const isSame = found.email?.toLowerCase() === message.recipient?.toLowerCase();
	if (!isPermanent || !isSame || found.bouncedOn !== null) return { contact, isMarked: false };
	const { ok } = await markBouncedAddress(sql, { ...contact, on: dayInSweden(at), reason });
	return { contact, isMarked: ok };
}

/**
 * Keeps what a report says of a message of the municipality's. A message is known by its Message-ID alone, which holds 122
 * random bits that only the recipient's side has seen: an address in a report could be anybody's word. Once is enough: a
 * report that is read again changes nothing.
 */
export async function recordReport(sql: Sql, report: DeliveryReport, at: Date): Promise<ReportFate> {
	const { internetId, outcome, reason } = report;
	const message = internetId === null ? null : await lockMessageByInternetId(sql, internetId);
	if (!message) return { kind: 'unknown-message', recipient: report.recipient };
	const { messageId, recipientName, subject } = message;
	const told = { kind: 'known', outcome, recipientName, subject, reason } as const;
	const before = messageState(message, at);
	if (before === 'bounced' || outcome === 'delivered') {
		const { contact } = await markAddress(sql, message, { at, reason, isPermanent: false });
		return { ...told, before, after: before, contact, isMarked: false };
	}
	const after = outcome === 'delayed' ? 'delayed' : 'bounced';
	await markMessageReported(sql, { messageId, at, reason, outcome: after });
	const marking = await markAddress(sql, message, { at, reason, isPermanent: outcome === 'permanent' });
	return { ...told, before, after, ...marking };
}
