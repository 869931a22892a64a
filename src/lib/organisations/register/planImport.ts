import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Contact, UnitContact } from '../contact.ts';
import { createNameIndex, type NameIndex } from './alikeNames.ts';
import { planAgreement } from './planAgreement.ts';
import { planContact } from './planContact.ts';
import { planDuty } from './planDuty.ts';
import { planSize } from './planSize.ts';
import { planOrganisation, planUnit } from './planUnit.ts';
import { cellReader, type FileRow, type ReadRow } from './readCells.ts';
import type {
	Register,
	RegisteredAgreement,
	RegisteredOrganisation,
	RegisteredUnit,
	UnitSize
} from './register.ts';
import { draftOf, type Entry, type RegisterDraft } from './registerDraft.ts';
import type { Fate, RowFate, RowWork } from './rowFate.ts';

/** A thing to write, as it will stand. The id of a new one is a word of the plan's own until it is written. */
export interface Write<Values> {
	readonly isNew: boolean;
	readonly values: Values;
}

export interface ImportPlan {
	readonly rows: readonly RowFate[];
	readonly organisations: readonly Write<RegisteredOrganisation>[];
	readonly units: readonly Write<RegisteredUnit>[];
	readonly sizes: readonly Write<UnitSize>[];
	readonly contacts: readonly Write<Contact>[];
	readonly duties: readonly Write<UnitContact>[];
	readonly agreements: readonly Write<RegisteredAgreement>[];
}

function fateOf({ faults, additions, changes }: RowWork): Fate {
	if (faults.length > 0) return 'refused';
	if (additions.length > 0) return 'new';
	return changes.length > 0 ? 'changed' : 'unchanged';
}

/** Goes through a row; what it would do stands in its work. @returns the things that it is about */
function planThings(work: RowWork, names: NameIndex) {
	const organisation = planOrganisation(work);
	if (!organisation) return { organisation, unit: null, contact: null };
	const unit = planUnit(work, organisation);
	if (unit) planSize(work, unit);
	const contact = planContact(work, { organisation, unit, names });
	if (contact && unit) planDuty(work, { contact, unit });
	planAgreement(work, organisation);
	return { organisation, unit, contact };
}

function workOn(draft: RegisterDraft, { line, cells, faults }: ReadRow): RowWork {
	return { line, draft, cells, additions: [], changes: [], faults: [...faults], notes: [], writes: [] };
}

/** Whom the row is about: as it says, else as it stands. */
function namesOf(
	{ cells }: RowWork,
	{ organisation, unit, contact }: ReturnType<typeof planThings>
): Pick<RowFate, 'organisation' | 'unit' | 'contact'> {
	return {
		organisation: cells.organisation ?? organisation?.values.name ?? '',
		unit: cells.unit ?? unit?.values.name ?? '',
		contact: cells.contact ?? contact?.values.name ?? ''
	};
}

/** What is missing because it could not be read is not missing too. */
function firstOfColumn(faults: RowFate['faults']): RowFate['faults'] {
	return faults.filter(
		({ column }, place) => column === null || faults.findIndex((each) => each.column === column) === place
	);
}

function planRow(draft: RegisterDraft, names: NameIndex, row: ReadRow): RowFate {
	const work = workOn(draft, row);
	const things = planThings(work, names);
	const { line, notes, additions, changes } = work;
	const faults = firstOfColumn(work.faults);
	const fate = fateOf(work);
	const named = namesOf(work, things);
	if (fate === 'refused') return { line, ...named, fate, additions: [], changes: [], faults, notes };
	for (const write of work.writes) write();
	return { line, ...named, fate, additions, changes, faults, notes };
}

function writesOf<Values>(entries: Iterable<Entry<Values>>): Write<Values>[] {
	return [...entries]
		.filter(({ state }) => state !== 'stored')
		.map(({ state, values }) => ({ isNew: state === 'new', values }));
}

/** What each row of a file would do to the register, row by row in the file's order, and what is to be written. */
export function planImport(
	register: Register,
	{ rows, today }: { readonly rows: readonly FileRow[]; readonly today: CalendarDate }
): ImportPlan {
	const draft = draftOf(register, today);
	const names = createNameIndex(register.contacts);
	const read = cellReader(register.areas);
	return {
		rows: rows.map((row) => planRow(draft, names, read(row))),
		organisations: writesOf(draft.organisations.values()),
		units: writesOf(draft.units.values()),
		sizes: writesOf([...draft.sizes.values()].flat()),
		contacts: writesOf(draft.contacts.values()),
		duties: writesOf(draft.duties.values()),
		agreements: writesOf(draft.agreements.values())
	};
}
