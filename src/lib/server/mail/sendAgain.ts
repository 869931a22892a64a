import { longestSendingMs } from '#lib/invitations/outboxState.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality } from '../db/connection.ts';
import { freeMessage } from './outboxStore.ts';
import { wakeSending } from './wakeSending.ts';

export type SendingAgainRefusal = 'not-allowed' | 'no-mail-server' | 'not-waiting-for-you';

/**
 * Sends a message once more, on a person's word: one that the mail server refused or put off, or of which it is not known
 * whether it went. The program never repeats the last kind by itself, since the recipient may then get two.
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
	const takenBefore = new Date(now.getTime() - longestSendingMs);
	return await withMunicipality(application.database, municipalityId, async (sql) => {
		const freed = await freeMessage(sql, { roundId, messageId, takenBefore, dueAt: now });
		if (!freed) return refused('not-waiting-for-you');
		await insertAuditEvent(sql, actor, { action: 'letter-sent-again', subject: messageId, at: now });
		await wakeSending(application, sql, municipalityId);
		return accepted(null);
	});
}
