import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import { isActiveOn, type Contact } from '../contact.ts';
import type { OrganisationKind } from '../organisationKind.ts';
import { sectors, type Sector } from '../sector.ts';
import { foldedName } from './alikeNames.ts';
import type { Register } from './register.ts';

export interface UnitFilter {
	readonly text: string;
	/** `ingen`: units that get no questionnaire. */
	readonly sector: Sector | 'ingen' | null;
	readonly kind: OrganisationKind | null;
	/** `hela`: units that answer for the whole municipality. */
	readonly areaId: string | null;
	readonly isEndedShown: boolean;
}

export interface UnitRow {
	readonly unitId: string;
	readonly name: string;
	readonly organisationId: string;
	readonly organisationName: string;
	readonly kind: OrganisationKind;
	readonly sector: Sector | null;
	readonly areaName: string | null;
	readonly isActive: boolean;
	/** Whom its invitation goes to today. */
	readonly contact: Pick<Contact, 'contactId' | 'name' | 'email'> | null;
}

function order({ sector }: { readonly sector: Sector | null }): number {
	return sector === null ? sectors.length : sectors.indexOf(sector);
}

/** The person that a unit's invitation goes to on a day: the main contact, else whoever has answered for it longest. */
function recipients(register: Register, day: CalendarDate): ReadonlyMap<string, Contact> {
	const contacts = new Map(register.contacts.map((contact) => [contact.contactId, contact]));
	const current = register.duties
		.filter((duty) => isActiveOn(duty, day))
		.sort(
			(one, other) =>
				Number(other.isMain) - Number(one.isMain) || one.activeFrom.localeCompare(other.activeFrom)
		);
	const found = new Map<string, Contact>();
	for (const { unitId, contactId } of current) {
		const contact = contacts.get(contactId);
		if (contact && !found.has(unitId)) found.set(unitId, contact);
	}
	return found;
}

function isOfKind(row: UnitRow, areaId: string | null, filter: UnitFilter): boolean {
	const chosen = [
		[filter.sector, row.sector ?? 'ingen'],
		[filter.kind, row.kind],
		[filter.areaId, areaId ?? 'hela']
	] as const;
	return chosen.every(([wanted, held]) => wanted === null || wanted === held);
}

function holdsText(row: UnitRow, text: string): boolean {
	const held = foldedName(`${row.name} ${row.organisationName} ${row.contact?.name ?? ''}`);
	return foldedName(text)
		.split(' ')
		.every((word) => held.includes(word));
}

/** The units of the register that a filter lets through, by sector, organisation and name. */
export function unitRows(register: Register, day: CalendarDate, filter: UnitFilter): UnitRow[] {
	const organisations = new Map(register.organisations.map((each) => [each.organisationId, each]));
	const areaNames = new Map(register.areas.map(({ areaId, name }) => [areaId, name]));
	const recipientOf = recipients(register, day);
	return register.units
		.flatMap((unit) => {
			const organisation = organisations.get(unit.organisationId);
			if (!organisation) return [];
			const row: UnitRow = {
				unitId: unit.unitId,
				name: unit.name,
				organisationId: unit.organisationId,
				organisationName: organisation.name,
				kind: organisation.kind,
				sector: unit.sector,
				areaName: unit.areaId === null ? null : (areaNames.get(unit.areaId) ?? null),
				isActive: isActiveOn(unit, day),
				contact: recipientOf.get(unit.unitId) ?? null
			};
			const isShown = row.isActive || filter.isEndedShown;
			return isShown && isOfKind(row, unit.areaId, filter) && holdsText(row, filter.text) ? [row] : [];
		})
		.sort(
			(one, other) =>
				order(one) - order(other) ||
				one.organisationName.localeCompare(other.organisationName, 'sv') ||
				one.name.localeCompare(other.name, 'sv')
		);
}
