import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality } from '../db/connection.ts';
import { freeMessage } from './outboxStore.ts';
import { planSending } from './planSending.ts';

// Well over the time limits of the connection to the mail server (transport.ts), which end every attempt that lives.
const longestSendingMs = 10 * 60_000;

/** A message taken for sending before this moment, and still neither sent nor failed, belongs to a program that stopped. */
export function longestSendingBefore(now: Date): Date {
	return new Date(now.getTime() - longestSendingMs);
}

export type SendingAgainRefusal = 'not-allowed' | 'no-mail-server' | 'not-waiting-for-you';

/**
 * Sends a message once more, on a person's word: one that the mail server refused, or of which it is not known whether it
 * went. The program never does so by itself, since the recipient may then get two.
 */
export async function sendAgain(
	application: Application,
	actor: Actor,
	{ roundId, messageId }: { readonly roundId: string; readonly messageId: string }
): Promise<Result<null, SendingAgainRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	if (!application.config.smtpUrl) return refused('no-mail-server');
	const { municipalityId } = actor;
	const now = application.clock.now();
	return await withMunicipality(application.database, municipalityId, async (sql) => {
		const freed = await freeMessage(sql, { roundId, messageId, takenBefore: longestSendingBefore(now) });
		if (!freed) return refused('not-waiting-for-you');
		await insertAuditEvent(sql, actor, { action: 'letter-sent-again', subject: messageId, at: now });
		await planSending(application, sql, { municipalityId, messageIds: [messageId] });
		return accepted(null);
	});
}
