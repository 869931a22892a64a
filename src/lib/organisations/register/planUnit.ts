import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { RegisterCells } from './registerCells.ts';
import type { RegisteredOrganisation, RegisteredUnit } from './register.ts';
import { nameKey, type Entry } from './registerDraft.ts';
import { added, compare, fault, type RowWork, type Stated } from './rowFate.ts';

type Cells = Partial<RegisterCells>;

/** A name that is given up may be taken by a later row of the file. */
function moveKey(
	ids: Map<string, string>,
	work: RowWork,
	{ id, from, to }: { readonly id: string; readonly from: string; readonly to: string }
): void {
	work.writes.push(() => {
		if (ids.get(from) === id) ids.delete(from);
		ids.set(to, id);
	});
}

type Organisation = Entry<RegisteredOrganisation>;

function organisationOfId(work: RowWork, organisationId: string): Organisation | null {
	const { draft, cells } = work;
	const { organisation: name, kind } = cells;
	const entry = draft.organisations.get(organisationId);
	if (!entry) return fault(work, 'organisationId', 'Organisationen finns inte i registret');
	compare(work, entry, [
		['name', 'organisation', name],
		['kind', 'kind', kind]
	]);
	if (name === undefined) return entry;
	const to = nameKey(name);
	const sameName = draft.organisationIds.get(to);
	if (sameName !== undefined && sameName !== organisationId) {
		return fault(work, 'organisation', 'En annan organisation heter så');
	}
	moveKey(draft.organisationIds, work, { id: organisationId, from: nameKey(entry.values.name), to });
	return entry;
}

function newOrganisation(work: RowWork, name: string): Organisation | null {
	const { draft, cells, line } = work;
	const { kind } = cells;
	if (kind === undefined) return fault(work, 'kind', 'En ny organisation behöver en organisationstyp');
	const organisationId = `ny-organisation-${line}`;
	const entry = added(work, {
		values: { organisationId, name, kind },
		stated: [['kind', 'kind', kind]],
		name: 'organisation'
	});
	work.writes.push(() => {
		draft.organisations.set(organisationId, entry);
		draft.organisationIds.set(nameKey(name), organisationId);
	});
	return entry;
}

/** The organisation that the row is about, as it stands or new; null when the row does not say. */
export function planOrganisation(work: RowWork): Organisation | null {
	const { draft, cells } = work;
	const { organisationId, organisation: name } = cells;
	if (organisationId !== undefined) return organisationOfId(work, organisationId);
	if (name === undefined) return fault(work, 'organisation', 'Organisation saknas');
	const known = draft.organisations.get(draft.organisationIds.get(nameKey(name)) ?? '');
	if (!known) return newOrganisation(work, name);
	compare(work, known, [['kind', 'kind', cells.kind]]);
	return known;
}

function unitStatements(cells: Cells): Stated<RegisteredUnit> {
	return [
		['sector', 'sector', cells.sector],
		['areaId', 'area', cells.area],
		['activeFrom', 'unitFrom', cells.unitFrom],
		['activeTo', 'unitTo', cells.unitTo]
	];
}

/** A day after which something ended before it began. */
export function checkDays(
	work: RowWork,
	days: { readonly from: CalendarDate; readonly to: CalendarDate | null },
	column: 'unitTo' | 'contactTo' | 'councilTo' | 'agreementTo'
): void {
	if (days.to !== null && days.to < days.from) {
		fault(work, column, `Slutdagen ligger före ${days.from}`);
	}
}

function compareUnit(work: RowWork, entry: Entry<RegisteredUnit>): void {
	const { draft, cells } = work;
	const { unitId, sector, activeFrom, activeTo } = entry.values;
	if (cells.sector !== undefined && cells.sector !== sector && draft.askedUnitIds.has(unitId)) {
		fault(work, 'sector', 'Enheten har varit med i en omgång. Sektorn kan inte ändras: lägg upp en ny enhet');
		return;
	}
	compare(work, entry, unitStatements(cells));
	checkDays(work, { from: cells.unitFrom ?? activeFrom, to: cells.unitTo ?? activeTo }, 'unitTo');
}

function renameUnit(work: RowWork, entry: Entry<RegisteredUnit>, name: string): void {
	const { unitIds } = work.draft;
	const { organisationId, unitId } = entry.values;
	const to = nameKey(organisationId, name);
	const sameName = unitIds.get(to);
	if (sameName !== undefined && sameName !== unitId) {
		fault(work, 'unit', 'En annan enhet i organisationen heter så');
		return;
	}
	compare(work, entry, [['name', 'unit', name]]);
	moveKey(unitIds, work, { id: unitId, from: nameKey(organisationId, entry.values.name), to });
}

function newUnit(work: RowWork, organisationId: string, name: string): Entry<RegisteredUnit> {
	const { draft, cells, line } = work;
	const unitId = `ny-enhet-${line}`;
	const values: RegisteredUnit = {
		unitId,
		organisationId,
		name,
		sector: cells.sector ?? null,
		areaId: cells.area ?? null,
		activeFrom: cells.unitFrom ?? draft.today,
		activeTo: cells.unitTo ?? null
	};
	checkDays(work, { from: values.activeFrom, to: values.activeTo }, 'unitTo');
	const entry = added(work, { values, stated: unitStatements(cells), name: 'enhet' });
	work.writes.push(() => {
		draft.units.set(unitId, entry);
		draft.unitIds.set(nameKey(organisationId, name), unitId);
	});
	return entry;
}

const unitColumns = ['sector', 'area', 'unitFrom', 'unitTo', 'size', 'measure', 'sizeFrom'] as const;

function unitOfId(work: RowWork, organisationId: string, unitId: string): Entry<RegisteredUnit> | null {
	const { draft, cells } = work;
	const entry = draft.units.get(unitId);
	if (entry?.values.organisationId !== organisationId) {
		return fault(work, 'unitId', 'Enheten finns inte i organisationen');
	}
	if (cells.unit !== undefined) renameUnit(work, entry, cells.unit);
	compareUnit(work, entry);
	return entry;
}

/** The unit that the row is about; null when it is about the organisation alone. */
export function planUnit(work: RowWork, organisation: Organisation): Entry<RegisteredUnit> | null {
	const { draft, cells } = work;
	const { organisationId } = organisation.values;
	const { unitId, unit: name } = cells;
	if (unitId !== undefined) return unitOfId(work, organisationId, unitId);
	if (name === undefined) {
		const stray = unitColumns.find((column) => cells[column] !== undefined);
		return stray === undefined ? null : fault(work, 'unit', 'Enhet saknas');
	}
	const known = draft.units.get(draft.unitIds.get(nameKey(organisationId, name)) ?? '');
	if (!known) return newUnit(work, organisationId, name);
	compareUnit(work, known);
	return known;
}
