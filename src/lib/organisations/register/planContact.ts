import type { Contact } from '../contact.ts';
import type { NameIndex } from './alikeNames.ts';
import type { RegisterCells } from './registerCells.ts';
import type { RegisteredOrganisation, RegisteredUnit } from './register.ts';
import { addContactKeys, dutyKey, nameKey, type Entry } from './registerDraft.ts';
import { added, compare, fault, type RowWork, type Stated } from './rowFate.ts';
import { checkDays } from './planUnit.ts';

type Cells = Partial<RegisterCells>;

interface Place {
	readonly organisation: Entry<RegisteredOrganisation>;
	readonly unit: Entry<RegisteredUnit> | null;
	readonly names: NameIndex;
}

/** Who stands in the register under the row's name: with the same address anywhere, or in the same organisation. */
function sameNamed({ draft, cells }: RowWork, { organisation, unit }: Place, name: string): Contact[] {
	const { email } = cells;
	const ids = draft.contactIdsByName.get(nameKey(name)) ?? [];
	const contacts = [...new Set(ids)].flatMap((id) => draft.contacts.get(id)?.values ?? []);
	const namesakes = contacts.filter((contact) => nameKey(contact.name) === nameKey(name));
	const withAddress = namesakes.filter(
		(contact) => email !== undefined && contact.email?.toLowerCase() === email
	);
	if (withAddress.length > 0) return withAddress;
	const { organisationId } = organisation.values;
	return namesakes.filter(({ contactId, ...contact }) => {
		if (contact.organisationId !== organisationId) return false;
		if (email === undefined || contact.email === null) return true;
		return unit !== null && draft.duties.has(dutyKey({ unitId: unit.values.unitId, contactId }));
	});
}

function personStatements(cells: Cells): Stated<Contact> {
	return [
		['language', 'language', cells.language],
		['email', 'email', cells.email],
		['phone', 'phone', cells.phone],
		['councilPosition', 'councilPosition', cells.councilPosition],
		['councilFrom', 'councilFrom', cells.councilFrom],
		['councilTo', 'councilTo', cells.councilTo]
	];
}

/** A seat in the council has a position and a first day, or there is none (lag 2023:196, 10 §). */
function checkCouncil(
	work: RowWork,
	seat: Pick<Contact, 'councilPosition' | 'councilFrom' | 'councilTo'>
): void {
	if (seat.councilPosition === null) {
		if (seat.councilFrom ?? seat.councilTo) fault(work, 'councilPosition', 'Befattning i rådet saknas');
		return;
	}
	if (seat.councilFrom === null) {
		fault(work, 'councilFrom', 'Skriv från vilken dag personen sitter i rådet');
		return;
	}
	checkDays(work, { from: seat.councilFrom, to: seat.councilTo }, 'councilTo');
}

function noteDuplicates(work: RowWork, names: NameIndex, name: string): void {
	const { draft, cells, notes } = work;
	const sharing = cells.email === undefined ? [] : (draft.contactIdsByEmail.get(cells.email) ?? []);
	const sharers = new Set(sharing.flatMap((id) => draft.contacts.get(id)?.values.name ?? []));
	for (const sharer of sharers) notes.push(`Samma e-postadress som ${sharer}`);
	const alike = new Set(names.alike(name).map((each) => each.name));
	for (const other of alike) if (!sharers.has(other)) notes.push(`Namnet liknar ${other}`);
}

function newContact(work: RowWork, { organisation, names }: Place, name: string): Entry<Contact> {
	const { draft, cells, line } = work;
	const contactId = `ny-kontakt-${line}`;
	const values: Contact = {
		contactId,
		organisationId: organisation.values.organisationId,
		name,
		language: cells.language ?? 'sv',
		email: cells.email ?? null,
		phone: cells.phone ?? null,
		councilPosition: cells.councilPosition ?? null,
		councilFrom: cells.councilFrom ?? null,
		councilTo: cells.councilTo ?? null
	};
	checkCouncil(work, values);
	noteDuplicates(work, names, name);
	const entry = added(work, { values, stated: personStatements(cells), name: 'kontakt' });
	work.writes.push(() => {
		draft.contacts.set(contactId, entry);
		addContactKeys(draft, values);
		names.add({ contactId, name });
	});
	return entry;
}

function compareContact(work: RowWork, entry: Entry<Contact>, name: string | undefined): void {
	const { draft, cells } = work;
	compare(work, entry, [['name', 'contact', name], ...personStatements(cells)]);
	checkCouncil(work, {
		councilPosition: cells.councilPosition ?? entry.values.councilPosition,
		councilFrom: cells.councilFrom ?? entry.values.councilFrom,
		councilTo: cells.councilTo ?? entry.values.councilTo
	});
	work.writes.push(() => {
		addContactKeys(draft, entry.values);
	});
}

const personColumns = [
	'role',
	'language',
	'email',
	'phone',
	'isMain',
	'contactFrom',
	'contactTo',
	'councilPosition',
	'councilFrom',
	'councilTo'
] as const;

/** The person that the row is about; null when it is about nobody. */
export function planContact(work: RowWork, place: Place): Entry<Contact> | null {
	const { draft, cells } = work;
	const { contactId, contact: name } = cells;
	if (contactId !== undefined) {
		const entry = draft.contacts.get(contactId);
		if (!entry) return fault(work, 'contactId', 'Kontakten finns inte i registret');
		compareContact(work, entry, name);
		return entry;
	}
	if (name === undefined) {
		const stray = personColumns.find((column) => cells[column] !== undefined);
		return stray === undefined ? null : fault(work, 'contact', 'Kontaktperson saknas');
	}
	const found = sameNamed(work, place, name);
	if (found.length > 1) {
		return fault(work, 'contact', 'Flera kontakter heter så. Skriv kontaktens id, som står i exporten');
	}
	const entry = draft.contacts.get(found[0]?.contactId ?? '');
	if (!entry) return newContact(work, place, name);
	compareContact(work, entry, undefined);
	return entry;
}
