import { randomUUID } from 'node:crypto';
import type { Round } from '#lib/rounds/round.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { addresseeOf } from '#lib/organisations/unitName.ts';
import type { Application } from '../application.ts';
import { publicAddress } from '../config.ts';
import type { Sql } from '../db/connection.ts';
import { insertMessage } from '../mail/outboxStore.ts';
import { seal } from '../keys/sealing.ts';
import { findMunicipality, type Municipality } from '../organisations/municipalityStore.ts';
import { findContactsOfUnits, recipientsOf, type CurrentContact } from '../organisations/contactStore.ts';
import type { AskedUnit } from '../rounds/roundStore.ts';
import { invitationLetter } from './invitationLetter.ts';
import { insertInvitation } from './invitationStore.ts';
import { newToken, tokenHash } from './invitationToken.ts';

interface Occasion {
	readonly round: Round;
	readonly municipality: Municipality;
	readonly now: Date;
	readonly recipients: ReadonlyMap<string, CurrentContact>;
}

async function issueInvitation(
	application: Application,
	sql: Sql,
	{ unit, occasion }: { readonly unit: AskedUnit; readonly occasion: Occasion }
): Promise<string> {
	const { round, municipality, now, recipients } = occasion;
	const contact = recipients.get(unit.unitId) ?? null;
	const token = newToken();
	const invitationId = randomUUID();
	const messageId = randomUUID();
	await insertInvitation(sql, {
		invitationId,
		roundId: round.roundId,
		unitId: unit.unitId,
		tokenHash: tokenHash(token),
		issuedOn: dayInSweden(now)
	});
	const letter = invitationLetter({
		municipality,
		round,
		unit,
		contactName: contact?.name ?? null,
		link: `${publicAddress(application.config)}/svara/${token}`
	});
	await insertMessage(sql, {
		messageId,
		roundId: round.roundId,
		invitationId,
		contactId: contact?.contactId ?? null,
		recipient: contact?.email ?? null,
		recipientName: addresseeOf(unit),
		subject: letter.subject,
		sealedBody: seal(application.keys.derive('outbox-letter'), Buffer.from(letter.body), messageId),
		createdAt: now
	});
	return messageId;
}

/** One personal link for each unit, written as a letter into the outbox. @returns the messages' ids. */
export async function issueInvitations(
	application: Application,
	sql: Sql,
	{ round, units }: { readonly round: Round; readonly units: readonly AskedUnit[] }
): Promise<string[]> {
	const now = application.clock.now();
	const contacts = await findContactsOfUnits(sql, {
		unitIds: units.map(({ unitId }) => unitId),
		day: dayInSweden(now)
	});
	const recipients = recipientsOf(contacts);
	const occasion = { round, municipality: await findMunicipality(sql), now, recipients };
	const messageIds: string[] = [];
	for (const unit of units) messageIds.push(await issueInvitation(application, sql, { unit, occasion }));
	return messageIds;
}
