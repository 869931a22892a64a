import { isActiveOn, spansOverlap, type Contact, type UnitContact } from '../contact.ts';
import type { NameIndex } from './alikeNames.ts';
import type { RegisterCells } from './registerCells.ts';
import type { RegisteredOrganisation, RegisteredUnit } from './register.ts';
import {
	addContactKeys,
	addDuty,
	dutyKey,
	nameKey,
	type Entry,
	type RegisterDraft
} from './registerDraft.ts';
import { added, compare, fault, type RowWork, type Stated } from './rowFate.ts';
import { checkDays } from './planUnit.ts';

type Cells = Partial<RegisterCells>;

interface Place {
	readonly organisation: Entry<RegisteredOrganisation>;
	readonly unit: Entry<RegisteredUnit> | null;
	readonly cells: Cells;
	readonly names: NameIndex;
}

/** Who stands in the register under the row's name: with the same address anywhere, or in the same organisation. */
function sameNamed(draft: RegisterDraft, { organisation, unit, cells }: Place, name: string): Contact[] {
	const { email } = cells;
	const ids = draft.contactIdsByName.get(nameKey(name)) ?? [];
	const contacts = [...new Set(ids)].flatMap((id) => draft.contacts.get(id)?.values ?? []);
	const namesakes = contacts.filter((contact) => nameKey(contact.name) === nameKey(name));
	const withAddress = namesakes.filter(
		(contact) => email !== undefined && contact.email?.toLowerCase() === email
	);
	if (withAddress.length > 0) return withAddress;
	const { organisationId } = organisation.values;
	return namesakes.filter((contact) => {
		if (contact.organisationId !== organisationId) return false;
		if (email === undefined || contact.email === null) return true;
		return (
			unit !== null && draft.duties.has(dutyKey({ unitId: unit.values.unitId, contactId: contact.contactId }))
		);
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

function noteDuplicates(draft: RegisterDraft, work: RowWork, { cells, names }: Place, name: string): void {
	const { email } = cells;
	const sharing = email === undefined ? [] : (draft.contactIdsByEmail.get(email) ?? []);
	const sharers = new Set(sharing.flatMap((id) => draft.contacts.get(id)?.values.name ?? []));
	for (const sharer of sharers) work.notes.push(`Samma e-postadress som ${sharer}`);
	const alike = new Set(names.alike(name).map((each) => each.name));
	for (const other of alike) if (!sharers.has(other)) work.notes.push(`Namnet liknar ${other}`);
}

function newContact(draft: RegisterDraft, work: RowWork, place: Place, name: string): Entry<Contact> {
	const { cells, organisation } = place;
	const contactId = `ny-kontakt-${String(work.line)}`;
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
	noteDuplicates(draft, work, place, name);
	const entry = added(work, { values, stated: personStatements(cells), name: 'kontakt' });
	work.writes.push(() => {
		draft.contacts.set(contactId, entry);
		addContactKeys(draft, values);
		place.names.add({ contactId, name });
	});
	return entry;
}

function compareContact(
	draft: RegisterDraft,
	work: RowWork,
	{ entry, cells, name }: { entry: Entry<Contact>; cells: Cells; name: string | undefined }
): void {
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
export function planContact(draft: RegisterDraft, work: RowWork, place: Place): Entry<Contact> | null {
	const { contactId, contact: name } = place.cells;
	if (contactId !== undefined) {
		const entry = draft.contacts.get(contactId);
		if (!entry) return fault(work, 'contactId', 'Kontakten finns inte i registret');
		compareContact(draft, work, { entry, cells: place.cells, name });
		return entry;
	}
	if (name === undefined) {
		const stray = personColumns.find((column) => place.cells[column] !== undefined);
		return stray === undefined ? null : fault(work, 'contact', 'Kontaktperson saknas');
	}
	const found = sameNamed(draft, place, name);
	if (found.length > 1) {
		return fault(work, 'contact', 'Flera kontakter heter så. Skriv kontaktens id, som står i exporten');
	}
	const entry = draft.contacts.get(found[0]?.contactId ?? '');
	if (!entry) return newContact(draft, work, place, name);
	compareContact(draft, work, { entry, cells: place.cells, name: undefined });
	return entry;
}

function otherMain(draft: RegisterDraft, duty: UnitContact): Contact | null {
	const other = draft.dutiesOfUnit
		.get(duty.unitId)
		?.find(
			({ values }) => values.contactId !== duty.contactId && values.isMain && spansOverlap(values, duty)
		);
	return other ? (draft.contacts.get(other.values.contactId)?.values ?? null) : null;
}

function newDuty(
	draft: RegisterDraft,
	work: RowWork,
	{ values, stated }: { values: UnitContact; stated: Stated<UnitContact> }
): void {
	const entry = added(work, { values, stated, name: 'uppdrag vid enheten' });
	work.writes.push(() => {
		addDuty(draft, entry);
	});
}

/** What the person does for the row's unit. */
export function planDuty(
	draft: RegisterDraft,
	work: RowWork,
	{ contact, unit, cells }: { contact: Entry<Contact>; unit: Entry<RegisteredUnit>; cells: Cells }
): void {
	const { contactId } = contact.values;
	const { unitId } = unit.values;
	const stated: Stated<UnitContact> = [
		['role', 'role', cells.role],
		['isMain', 'isMain', cells.isMain],
		['activeFrom', 'contactFrom', cells.contactFrom],
		['activeTo', 'contactTo', cells.contactTo]
	];
	const known = draft.duties.get(dutyKey({ unitId, contactId }));
	const values: UnitContact = {
		unitId,
		contactId,
		role: cells.role ?? known?.values.role ?? null,
		isMain: cells.isMain ?? known?.values.isMain ?? false,
		activeFrom: cells.contactFrom ?? known?.values.activeFrom ?? draft.today,
		activeTo: cells.contactTo ?? known?.values.activeTo ?? null
	};
	checkDays(work, { from: values.activeFrom, to: values.activeTo }, 'contactTo');
	const main = values.isMain && known?.values.isMain !== true ? otherMain(draft, values) : null;
	if (main) {
		fault(work, 'isMain', `${main.name} är redan huvudkontakt för enheten`);
		return;
	}
	if (known) {
		compare(work, known, stated);
		return;
	}
	// The first who answers for a unit gets its invitation, unless the file says otherwise.
	const isFirst = otherMain(draft, values) === null && isActiveOn(values, draft.today);
	newDuty(draft, work, { values: { ...values, isMain: cells.isMain ?? isFirst }, stated });
}
