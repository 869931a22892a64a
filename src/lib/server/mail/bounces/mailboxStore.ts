import type { Sql } from '../../db/connection.ts';

/** Why the mailbox could not be read. */
export type MailboxFaultKind = 'unreachable' | 'sign-in' | 'encryption' | 'no-mailbox';

export interface MailboxReading {
	readonly readAt: Date | null;
	/** Since when it has not been possible. */
	readonly failedAt: Date | null;
	readonly fault: MailboxFaultKind | null;
}

export async function findMailboxReading(sql: Sql): Promise<MailboxReading> {
	const [row] = await sql<MailboxReading[]>`
		select read_at as "readAt", failed_at as "failedAt", fault from mailbox_reading
		where municipality_id = current_municipality()`;
	return row ?? { readAt: null, failedAt: null, fault: null };
}

/** For every municipality at once, by a door: the mailbox is the installation's. */
export async function recordMailboxReading(
	sql: Sql,
	{ at, fault }: { readonly at: Date; readonly fault: MailboxFaultKind | null }
): Promise<void> {
	await sql`select record_mailbox_reading(${at}, ${fault})`;
}
