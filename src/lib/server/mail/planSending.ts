import type { Application } from '../application.ts';
import type { Sql } from '../db/connection.ts';
import { insertJob } from '../jobs/jobStore.ts';

/**
 * Plans the sending of messages in the outbox, in the transaction that wrote them. Without SMTP_URL nothing is planned:
 * the messages are read and printed in the program.
 */
export async function planSending(
	application: Application,
	sql: Sql,
	sending: { readonly municipalityId: string; readonly messageIds: readonly string[] }
): Promise<void> {
	if (!application.config.smtpUrl) return;
	const { municipalityId, messageIds } = sending;
	for (const messageId of messageIds) {
		await insertJob(sql, {
			task: 'sendMessage',
			payload: { municipalityId, messageId },
			runAt: null,
			key: `send-message/${messageId}`
		});
	}
}
