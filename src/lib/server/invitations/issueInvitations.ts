import { randomUUID } from 'node:crypto';
import { addresseeOf } from '#lib/organisations/unitName.ts';
import type { Round } from '#lib/rounds/round.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import type { Application } from '../application.ts';
import { publicAddress } from '../config.ts';
import type { Sql } from '../db/connection.ts';
import { senderOf } from '../mail/sender.ts';
import { writeMessage } from '../mail/writeMessage.ts';
import { findContactsOfUnits, recipientsOf, type CurrentContact } from '../organisations/contactStore.ts';
import { findMunicipality, type Municipality } from '../organisations/municipalityStore.ts';
import type { AskedUnit } from '../rounds/roundStore.ts';
import { titleOfSeries } from '../rounds/seriesStore.ts';
import { fillMessage } from './fillMessage.ts';
import { insertInvitation } from './invitationStore.ts';
import { newToken, tokenHash } from './invitationToken.ts';
import { readMailSettings, type MailSettings } from './mailSettingsStore.ts';

export interface Asking {
	readonly round: Round;
	readonly units: readonly AskedUnit[];
	readonly kind: 'invitation' | 'reminder' | 'replacement';
	/** To be printed, also for whoever has an address. */
	readonly isOnPaper?: boolean;
	/** A line of the samordnare's own. */
	readonly ownLine?: string;
}

/** What is the same for all of a round's messages that are written at once. */
export interface Occasion {
	readonly municipality: Municipality;
	/** Where the program is reached. */
	readonly site: string;
	readonly settings: MailSettings;
	/** Unit → the person its messages go to. */
	readonly recipients: ReadonlyMap<string, CurrentContact>;
}

export async function readOccasion(
	application: Application,
	sql: Sql,
	units: readonly AskedUnit[]
): Promise<Occasion> {
	const contacts = await findContactsOfUnits(sql, {
		unitIds: units.map(({ unitId }) => unitId),
		day: dayInSweden(application.clock.now())
	});
	return {
		municipality: await findMunicipality(sql),
		site: publicAddress(application.config),
		settings: await readMailSettings(sql),
		recipients: recipientsOf(contacts)
	};
}

/** Where a contact's mail goes. What comes back from an address is not sent there again: the unit gets a letter or a call. */
export function mailAddressOf(contact: CurrentContact | null): string | null {
	return contact?.bouncedOn === null ? contact.email : null;
}

async function issueLink(
	application: Application,
	sql: Sql,
	unit: { readonly roundId: string; readonly unitId: string }
): Promise<{ readonly invitationId: string; readonly link: string }> {
	const token = newToken();
	const invitationId = randomUUID();
	const issuedOn = dayInSweden(application.clock.now());
	await insertInvitation(sql, { ...unit, invitationId, tokenHash: tokenHash(token), issuedOn });
	return { invitationId, link: `${publicAddress(application.config)}/svara/${token}` };
}

/**
 * A personal link for each unit, written as a letter into the outbox. A reminder has one of its own too, since the earlier
 * is kept nowhere (docs/decisions/0121).
 */
export async function issueInvitations(application: Application, sql: Sql, asking: Asking): Promise<void> {
	const { round, units, kind, ownLine, isOnPaper = false } = asking;
	const { roundId } = round;
	const { recipients, ...occasion } = await readOccasion(application, sql, units);
	const series = await titleOfSeries(sql, round.seriesId);
	const sender = senderOf(application.config, occasion);
	for (const unit of units) {
		const contact = recipients.get(unit.unitId) ?? null;
		const { invitationId, link } = await issueLink(application, sql, { roundId, unitId: unit.unitId });
		await writeMessage(application, sql, {
			kind,
			roundId,
			invitationId,
			contactId: contact?.contactId ?? null,
			recipient: isOnPaper ? null : mailAddressOf(contact),
			recipientName: addresseeOf(unit),
			...fillMessage(kind, { ...occasion, series, round, unit, contact, link, ...(ownLine && { ownLine }) }),
			sender
		});
	}
}
