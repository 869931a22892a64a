import { htmlOfText } from '#lib/invitations/htmlOfText.ts';
import type { Application } from '../application.ts';
import { openSealed } from '../keys/sealing.ts';
import type { Municipality } from '../organisations/municipalityStore.ts';
import type { Mail } from './mailer.ts';
import type { OutboxMessage } from './outboxStore.ts';
import type { Sender } from './sender.ts';

/** Whose mail it is. */
export interface Letterhead {
	readonly municipality: Municipality;
	readonly sender: Sender;
}

export function openBody(application: Application, message: Pick<OutboxMessage, 'messageId' | 'sealedBody'>) {
	if (!message.sealedBody) return null;
	const key = application.keys.derive('outbox-letter');
	return Buffer.from(openSealed(key, message.sealedBody, message.messageId)).toString('utf8');
}

/**
 * The mail as text and as simple HTML. Its headers say that a program wrote it to a list, so that no absence is answered
 * (RFC 3834 § 2 and 5.2, RFC 2919; X-Auto-Response-Suppress for Exchange).
 */
export function composeMail(
	application: Application,
	message: OutboxMessage,
	{ municipality, sender }: Letterhead
): Mail {
	const text = openBody(application, message);
	if (text === null || message.recipient === null) {
		throw new Error('A message without text or recipient was taken for sending');
	}
	const domain = message.internetId.split('@')[1] ?? 'localhost';
	return {
		from: { name: sender.name, address: sender.address },
		replyTo: sender.replyTo,
		to: { name: message.recipientName, address: message.recipient },
		subject: message.subject,
		text,
		html: htmlOfText(text, message.language),
		messageId: `<${message.internetId}>`,
		headers: {
			'Auto-Submitted': 'auto-generated',
			'X-Auto-Response-Suppress': 'All',
			'List-Id': `<kartlaggning.${municipality.slug}.${domain}>`,
			'Content-Language': message.language
		}
	};
}
