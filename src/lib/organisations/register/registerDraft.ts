import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Contact, UnitContact } from '../contact.ts';
import type {
	Register,
	RegisteredAgreement,
	RegisteredOrganisation,
	RegisteredUnit,
	UnitSize
} from './register.ts';

/** A thing of the register while a file is gone through: as it will stand, and which line said what of it. */
export interface Entry<Values> {
	values: Values;
	state: 'stored' | 'changed' | 'new';
	/** Field → the first line of the file that said something of it. */
	readonly saidOn: Map<keyof Values, number>;
}

type Entries<Values> = Map<string, Entry<Values>>;

/** The register as the accepted rows of the file make it. New things have ids of their own until they are written. */
export interface RegisterDraft {
	readonly today: CalendarDate;
	readonly areaNames: ReadonlyMap<string, string>;
	readonly askedUnitIds: ReadonlySet<string>;
	readonly organisations: Entries<RegisteredOrganisation>;
	/** Keys of names lead to ids. */
	readonly organisationIds: Map<string, string>;
	readonly units: Entries<RegisteredUnit>;
	readonly unitIds: Map<string, string>;
	/** The sizes of a unit, in the order of their days. */
	readonly sizes: Map<string, Entry<UnitSize>[]>;
	readonly contacts: Entries<Contact>;
	readonly contactIdsByEmail: Map<string, string[]>;
	readonly contactIdsByName: Map<string, string[]>;
	readonly duties: Entries<UnitContact>;
	readonly dutiesOfUnit: Map<string, Entry<UnitContact>[]>;
	readonly agreements: Entries<RegisteredAgreement>;
	readonly agreementIds: Map<string, string>;
}

/** Names are the same whatever their capitals and spaces. */
export function nameKey(...names: readonly string[]): string {
	return names.map((name) => name.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim()).join('\n');
}

export function dutyKey({ unitId, contactId }: Pick<UnitContact, 'unitId' | 'contactId'>): string {
	return `${unitId}/${contactId}`;
}

export function addTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
	const list = lists.get(key);
	if (list) list.push(value);
	else lists.set(key, [value]);
}

const stored = <Values>(values: Values): Entry<Values> => ({ values, state: 'stored', saidOn: new Map() });

export function addContactKeys(draft: RegisterDraft, { contactId, email, name }: Contact): void {
	if (email !== null) addTo(draft.contactIdsByEmail, email.toLowerCase(), contactId);
	addTo(draft.contactIdsByName, nameKey(name), contactId);
}

export function addDuty(draft: RegisterDraft, entry: Entry<UnitContact>): void {
	draft.duties.set(dutyKey(entry.values), entry);
	addTo(draft.dutiesOfUnit, entry.values.unitId, entry);
}

function emptyDraft(register: Register, today: CalendarDate): RegisterDraft {
	return {
		today,
		areaNames: new Map(register.areas.map(({ areaId, name }) => [areaId, name])),
		askedUnitIds: register.askedUnitIds,
		organisations: new Map(),
		organisationIds: new Map(),
		units: new Map(),
		unitIds: new Map(),
		sizes: new Map(),
		contacts: new Map(),
		contactIdsByEmail: new Map(),
		contactIdsByName: new Map(),
		duties: new Map(),
		dutiesOfUnit: new Map(),
		agreements: new Map(),
		agreementIds: new Map()
	};
}

/** The register as it stands, ready to go through a file with. */
export function draftOf(register: Register, today: CalendarDate): RegisterDraft {
	const draft = emptyDraft(register, today);
	for (const each of register.organisations) {
		draft.organisations.set(each.organisationId, stored(each));
		draft.organisationIds.set(nameKey(each.name), each.organisationId);
	}
	for (const each of register.units) {
		draft.units.set(each.unitId, stored(each));
		draft.unitIds.set(nameKey(each.organisationId, each.name), each.unitId);
	}
	const sizes = register.sizes.toSorted((one, other) => (one.holdsFrom < other.holdsFrom ? -1 : 1));
	for (const each of sizes) addTo(draft.sizes, each.unitId, stored(each));
	for (const each of register.contacts) {
		draft.contacts.set(each.contactId, stored(each));
		addContactKeys(draft, each);
	}
	for (const each of register.duties) addDuty(draft, stored(each));
	for (const each of register.agreements) {
		draft.agreements.set(each.agreementId, stored(each));
		draft.agreementIds.set(nameKey(each.organisationId, each.title), each.agreementId);
	}
	return draft;
}
