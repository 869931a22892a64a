import { createNameIndex, type Named } from './alikeNames.ts';

interface Listed extends Named {
	readonly email: string | null;
}

/** Two contacts that may be one person, and why it looks so. */
export interface LikelyDuplicate<Contact extends Listed> {
	readonly one: Contact;
	readonly other: Contact;
	readonly reason: 'email' | 'name';
}

function pairKey(one: Named, other: Named): string {
	return [one.contactId, other.contactId].sort().join('/');
}

/** Contacts with one e-mail address, or with names that are alike; each pair once, the address before the name. */
export function findDuplicates<Contact extends Listed>(
	contacts: readonly Contact[]
): LikelyDuplicate<Contact>[] {
	const found = new Map<string, LikelyDuplicate<Contact>>();
	const keep = (pair: LikelyDuplicate<Contact>) => {
		const key = pairKey(pair.one, pair.other);
		if (!found.has(key)) found.set(key, pair);
	};
	const firstWith = new Map<string, Contact>();
	for (const other of contacts) {
		const email = other.email?.toLowerCase();
		if (email === undefined) continue;
		const one = firstWith.get(email);
		if (one) keep({ one, other, reason: 'email' });
		else firstWith.set(email, other);
	}
	const byId = new Map(contacts.map((contact) => [contact.contactId, contact]));
	const index = createNameIndex();
	for (const other of contacts) {
		for (const { contactId } of index.alike(other.name)) {
			const one = byId.get(contactId);
			if (one) keep({ one, other, reason: 'name' });
		}
		index.add(other);
	}
	return [...found.values()];
}
