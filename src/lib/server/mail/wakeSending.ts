import type { Application } from '../application.ts';
import type { Sql } from '../db/connection.ts';
import { insertJob } from '../jobs/jobStore.ts';

/** Plans the sending of what the outbox holds, in the transaction that wrote it. Without SMTP_URL nothing is sent. */
export async function wakeSending(
	{ config }: Pick<Application, 'config'>,
	sql: Sql,
	municipalityId: string
): Promise<void> {
	if (!config.smtpUrl) return;
	await insertJob(sql, {
		task: 'sendMessages',
		payload: { municipalityId },
		runAt: null,
		key: `send-messages/${municipalityId}`
	});
}
