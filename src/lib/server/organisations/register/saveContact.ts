import { randomUUID } from 'node:crypto';
import type { Contact } from '#lib/organisations/contact.ts';
import type { ContactForm, DutyForm } from '#lib/organisations/registerForms.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { findNamedContact } from '../contactStore.ts';
import { changeRegister } from './changeRegister.ts';
import { clearOtherMains } from './dutyStore.ts';
import { listOrganisations, listUnits, upsertContacts, upsertDuties } from './registerStore.ts';

export type ContactRefusal = 'not-allowed' | 'unknown-contact' | 'unknown-organisation' | 'unknown-unit';

/** Changes what is held about a person. */
export async function saveContact(
	application: Application,
	actor: Actor,
	{ contactId, form }: { readonly contactId: string; readonly form: ContactForm }
): Promise<Result<string, ContactRefusal>> {
	return await changeRegister<string, ContactRefusal>(application, actor, {
		action: 'contact-saved',
		subject: (id) => id,
		make: async (sql) => {
			const known = await findNamedContact(sql, contactId);
			if (!known) return refused('unknown-contact');
			await upsertContacts(sql, [{ contactId, organisationId: known.organisationId, ...form }]);
			return accepted(contactId);
		}
	});
}

/** Adds a person to an organisation. @returns the person's id. */
export async function addContact(
	application: Application,
	actor: Actor,
	{ organisationId, form }: { readonly organisationId: string; readonly form: ContactForm }
): Promise<Result<string, ContactRefusal>> {
	return await changeRegister<string, ContactRefusal>(application, actor, {
		action: 'contact-saved',
		subject: (id) => id,
		make: async (sql) => {
			const all = await listOrganisations(sql);
			if (!all.some((each) => each.organisationId === organisationId)) return refused('unknown-organisation');
			const contact: Contact = { contactId: randomUUID(), organisationId, ...form };
			await upsertContacts(sql, [contact]);
			return accepted(contact.contactId);
		}
	});
}

/** What a person does for a unit, from when and until when. A new main contact takes over from the one before. */
export async function saveDuty(
	application: Application,
	actor: Actor,
	{
		contactId,
		unitId,
		form
	}: { readonly contactId: string; readonly unitId: string; readonly form: DutyForm }
): Promise<Result<string, ContactRefusal>> {
	return await changeRegister<string, ContactRefusal>(application, actor, {
		action: 'contact-saved',
		subject: (id) => id,
		make: async (sql) => {
			const known = await findNamedContact(sql, contactId);
			if (!known) return refused('unknown-contact');
			const units = await listUnits(sql);
			if (!units.some((each) => each.unitId === unitId)) return refused('unknown-unit');
			if (form.isMain) await clearOtherMains(sql, { unitId, contactId });
			await upsertDuties(sql, [{ unitId, contactId, ...form }]);
			return accepted(contactId);
		}
	});
}
