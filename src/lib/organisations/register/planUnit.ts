import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { RegisterCells } from './registerCells.ts';
import type { RegisteredOrganisation, RegisteredUnit, UnitSize } from './register.ts';
import { addTo, nameKey, type Entry, type RegisterDraft } from './registerDraft.ts';
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

/** The organisation that the row is about, as it stands or new; null when the row does not say. */
export function planOrganisation(
	draft: RegisterDraft,
	work: RowWork,
	cells: Cells
): Entry<RegisteredOrganisation> | null {
	const { organisationId, organisation: name, kind } = cells;
	const sameName = name === undefined ? undefined : draft.organisationIds.get(nameKey(name));
	const stated: Stated<RegisteredOrganisation> = [['kind', 'kind', kind]];
	if (organisationId !== undefined) {
		const entry = draft.organisations.get(organisationId);
		if (!entry) return fault(work, 'organisationId', 'Organisationen finns inte i registret');
		if (sameName !== undefined && sameName !== organisationId) {
			return fault(work, 'organisation', 'En annan organisation heter så');
		}
		compare(work, entry, [['name', 'organisation', name], ...stated]);
		if (name !== undefined) {
			moveKey(draft.organisationIds, work, {
				id: organisationId,
				from: nameKey(entry.values.name),
				to: nameKey(name)
			});
		}
		return entry;
	}
	if (name === undefined) return fault(work, 'organisation', 'Organisation saknas');
	const known = sameName === undefined ? undefined : draft.organisations.get(sameName);
	if (known) {
		compare(work, known, stated);
		return known;
	}
	if (kind === undefined) return fault(work, 'kind', 'En ny organisation behöver en organisationstyp');
	const id = `ny-organisation-${String(work.line)}`;
	const entry = added(work, { values: { organisationId: id, name, kind }, stated, name: 'organisation' });
	work.writes.push(() => {
		draft.organisations.set(id, entry);
		draft.organisationIds.set(nameKey(name), id);
	});
	return entry;
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

function compareUnit(draft: RegisterDraft, work: RowWork, entry: Entry<RegisteredUnit>, cells: Cells): void {
	const { unitId, sector } = entry.values;
	if (cells.sector !== undefined && cells.sector !== sector && draft.askedUnitIds.has(unitId)) {
		fault(work, 'sector', 'Enheten har varit med i en omgång. Sektorn kan inte ändras: lägg upp en ny enhet');
		return;
	}
	compare(work, entry, unitStatements(cells));
	checkDays(
		work,
		{
			from: cells.unitFrom ?? entry.values.activeFrom,
			to: cells.unitTo ?? entry.values.activeTo
		},
		'unitTo'
	);
}

function renameUnit(draft: RegisterDraft, work: RowWork, entry: Entry<RegisteredUnit>, name: string): void {
	const { organisationId, unitId } = entry.values;
	const key = nameKey(organisationId, name);
	const sameName = draft.unitIds.get(key);
	if (sameName !== undefined && sameName !== unitId) {
		fault(work, 'unit', 'En annan enhet i organisationen heter så');
		return;
	}
	compare(work, entry, [['name', 'unit', name]]);
	moveKey(draft.unitIds, work, { id: unitId, from: nameKey(organisationId, entry.values.name), to: key });
}

function newUnit(
	draft: RegisterDraft,
	work: RowWork,
	{ organisationId, name, cells }: { organisationId: string; name: string; cells: Cells }
): Entry<RegisteredUnit> {
	const unitId = `ny-enhet-${String(work.line)}`;
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

/** The unit that the row is about; null when it is about the organisation alone. */
export function planUnit(
	draft: RegisterDraft,
	work: RowWork,
	{ organisation, cells }: { organisation: Entry<RegisteredOrganisation>; cells: Cells }
): Entry<RegisteredUnit> | null {
	const { organisationId } = organisation.values;
	const { unitId, unit: name } = cells;
	if (unitId !== undefined) {
		const entry = draft.units.get(unitId);
		if (entry?.values.organisationId !== organisationId) {
			return fault(work, 'unitId', 'Enheten finns inte i organisationen');
		}
		if (name !== undefined) renameUnit(draft, work, entry, name);
		compareUnit(draft, work, entry, cells);
		return entry;
	}
	if (name === undefined) {
		const stray = unitColumns.find((column) => cells[column] !== undefined);
		return stray === undefined ? null : fault(work, 'unit', 'Enhet saknas');
	}
	const known = draft.units.get(draft.unitIds.get(nameKey(organisationId, name)) ?? '');
	if (!known) return newUnit(draft, work, { organisationId, name, cells });
	compareUnit(draft, work, known, cells);
	return known;
}

/** The unit's size: the one of the day that the row names; without a day, the latest, or a new one from today. */
export function planSize(
	draft: RegisterDraft,
	work: RowWork,
	{ unit, cells }: { unit: Entry<RegisteredUnit>; cells: Cells }
): void {
	const { unitId } = unit.values;
	const { size, measure } = cells;
	if (size === undefined) {
		if (cells.sizeFrom !== undefined && measure !== undefined) fault(work, 'size', 'Storlek saknas');
		return;
	}
	const sizes = draft.sizes.get(unitId) ?? [];
	const latest = sizes.at(-1);
	const isOfLatest =
		latest?.values.size === size && (measure ?? latest.values.measure) === latest.values.measure;
	const holdsFrom = cells.sizeFrom ?? (latest && isOfLatest ? latest.values.holdsFrom : draft.today);
	const stated: Stated<UnitSize> = [
		['size', 'size', size],
		['measure', 'measure', measure]
	];
	const known = sizes.find((entry) => entry.values.holdsFrom === holdsFrom);
	if (known) {
		compare(work, known, stated);
		return;
	}
	const counted = measure ?? latest?.values.measure;
	if (counted === undefined) {
		fault(work, 'measure', 'Skriv vad storleken avser, till exempel elever');
		return;
	}
	const values: UnitSize = { unitId, holdsFrom, size, measure: counted };
	const entry = added(work, { values, stated, name: 'storlek' });
	work.writes.push(() => {
		addTo(draft.sizes, unitId, entry);
		draft.sizes.get(unitId)?.sort((one, other) => (one.values.holdsFrom < other.values.holdsFrom ? -1 : 1));
	});
}
