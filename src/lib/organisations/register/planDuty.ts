import { isActiveOn, spansOverlap, type Contact, type UnitContact } from '../contact.ts';
import type { RegisteredUnit } from './register.ts';
import type { RegisterCells } from './registerCells.ts';
import { addDuty, dutyKey, type Entry, type RegisterDraft } from './registerDraft.ts';
import { added, compare, fault, type RowWork, type Stated } from './rowFate.ts';
import { checkDays } from './planUnit.ts';

/** Another person who is the unit's main contact on some of the same days. */
function otherMain(draft: RegisterDraft, duty: UnitContact): Contact | null {
	const other = draft.dutiesOfUnit
		.get(duty.unitId)
		?.find(
			({ values }) => values.contactId !== duty.contactId && values.isMain && spansOverlap(values, duty)
		);
	return other ? (draft.contacts.get(other.values.contactId)?.values ?? null) : null;
}

function statements(cells: Partial<RegisterCells>): Stated<UnitContact> {
	return [
		['role', 'role', cells.role],
		['isMain', 'isMain', cells.isMain],
		['activeFrom', 'contactFrom', cells.contactFrom],
		['activeTo', 'contactTo', cells.contactTo]
	];
}

/** The duty as the row makes it: what it says, else what is held. */
function dutyAfter({ cells }: RowWork, held: UnitContact): UnitContact {
	return {
		...held,
		role: cells.role ?? held.role,
		isMain: cells.isMain ?? held.isMain,
		activeFrom: cells.contactFrom ?? held.activeFrom,
		activeTo: cells.contactTo ?? held.activeTo
	};
}

function newDuty(work: RowWork, values: UnitContact): void {
	const { draft, cells } = work;
	// The first who answers for a unit gets its invitation, unless the file says otherwise.
	const isFirst = otherMain(draft, values) === null && isActiveOn(values, draft.today);
	const duty = { ...values, isMain: cells.isMain ?? isFirst };
	const entry = added(work, { values: duty, stated: statements(cells), name: 'uppdrag vid enheten' });
	work.writes.push(() => {
		addDuty(draft, entry);
	});
}

/** What the person does for the row's unit. */
export function planDuty(
	work: RowWork,
	{ contact, unit }: { readonly contact: Entry<Contact>; readonly unit: Entry<RegisteredUnit> }
): void {
	const { draft, cells } = work;
	const { contactId } = contact.values;
	const { unitId } = unit.values;
	const known = draft.duties.get(dutyKey({ unitId, contactId }));
	const unheld = { unitId, contactId, role: null, isMain: false, activeFrom: draft.today, activeTo: null };
	const values = dutyAfter(work, known?.values ?? unheld);
	checkDays(work, { from: values.activeFrom, to: values.activeTo }, 'contactTo');
	const isNewMain = values.isMain && known?.values.isMain !== true;
	const main = isNewMain ? otherMain(draft, values) : null;
	if (main) fault(work, 'isMain', `${main.name} är redan huvudkontakt för enheten`);
	else if (known) compare(work, known, statements(cells));
	else newDuty(work, values);
}
