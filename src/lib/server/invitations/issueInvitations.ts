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
import { invitationLetter } from './invitationLetter.ts';
import { insertInvitation } from './invitationStore.ts';
import { newToken, tokenHash } from './invitationToken.ts';

interface Occasion {
	readonly round: Round;
	readonly municipality: Municipality;
	/** Unit → the person its invitation goes to. */
	readonly recipients: ReadonlyMap<string, CurrentContact>;
}

async function issueInvitation(
	application: Application,
	sql: Sql,
	{ unit, occasion }: { readonly unit: AskedUnit; readonly occasion: Occasion }
): Promise<void> {
	const { round, municipality, recipients } = occasion;
	const contact = recipients.get(unit.unitId) ?? null;
	const token = newToken();
	const invitationId = randomUUID();
	await insertInvitation(sql, {
		invitationId,
		roundId: round.roundId,
		unitId: unit.unitId,
		tokenHash: tokenHash(token),
		issuedOn: dayInSweden(application.clock.now())
	});
	const link = `${publicAddress(application.config)}/svara/${token}`;
	await writeMessage(application, sql, {
		kind: 'invitation',
		language: 'sv',
		roundId: round.roundId,
		invitationId,
		contactId: contact?.contactId ?? null,
		recipient: contact?.email ?? null,
		recipientName: addresseeOf(unit),
		...invitationLetter({ municipality, round, unit, contactName: contact?.name ?? null, link }),
		sender: senderOf(application.config, municipality)
	});
}

/** One personal link for each unit, written as a letter into the outbox. */
export async function issueInvitations(
	application: Application,
	sql: Sql,
	{ round, units }: { readonly round: Round; readonly units: readonly AskedUnit[] }
): Promise<void> {
	const contacts = await findContactsOfUnits(sql, {
		unitIds: units.map(({ unitId }) => unitId),
		day: dayInSweden(application.clock.now())
	});
	const occasion = { round, municipality: await findMunicipality(sql), recipients: recipientsOf(contacts) };
	for (const unit of units) await issueInvitation(application, sql, { unit, occasion });
}
