import type { DeliveryReport } from '#lib/invitations/deliveryReport.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { insertAuditEvent } from '../../audit/auditStore.ts';
import { withMunicipality } from '../../db/connection.ts';
import { listContacts } from '../../organisations/contactStore.ts';
import { findMailboxReading, type MailboxReading } from './mailboxStore.ts';
import { readReport, type ReadingRefusal } from './readReport.ts';
import { recordReport, type ReportFate } from './recordReport.ts';

export interface ReturnedMail {
	/** Addresses that mail comes back from. */
	readonly addresses: readonly {
		readonly contactId: string;
		readonly name: string;
		readonly email: string | null;
		readonly on: CalendarDate;
		readonly reason: string;
	}[];
	/** null when no mailbox is read. */
	readonly mailbox: MailboxReading | null;
}

/** The addresses that do not work, and how it goes with the mailbox that reports come to. */
export async function readReturnedMail(
	application: Application,
	actor: Actor
): Promise<Result<ReturnedMail, 'not-allowed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const contacts = await listContacts(sql);
		const addresses = contacts.flatMap(({ contactId, name, email, bouncedOn, bounceReason }) =>
			bouncedOn === null ? [] : [{ contactId, name, email, on: bouncedOn, reason: bounceReason ?? '' }]
		);
		const { mailbox } = application.config;
		return accepted({ addresses, mailbox: mailbox === null ? null : await findMailboxReading(sql) });
	});
}

/** A file, or a pasted text, as it was handed in. */
export interface HandedIn {
	readonly name: string;
	readonly source: Uint8Array;
}

export interface JudgedFile {
	readonly name: string;
	readonly fate: ReportFate | { readonly kind: 'not-read'; readonly refusal: ReadingRefusal };
}

export const mostFiles = 50;

async function judge(application: Application, actor: Actor, report: DeliveryReport): Promise<ReportFate> {
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const fate = await recordReport(sql, report, at);
		if (fate.kind === 'known' && fate.isMarked && fate.contact) {
			const subject = fate.contact.contactId;
			await insertAuditEvent(sql, actor, { action: 'address-marked-returned', subject, at });
		}
		return fate;
	});
}

/** Reads reports that the samordnare has got in a mailbox of their own; each is judged by itself. */
export async function uploadReports(
	application: Application,
	actor: Actor,
	files: readonly HandedIn[]
): Promise<Result<readonly JudgedFile[], 'not-allowed' | 'nothing-handed-in' | 'too-many'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	if (files.length === 0) return refused('nothing-handed-in');
	if (files.length > mostFiles) return refused('too-many');
	const judged: JudgedFile[] = [];
	for (const { name, source } of files) {
		const read = await readReport(source);
		const fate = read.ok
			? await judge(application, actor, read.value)
			: ({ kind: 'not-read', refusal: read.refusal } as const);
		judged.push({ name, fate });
	}
	return accepted(judged);
}
