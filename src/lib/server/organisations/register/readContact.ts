import { findDuplicates } from '#lib/organisations/register/findDuplicates.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { insertAuditEvent } from '../../audit/auditStore.ts';
import { withMunicipality } from '../../db/connection.ts';
import { findContact, listContacts, type StoredContact } from '../contactStore.ts';
import { findMunicipality, type Municipality } from '../municipalityStore.ts';
import { listWaivers, type RegisteredWaiver } from '../waiverStore.ts';
import { listDutiesOf, listMessagesTo, type ContactDuty, type ContactMessage } from './dutyStore.ts';
import { listUnitsThatNeed } from './eraseContact.ts';
import { listOrganisations } from './registerStore.ts';
import { listRoundsOfUnits, type UnitRound } from './unitStore.ts';

interface NamedContact {
	readonly contactId: string;
	readonly name: string;
	readonly email: string | null;
	readonly organisationId: string;
}

/** Everything that is held about a person of a partner. */
export interface ContactView {
	readonly contact: StoredContact;
	readonly organisationName: string;
	readonly municipality: Municipality;
	readonly duties: readonly ContactDuty[];
	readonly rounds: readonly UnitRound[];
	readonly messages: readonly ContactMessage[];
	/** The medgivanden that the person has signed. */
	readonly signed: readonly RegisteredWaiver[];
	/** Contacts that may be the same person. */
	readonly alike: readonly { readonly contact: NamedContact; readonly reason: 'email' | 'name' }[];
	/** Others that may take over, those of the same organisation first. */
	readonly others: readonly NamedContact[];
	/** Units of an open round that nobody else answers for. */
	readonly neededBy: readonly { readonly unitId: string; readonly unitName: string }[];
}

/** What is held about a person, to read, print or hand out (GDPR art. 15). That it was read is recorded. */
export async function readContact(
	application: Application,
	actor: Actor,
	contactId: string
): Promise<Result<ContactView, 'unknown-contact' | 'not-allowed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const contact = await findContact(sql, contactId);
		if (!contact) return refused('unknown-contact');
		await insertAuditEvent(sql, actor, { action: 'contact-read', subject: contactId, at });
		const { organisationId } = contact;
		const organisations = await listOrganisations(sql);
		const duties = await listDutiesOf(sql, contactId);
		const all = await listContacts(sql);
		const isNear = (each: NamedContact) => (each.organisationId === organisationId ? 0 : 1);
		const pairs = findDuplicates(all).filter(({ one, other }) =>
			[one.contactId, other.contactId].includes(contactId)
		);
		return accepted({
			contact,
			organisationName: organisations.find((each) => each.organisationId === organisationId)?.name ?? '',
			municipality: await findMunicipality(sql),
			duties,
			rounds: await listRoundsOfUnits(
				sql,
				duties.map(({ unitId }) => unitId)
			),
			messages: await listMessagesTo(sql, contactId),
			signed: await listWaivers(sql, { signerId: contactId }),
			alike: pairs.map(({ one, other, reason }) => ({
				contact: one.contactId === contactId ? other : one,
				reason
			})),
			others: all
				.filter((each) => each.contactId !== contactId)
				.sort((one, other) => isNear(one) - isNear(other) || one.name.localeCompare(other.name, 'sv')),
			neededBy: await listUnitsThatNeed(sql, { contactId, today: dayInSweden(at) })
		});
	});
}
