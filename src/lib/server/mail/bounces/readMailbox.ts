import type { Application } from '../../application.ts';
import { withMunicipality } from '../../db/connection.ts';
import { faultFields } from '../../log.ts';
import { municipalityOfMessage } from '../outboxStore.ts';
import { recordMailboxReading, type MailboxFaultKind } from './mailboxStore.ts';
import { MailboxFault, readUnseen } from './openMailbox.ts';
import { readReport } from './readReport.ts';
import { recordReport } from './recordReport.ts';

/** What is no report, or of no message of ours, is passed by: anybody can write to a mailbox. */
async function takeReport(application: Application, source: Uint8Array | null): Promise<void> {
	const { clock, database } = application;
	const read = source && (await readReport(source));
	if (!read?.ok || read.value.internetId === null) return;
	const municipalityId = await municipalityOfMessage(database.sql, read.value.internetId);
	if (municipalityId === null) return;
	await withMunicipality(database, municipalityId, (sql) => recordReport(sql, read.value, clock.now()));
}

async function readAll(
	application: Application,
	imapUrl: string,
	signal: AbortSignal
): Promise<MailboxFaultKind | null> {
	try {
		await readUnseen(imapUrl, (source) => takeReport(application, source), signal);
		return null;
	} catch (fault) {
		if (!(fault instanceof MailboxFault)) throw fault;
		application.log.warn('mailbox-not-read', faultFields(fault));
		return fault.kind;
	}
}

/**
 * Reads the mailbox that reports of mail come to. A report is kept before its message is marked as read, and keeping it
 * twice changes nothing, so that nothing is lost or counted twice whatever stops. That the mailbox cannot be read is kept
 * for the samordnare to see; the next reading is some minutes off.
 */
export async function readMailbox(application: Application, signal: AbortSignal): Promise<void> {
	const { clock, config, database } = application;
	if (config.mailbox === null) return;
	const fault = await readAll(application, config.mailbox, signal);
	await recordMailboxReading(database.sql, { at: clock.now(), fault });
}
