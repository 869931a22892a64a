import type { Transporter } from 'nodemailer';
import { z } from 'zod';
import type { Application } from '../application.ts';
import { withMunicipality } from '../db/connection.ts';
import { openSealed } from '../keys/sealing.ts';
import { findMunicipality, type Municipality } from '../organisations/municipalityStore.ts';
import { claimMessage, markMessageFailed, markMessageSent, type OutboxMessage } from './outboxStore.ts';

export const sendingSchema = z.object({ municipalityId: z.string(), messageId: z.uuid() });

type Sending = z.infer<typeof sendingSchema>;

async function handOver(
	application: Application,
	transport: Transporter,
	{ message, municipality }: { readonly message: OutboxMessage; readonly municipality: Municipality }
): Promise<void> {
	if (!message.recipient || !message.sealedBody) return;
	const key = application.keys.derive('outbox-letter');
	const domain = municipality.coordinatorEmail.split('@')[1] ?? 'localhost';
	await transport.sendMail({
		from: application.config.mailFrom ?? `"${municipality.name}" <${municipality.coordinatorEmail}>`,
		replyTo: municipality.coordinatorEmail,
		to: message.recipient,
		subject: message.subject,
		text: Buffer.from(openSealed(key, message.sealedBody, message.messageId)).toString('utf8'),
		messageId: `<${message.messageId}@${domain}>`,
		headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }
	});
}

/** The server's answer as a code only: its words may repeat the address. */
function reasonOf(fault: unknown): string {
	const code = fault instanceof Error && 'responseCode' in fault ? fault.responseCode : undefined;
	if (typeof code === 'number') return `E-postservern svarade med kod ${String(code)}`;
	return 'E-postservern gick inte att nå';
}

/**
 * Sends one message of the outbox. It is claimed before it is handed over, so that two processes never send it twice;
 * its text, which holds the link, is erased once it has gone.
 */
export async function sendMessage(
	application: Application,
	transport: Transporter,
	{ municipalityId, messageId }: Sending
): Promise<void> {
	const { clock, database } = application;
	const claimed = await withMunicipality(database, municipalityId, async (sql) => {
		const message = await claimMessage(sql, messageId, clock.now());
		return message ? { message, municipality: await findMunicipality(sql) } : null;
	});
	if (!claimed) return;
	try {
		await handOver(application, transport, claimed);
	} catch (fault) {
		await withMunicipality(database, municipalityId, (sql) =>
			markMessageFailed(sql, messageId, { at: clock.now(), reason: reasonOf(fault) })
		);
		throw new Error('The mail server did not take the message', { cause: fault });
	}
	await withMunicipality(database, municipalityId, (sql) => markMessageSent(sql, messageId, clock.now()));
}
