import { error } from '@sveltejs/kit';
import type { Actor } from '#lib/server/access/actor.ts';
import { readContact } from '#lib/server/organisations/register/readContact.ts';
import { idInAddress } from '../../../idInAddress.server.ts';

const missing = 'Kontakten finns inte';

interface ContactEvent {
	readonly params: { readonly contactId: string };
	readonly locals: App.Locals;
}

export function contactIdOf({ params }: Pick<ContactEvent, 'params'>): string {
	return idInAddress(params.contactId, missing);
}

/** Everything about the person that the address names. @throws a 404 page */
export async function readContactOf(event: ContactEvent, actor: Actor) {
	const view = await readContact(event.locals.application, actor, contactIdOf(event));
	if (!view.ok) error(404, missing);
	return view.value;
}

/** As readContactOf, for what can be done to a person who has not been erased. @throws a 404 page */
export async function readNamedContact(event: ContactEvent, actor: Actor) {
	const view = await readContactOf(event, actor);
	const { name } = view.contact;
	if (name === null) error(404, 'Kontakten är raderad');
	return { ...view, contact: { ...view.contact, name } };
}

/** Persons as the choices of a form. */
export function personOptions(
	others: readonly { readonly contactId: string; readonly name: string; readonly email: string | null }[]
) {
	return others.map(({ contactId, name, email }) => ({
		value: contactId,
		text: email === null ? name : `${name}, ${email}`
	}));
}
